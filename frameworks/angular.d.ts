// Generated from custom-elements.json by `npm run manifest`.
import * as i0 from '@angular/core';
import type {
  BackupStorageCreateFormEvents,
  BackupStorageCreateFormProperties,
  BackupStorageDataSourceEvents,
  BackupStorageDataSourceProperties,
  BackupStorageDetailEvents,
  BackupStorageDetailProperties,
  BackupStorageListEvents,
  BackupStorageListProperties,
  BackupStorageManifestPreviewEvents,
  BackupStorageManifestPreviewProperties,
} from './elements.js';

/** A form and a manifest preview that create a BackupStorage. */
export declare class BackupStorageCreateFormDirective {
  /** Namespace to start with. */
  namespace: BackupStorageCreateFormProperties['namespace'];
  /** Namespaces to offer, besides those that the data source knows. */
  namespaces: BackupStorageCreateFormProperties['namespaces'];
  /** The OpenAPI v3 schema of a BackupStorage, for hosts that have it; else that of the cluster, else the bundled one. */
  schema: BackupStorageCreateFormProperties['schema'];
  /** The CustomResourceDefinition, for hosts that have it; its first served version's schema is used. */
  crd: BackupStorageCreateFormProperties['crd'];
  /** Labels, order and rules of the form, in the place of the built-in ones. */
  overlay: BackupStorageCreateFormProperties['overlay'];
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  detailHref: BackupStorageCreateFormProperties['detailHref'];
  /** `form` or `preview`. Changed by the user's way through the form; setting `preview` shows it only when nothing is wrong. */
  step: BackupStorageCreateFormProperties['step'];
  /** The BackupStorage that the form says, without credentials. Set it to start from an existing object: the form opens as a copy of it, with its identity removed and no credentials read. Until the form has been loaded it is what was set. */
  value: BackupStorageCreateFormProperties['value'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource: BackupStorageCreateFormProperties['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale: BackupStorageCreateFormProperties['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words: BackupStorageCreateFormProperties['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now: BackupStorageCreateFormProperties['now'];
  /** The form is complete and its manifest is shown. Fields: `value`, without credentials. */
  readonly 'backupstorage-preview': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-preview']>;
  /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
  readonly 'backupstorage-submit': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-submit']>;
  /** The storage exists now. Fields: `object`. */
  readonly 'backupstorage-created': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-created']>;
  /** The user wants to see the created storage. Cancelable: the link is not followed then. Fields: `namespace`, `name`, `object`. */
  readonly 'backupstorage-select': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-select']>;
  /** The user wants to leave. Cancelable: what was entered is kept then. Fields: `dirty`. */
  readonly 'backupstorage-cancel': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-cancel']>;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  readonly 'backupstorage-error': i0.EventEmitter<BackupStorageCreateFormEvents['backupstorage-error']>;
  static ɵfac: i0.ɵɵFactoryDeclaration<BackupStorageCreateFormDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BackupStorageCreateFormDirective,
    'backupstorage-create-form',
    never,
    {
      namespace: { alias: 'namespace'; required: false };
      namespaces: { alias: 'namespaces'; required: false };
      schema: { alias: 'schema'; required: false };
      crd: { alias: 'crd'; required: false };
      overlay: { alias: 'overlay'; required: false };
      detailHref: { alias: 'detailHref'; required: false };
      step: { alias: 'step'; required: false };
      value: { alias: 'value'; required: false };
      dataSource: { alias: 'dataSource'; required: false };
      locale: { alias: 'locale'; required: false };
      words: { alias: 'words'; required: false };
      now: { alias: 'now'; required: false };
    },
    {
      'backupstorage-preview': 'backupstorage-preview';
      'backupstorage-submit': 'backupstorage-submit';
      'backupstorage-created': 'backupstorage-created';
      'backupstorage-select': 'backupstorage-select';
      'backupstorage-cancel': 'backupstorage-cancel';
      'backupstorage-error': 'backupstorage-error';
    },
    never,
    never,
    true,
    never
  >;
}

/** Gives the elements inside it their data source. */
export declare class BackupStorageDataSourceDirective {
  /** Which data source to make when `dataSource` is not set: `kubernetes` speaks to a Kubernetes API below `base-url` with the page's own cookies, `memory` is a cluster inside the page. */
  kind: BackupStorageDataSourceProperties['kind'];
  /** Where a Kubernetes API is served, same-origin, such as `/k8s/clusters/c-1`. */
  baseUrl: BackupStorageDataSourceProperties['baseUrl'];
  /** For `memory`: start with the sample objects, so that there is something to see. */
  samples: BackupStorageDataSourceProperties['samples'];
  /** A data source made by the host; it takes precedence over `kind`. */
  dataSource: BackupStorageDataSourceProperties['dataSource'];
  /** For `memory`: the cluster's clock, in milliseconds since the epoch. The samples' ages are reckoned from it. */
  now: BackupStorageDataSourceProperties['now'];
  static ngAcceptInputType_samples: boolean | '' | undefined;
  /** The adapter could not be loaded. Fields: `error`, a `DataSourceError`. */
  readonly 'backupstorage-error': i0.EventEmitter<BackupStorageDataSourceEvents['backupstorage-error']>;
  static ɵfac: i0.ɵɵFactoryDeclaration<BackupStorageDataSourceDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BackupStorageDataSourceDirective,
    'backupstorage-data-source',
    never,
    {
      kind: { alias: 'kind'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      samples: { alias: 'samples'; required: false };
      dataSource: { alias: 'dataSource'; required: false };
      now: { alias: 'now'; required: false };
    },
    {
      'backupstorage-error': 'backupstorage-error';
    },
    never,
    never,
    true,
    never
  >;
}

/** Everything about one BackupStorage. */
export declare class BackupStorageDetailDirective {
  /** Namespace of the storage. */
  namespace: BackupStorageDetailProperties['namespace'];
  /** Name of the storage. */
  name: BackupStorageDetailProperties['name'];
  /** `overview` or `manifest`. Changed when the user switches. */
  tab: BackupStorageDetailProperties['tab'];
  /** Words that the rows of the Repositories table have to contain. Changed when the user types. */
  repositoriesFilter: BackupStorageDetailProperties['repositoriesFilter'];
  /** What the Repositories table is sorted by: a column's id, with `-` before it for descending. Changed by the user. */
  repositoriesSort: BackupStorageDetailProperties['repositoriesSort'];
  /** Words that the rows of the BackupConfigurations table have to contain. Changed when the user types. */
  configurationsFilter: BackupStorageDetailProperties['configurationsFilter'];
  /** What the BackupConfigurations table is sorted by, as for Repositories. Changed by the user. */
  configurationsSort: BackupStorageDetailProperties['configurationsSort'];
  /** Where a Repository's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  repositoryHref: BackupStorageDetailProperties['repositoryHref'];
  /** Where a BackupConfiguration's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  backupConfigurationHref: BackupStorageDetailProperties['backupConfigurationHref'];
  /** Where the list is: the way on from a storage that is not there. */
  listHref: BackupStorageDetailProperties['listHref'];
  /** Nothing can be changed from here: the actions are left out. */
  readonly: BackupStorageDetailProperties['readonly'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource: BackupStorageDetailProperties['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale: BackupStorageDetailProperties['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words: BackupStorageDetailProperties['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now: BackupStorageDetailProperties['now'];
  static ngAcceptInputType_readonly: boolean | '' | undefined;
  /** A Repository's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
  readonly 'backupstorage-repository-select': i0.EventEmitter<
    BackupStorageDetailEvents['backupstorage-repository-select']
  >;
  /** A BackupConfiguration's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
  readonly 'backupstorage-configuration-select': i0.EventEmitter<
    BackupStorageDetailEvents['backupstorage-configuration-select']
  >;
  /** The user changed the tab, a filter or a sort: for a host that keeps them in its URL. Fields: `tab`, `repositoriesFilter`, `repositoriesSort`, `configurationsFilter`, `configurationsSort`. */
  readonly 'backupstorage-detail-view-change': i0.EventEmitter<
    BackupStorageDetailEvents['backupstorage-detail-view-change']
  >;
  /** The user has changed the storage, or its credentials. Fields: `object`, never a Secret. */
  readonly 'backupstorage-updated': i0.EventEmitter<BackupStorageDetailEvents['backupstorage-updated']>;
  /** The shown storage has gone from the cluster. Fields: `namespace`, `name`. */
  readonly 'backupstorage-deleted': i0.EventEmitter<BackupStorageDetailEvents['backupstorage-deleted']>;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  readonly 'backupstorage-error': i0.EventEmitter<BackupStorageDetailEvents['backupstorage-error']>;
  static ɵfac: i0.ɵɵFactoryDeclaration<BackupStorageDetailDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BackupStorageDetailDirective,
    'backupstorage-detail',
    never,
    {
      namespace: { alias: 'namespace'; required: false };
      name: { alias: 'name'; required: false };
      tab: { alias: 'tab'; required: false };
      repositoriesFilter: { alias: 'repositoriesFilter'; required: false };
      repositoriesSort: { alias: 'repositoriesSort'; required: false };
      configurationsFilter: { alias: 'configurationsFilter'; required: false };
      configurationsSort: { alias: 'configurationsSort'; required: false };
      repositoryHref: { alias: 'repositoryHref'; required: false };
      backupConfigurationHref: { alias: 'backupConfigurationHref'; required: false };
      listHref: { alias: 'listHref'; required: false };
      readonly: { alias: 'readonly'; required: false };
      dataSource: { alias: 'dataSource'; required: false };
      locale: { alias: 'locale'; required: false };
      words: { alias: 'words'; required: false };
      now: { alias: 'now'; required: false };
    },
    {
      'backupstorage-repository-select': 'backupstorage-repository-select';
      'backupstorage-configuration-select': 'backupstorage-configuration-select';
      'backupstorage-detail-view-change': 'backupstorage-detail-view-change';
      'backupstorage-updated': 'backupstorage-updated';
      'backupstorage-deleted': 'backupstorage-deleted';
      'backupstorage-error': 'backupstorage-error';
    },
    never,
    never,
    true,
    never
  >;
}

/** A live table of BackupStorages. */
export declare class BackupStorageListDirective {
  /** The namespace to show; empty for all. Changed when the user selects another. */
  namespace: BackupStorageListProperties['namespace'];
  /** Namespaces to offer, besides those that the data source knows. */
  namespaces: BackupStorageListProperties['namespaces'];
  /** Words that rows must contain, in name, namespace, provider or status. Changed when the user types. */
  filter: BackupStorageListProperties['filter'];
  /** The column to sort by, `-` before it for descending, such as `-age`. Changed when the user sorts. */
  sort: BackupStorageListProperties['sort'];
  /** The providers to show, separated by commas, such as `s3,gcs`; empty for all. Changed when the user presses a toggle. */
  providers: BackupStorageListProperties['providers'];
  /** The statuses to show, separated by commas: phases as they are, `Unknown`, `Terminating`, and `sync-error`; empty for all. Changed when the user presses a toggle. */
  statuses: BackupStorageListProperties['statuses'];
  /** Ids of the columns to show, in order, separated by commas: `name`, `namespace`, `provider`, `size`, `repositories`, `status`, `age`. Empty for all; the name is always there. Changed when the user chooses columns. */
  columns: BackupStorageListProperties['columns'];
  /** The key that leads to the filter from wherever no text is typed; empty for none. */
  filterKey: BackupStorageListProperties['filterKey'];
  /** Where a name leads, with `{namespace}` and `{name}` in it. Without it names are buttons that only fire `backupstorage-select`. */
  detailHref: BackupStorageListProperties['detailHref'];
  /** Where the create button leads. Without it the button only fires `backupstorage-create`. */
  createHref: BackupStorageListProperties['createHref'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource: BackupStorageListProperties['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale: BackupStorageListProperties['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words: BackupStorageListProperties['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now: BackupStorageListProperties['now'];
  /** A storage was chosen. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
  readonly 'backupstorage-select': i0.EventEmitter<BackupStorageListEvents['backupstorage-select']>;
  /** A new storage is wanted. Cancelable: keeps the browser from following `create-href`. Fields: `namespace`. */
  readonly 'backupstorage-create': i0.EventEmitter<BackupStorageListEvents['backupstorage-create']>;
  /** The user selected another namespace. Fields: `namespace`, empty for all. */
  readonly 'backupstorage-namespace-change': i0.EventEmitter<BackupStorageListEvents['backupstorage-namespace-change']>;
  /** The user changed what is shown. Fields: `filter`, `sort`, `providers`, `statuses`, `columns`, each written as the property of its name takes it. */
  readonly 'backupstorage-view-change': i0.EventEmitter<BackupStorageListEvents['backupstorage-view-change']>;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  readonly 'backupstorage-error': i0.EventEmitter<BackupStorageListEvents['backupstorage-error']>;
  static ɵfac: i0.ɵɵFactoryDeclaration<BackupStorageListDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BackupStorageListDirective,
    'backupstorage-list',
    never,
    {
      namespace: { alias: 'namespace'; required: false };
      namespaces: { alias: 'namespaces'; required: false };
      filter: { alias: 'filter'; required: false };
      sort: { alias: 'sort'; required: false };
      providers: { alias: 'providers'; required: false };
      statuses: { alias: 'statuses'; required: false };
      columns: { alias: 'columns'; required: false };
      filterKey: { alias: 'filterKey'; required: false };
      detailHref: { alias: 'detailHref'; required: false };
      createHref: { alias: 'createHref'; required: false };
      dataSource: { alias: 'dataSource'; required: false };
      locale: { alias: 'locale'; required: false };
      words: { alias: 'words'; required: false };
      now: { alias: 'now'; required: false };
    },
    {
      'backupstorage-select': 'backupstorage-select';
      'backupstorage-create': 'backupstorage-create';
      'backupstorage-namespace-change': 'backupstorage-namespace-change';
      'backupstorage-view-change': 'backupstorage-view-change';
      'backupstorage-error': 'backupstorage-error';
    },
    never,
    never,
    true,
    never
  >;
}

/** A manifest editor that masks credentials, asks the server beforehand, and submits. */
export declare class BackupStorageManifestPreviewDirective {
  /** What to show. Values of Secrets are masked on the screen until the user asks to see them. */
  objects: BackupStorageManifestPreviewProperties['objects'];
  /** What to show when `objects` is not set: a manifest as text, in the given format. */
  text: BackupStorageManifestPreviewProperties['text'];
  /** `yaml` or `json`. Changed when the user switches. */
  format: BackupStorageManifestPreviewProperties['format'];
  /** The text can be read and copied, not edited or submitted. */
  readonly: BackupStorageManifestPreviewProperties['readonly'];
  /** Shows credentials. Changed when the user asks for them; not reflected. */
  reveal: BackupStorageManifestPreviewProperties['reveal'];
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  detailHref: BackupStorageManifestPreviewProperties['detailHref'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource: BackupStorageManifestPreviewProperties['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale: BackupStorageManifestPreviewProperties['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words: BackupStorageManifestPreviewProperties['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now: BackupStorageManifestPreviewProperties['now'];
  static ngAcceptInputType_readonly: boolean | '' | undefined;
  static ngAcceptInputType_reveal: boolean | '' | undefined;
  /** The user has edited the manifest. Fields: `objects` (credentials masked), `valid`. */
  readonly 'backupstorage-manifest-change': i0.EventEmitter<
    BackupStorageManifestPreviewEvents['backupstorage-manifest-change']
  >;
  /** The user wants to go back. */
  readonly 'backupstorage-previous': i0.EventEmitter<BackupStorageManifestPreviewEvents['backupstorage-previous']>;
  /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
  readonly 'backupstorage-submit': i0.EventEmitter<BackupStorageManifestPreviewEvents['backupstorage-submit']>;
  /** The storage exists now. Fields: `object`. */
  readonly 'backupstorage-created': i0.EventEmitter<BackupStorageManifestPreviewEvents['backupstorage-created']>;
  /** The user wants to see the storage that was created. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
  readonly 'backupstorage-select': i0.EventEmitter<BackupStorageManifestPreviewEvents['backupstorage-select']>;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  readonly 'backupstorage-error': i0.EventEmitter<BackupStorageManifestPreviewEvents['backupstorage-error']>;
  static ɵfac: i0.ɵɵFactoryDeclaration<BackupStorageManifestPreviewDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    BackupStorageManifestPreviewDirective,
    'backupstorage-manifest-preview',
    never,
    {
      objects: { alias: 'objects'; required: false };
      text: { alias: 'text'; required: false };
      format: { alias: 'format'; required: false };
      readonly: { alias: 'readonly'; required: false };
      reveal: { alias: 'reveal'; required: false };
      detailHref: { alias: 'detailHref'; required: false };
      dataSource: { alias: 'dataSource'; required: false };
      locale: { alias: 'locale'; required: false };
      words: { alias: 'words'; required: false };
      now: { alias: 'now'; required: false };
    },
    {
      'backupstorage-manifest-change': 'backupstorage-manifest-change';
      'backupstorage-previous': 'backupstorage-previous';
      'backupstorage-submit': 'backupstorage-submit';
      'backupstorage-created': 'backupstorage-created';
      'backupstorage-select': 'backupstorage-select';
      'backupstorage-error': 'backupstorage-error';
    },
    never,
    never,
    true,
    never
  >;
}

/** All of them, for the `imports` of a component. */
export declare const BACKUP_STORAGE_DIRECTIVES: readonly [
  typeof BackupStorageCreateFormDirective,
  typeof BackupStorageDataSourceDirective,
  typeof BackupStorageDetailDirective,
  typeof BackupStorageListDirective,
  typeof BackupStorageManifestPreviewDirective,
];
