// Generated from custom-elements.json by `npm run manifest`.
import type {
  BackupStorageCancelEvent,
  BackupStorageConfigurationSelectEvent,
  BackupStorageCreateEvent,
  BackupStorageCreateForm,
  BackupStorageCreatedEvent,
  BackupStorageDataSource,
  BackupStorageDeletedEvent,
  BackupStorageDetail,
  BackupStorageDetailViewChangeEvent,
  BackupStorageErrorEvent,
  BackupStorageList,
  BackupStorageManifestChangeEvent,
  BackupStorageManifestPreview,
  BackupStorageNamespaceChangeEvent,
  BackupStoragePreviewEvent,
  BackupStoragePreviousEvent,
  BackupStorageRepositorySelectEvent,
  BackupStorageSelectEvent,
  BackupStorageSubmitEvent,
  BackupStorageUpdatedEvent,
  BackupStorageViewChangeEvent,
} from '../dist/index.js';

/** Properties of `<backupstorage-create-form>`. */
export interface BackupStorageCreateFormProperties {
  /** Namespace to start with. */
  namespace?: BackupStorageCreateForm['namespace'];
  /** Namespaces to offer, besides those that the data source knows. */
  namespaces?: BackupStorageCreateForm['namespaces'];
  /** The OpenAPI v3 schema of a BackupStorage, for hosts that have it; else that of the cluster, else the bundled one. */
  schema?: BackupStorageCreateForm['schema'];
  /** The CustomResourceDefinition, for hosts that have it; its first served version's schema is used. */
  crd?: BackupStorageCreateForm['crd'];
  /** Labels, order and rules of the form, in the place of the built-in ones. */
  overlay?: BackupStorageCreateForm['overlay'];
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  detailHref?: BackupStorageCreateForm['detailHref'];
  /** `form` or `preview`. Changed by the user's way through the form; setting `preview` shows it only when nothing is wrong. */
  step?: BackupStorageCreateForm['step'];
  /** The BackupStorage that the form says, without credentials. Set it to start from an existing object: the form opens as a copy of it, with its identity removed and no credentials read. Until the form has been loaded it is what was set. */
  value?: BackupStorageCreateForm['value'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource?: BackupStorageCreateForm['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale?: BackupStorageCreateForm['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words?: BackupStorageCreateForm['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now?: BackupStorageCreateForm['now'];
}

/** Attributes of `<backupstorage-create-form>` that are written otherwise than their properties. */
export interface BackupStorageCreateFormAttributes {
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  'detail-href'?: BackupStorageCreateForm['detailHref'];
}

/** Events of `<backupstorage-create-form>`. */
export interface BackupStorageCreateFormEvents {
  /** The form is complete and its manifest is shown. Fields: `value`, without credentials. */
  'backupstorage-preview': BackupStoragePreviewEvent;
  /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
  'backupstorage-submit': BackupStorageSubmitEvent;
  /** The storage exists now. Fields: `object`. */
  'backupstorage-created': BackupStorageCreatedEvent;
  /** The user wants to see the created storage. Cancelable: the link is not followed then. Fields: `namespace`, `name`, `object`. */
  'backupstorage-select': BackupStorageSelectEvent;
  /** The user wants to leave. Cancelable: what was entered is kept then. Fields: `dirty`. */
  'backupstorage-cancel': BackupStorageCancelEvent;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  'backupstorage-error': BackupStorageErrorEvent;
}

/** Properties of `<backupstorage-data-source>`. */
export interface BackupStorageDataSourceProperties {
  /** Which data source to make when `dataSource` is not set: `kubernetes` speaks to a Kubernetes API below `base-url` with the page's own cookies, `memory` is a cluster inside the page. */
  kind?: BackupStorageDataSource['kind'];
  /** Where a Kubernetes API is served, same-origin, such as `/k8s/clusters/c-1`. */
  baseUrl?: BackupStorageDataSource['baseUrl'];
  /** For `memory`: start with the sample objects, so that there is something to see. */
  samples?: BackupStorageDataSource['samples'];
  /** A data source made by the host; it takes precedence over `kind`. */
  dataSource?: BackupStorageDataSource['dataSource'];
  /** For `memory`: the cluster's clock, in milliseconds since the epoch. The samples' ages are reckoned from it. */
  now?: BackupStorageDataSource['now'];
}

/** Attributes of `<backupstorage-data-source>` that are written otherwise than their properties. */
export interface BackupStorageDataSourceAttributes {
  /** Where a Kubernetes API is served, same-origin, such as `/k8s/clusters/c-1`. */
  'base-url'?: BackupStorageDataSource['baseUrl'];
}

/** Events of `<backupstorage-data-source>`. */
export interface BackupStorageDataSourceEvents {
  /** The adapter could not be loaded. Fields: `error`, a `DataSourceError`. */
  'backupstorage-error': BackupStorageErrorEvent;
}

/** Properties of `<backupstorage-detail>`. */
export interface BackupStorageDetailProperties {
  /** Namespace of the storage. */
  namespace?: BackupStorageDetail['namespace'];
  /** Name of the storage. */
  name?: BackupStorageDetail['name'];
  /** `overview` or `manifest`. Changed when the user switches. */
  tab?: BackupStorageDetail['tab'];
  /** Words that the rows of the Repositories table have to contain. Changed when the user types. */
  repositoriesFilter?: BackupStorageDetail['repositoriesFilter'];
  /** What the Repositories table is sorted by: a column's id, with `-` before it for descending. Changed by the user. */
  repositoriesSort?: BackupStorageDetail['repositoriesSort'];
  /** Words that the rows of the BackupConfigurations table have to contain. Changed when the user types. */
  configurationsFilter?: BackupStorageDetail['configurationsFilter'];
  /** What the BackupConfigurations table is sorted by, as for Repositories. Changed by the user. */
  configurationsSort?: BackupStorageDetail['configurationsSort'];
  /** Where a Repository's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  repositoryHref?: BackupStorageDetail['repositoryHref'];
  /** Where a BackupConfiguration's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  backupConfigurationHref?: BackupStorageDetail['backupConfigurationHref'];
  /** Where the list is: the way on from a storage that is not there. */
  listHref?: BackupStorageDetail['listHref'];
  /** Nothing can be changed from here: the actions are left out. */
  readonly?: BackupStorageDetail['readonly'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource?: BackupStorageDetail['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale?: BackupStorageDetail['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words?: BackupStorageDetail['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now?: BackupStorageDetail['now'];
}

/** Attributes of `<backupstorage-detail>` that are written otherwise than their properties. */
export interface BackupStorageDetailAttributes {
  /** Words that the rows of the Repositories table have to contain. Changed when the user types. */
  'repositories-filter'?: BackupStorageDetail['repositoriesFilter'];
  /** What the Repositories table is sorted by: a column's id, with `-` before it for descending. Changed by the user. */
  'repositories-sort'?: BackupStorageDetail['repositoriesSort'];
  /** Words that the rows of the BackupConfigurations table have to contain. Changed when the user types. */
  'configurations-filter'?: BackupStorageDetail['configurationsFilter'];
  /** What the BackupConfigurations table is sorted by, as for Repositories. Changed by the user. */
  'configurations-sort'?: BackupStorageDetail['configurationsSort'];
  /** Where a Repository's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  'repository-href'?: BackupStorageDetail['repositoryHref'];
  /** Where a BackupConfiguration's name leads, with `{namespace}` and `{name}` in it. Without it names are plain text. */
  'backupconfiguration-href'?: BackupStorageDetail['backupConfigurationHref'];
  /** Where the list is: the way on from a storage that is not there. */
  'list-href'?: BackupStorageDetail['listHref'];
}

/** Events of `<backupstorage-detail>`. */
export interface BackupStorageDetailEvents {
  /** A Repository's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
  'backupstorage-repository-select': BackupStorageRepositorySelectEvent;
  /** A BackupConfiguration's link was followed. Cancelable: keeps the browser from following it. Fields: `namespace`, `name`, `object`. */
  'backupstorage-configuration-select': BackupStorageConfigurationSelectEvent;
  /** The user changed the tab, a filter or a sort: for a host that keeps them in its URL. Fields: `tab`, `repositoriesFilter`, `repositoriesSort`, `configurationsFilter`, `configurationsSort`. */
  'backupstorage-detail-view-change': BackupStorageDetailViewChangeEvent;
  /** The user has changed the storage, or its credentials. Fields: `object`, never a Secret. */
  'backupstorage-updated': BackupStorageUpdatedEvent;
  /** The shown storage has gone from the cluster. Fields: `namespace`, `name`. */
  'backupstorage-deleted': BackupStorageDeletedEvent;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  'backupstorage-error': BackupStorageErrorEvent;
}

/** Properties of `<backupstorage-list>`. */
export interface BackupStorageListProperties {
  /** The namespace to show; empty for all. Changed when the user selects another. */
  namespace?: BackupStorageList['namespace'];
  /** Namespaces to offer, besides those that the data source knows. */
  namespaces?: BackupStorageList['namespaces'];
  /** Words that rows must contain, in name, namespace, provider or status. Changed when the user types. */
  filter?: BackupStorageList['filter'];
  /** The column to sort by, `-` before it for descending, such as `-age`. Changed when the user sorts. */
  sort?: BackupStorageList['sort'];
  /** The providers to show, separated by commas, such as `s3,gcs`; empty for all. Changed when the user presses a toggle. */
  providers?: BackupStorageList['providers'];
  /** The statuses to show, separated by commas: phases as they are, `Unknown`, `Terminating`, and `sync-error`; empty for all. Changed when the user presses a toggle. */
  statuses?: BackupStorageList['statuses'];
  /** Ids of the columns to show, in order, separated by commas: `name`, `namespace`, `provider`, `size`, `repositories`, `status`, `age`. Empty for all; the name is always there. Changed when the user chooses columns. */
  columns?: BackupStorageList['columns'];
  /** The key that leads to the filter from wherever no text is typed; empty for none. */
  filterKey?: BackupStorageList['filterKey'];
  /** Where a name leads, with `{namespace}` and `{name}` in it. Without it names are buttons that only fire `backupstorage-select`. */
  detailHref?: BackupStorageList['detailHref'];
  /** Where the create button leads. Without it the button only fires `backupstorage-create`. */
  createHref?: BackupStorageList['createHref'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource?: BackupStorageList['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale?: BackupStorageList['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words?: BackupStorageList['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now?: BackupStorageList['now'];
}

/** Attributes of `<backupstorage-list>` that are written otherwise than their properties. */
export interface BackupStorageListAttributes {
  /** The key that leads to the filter from wherever no text is typed; empty for none. */
  'filter-key'?: BackupStorageList['filterKey'];
  /** Where a name leads, with `{namespace}` and `{name}` in it. Without it names are buttons that only fire `backupstorage-select`. */
  'detail-href'?: BackupStorageList['detailHref'];
  /** Where the create button leads. Without it the button only fires `backupstorage-create`. */
  'create-href'?: BackupStorageList['createHref'];
}

/** Events of `<backupstorage-list>`. */
export interface BackupStorageListEvents {
  /** A storage was chosen. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
  'backupstorage-select': BackupStorageSelectEvent;
  /** A new storage is wanted. Cancelable: keeps the browser from following `create-href`. Fields: `namespace`. */
  'backupstorage-create': BackupStorageCreateEvent;
  /** The user selected another namespace. Fields: `namespace`, empty for all. */
  'backupstorage-namespace-change': BackupStorageNamespaceChangeEvent;
  /** The user changed what is shown. Fields: `filter`, `sort`, `providers`, `statuses`, `columns`, each written as the property of its name takes it. */
  'backupstorage-view-change': BackupStorageViewChangeEvent;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  'backupstorage-error': BackupStorageErrorEvent;
}

/** Properties of `<backupstorage-manifest-preview>`. */
export interface BackupStorageManifestPreviewProperties {
  /** What to show. Values of Secrets are masked on the screen until the user asks to see them. */
  objects?: BackupStorageManifestPreview['objects'];
  /** What to show when `objects` is not set: a manifest as text, in the given format. */
  text?: BackupStorageManifestPreview['text'];
  /** `yaml` or `json`. Changed when the user switches. */
  format?: BackupStorageManifestPreview['format'];
  /** The text can be read and copied, not edited or submitted. */
  readonly?: BackupStorageManifestPreview['readonly'];
  /** Shows credentials. Changed when the user asks for them; not reflected. */
  reveal?: BackupStorageManifestPreview['reveal'];
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  detailHref?: BackupStorageManifestPreview['detailHref'];
  /** Where objects come from. Without it, that of the nearest `backupstorage-data-source` above. */
  dataSource?: BackupStorageManifestPreview['dataSource'];
  /** BCP 47 tag of the language, and of dates and numbers. Without it the nearest `lang` attribute around the element says it; without that, words are English, and dates and numbers the browser's own. */
  locale?: BackupStorageManifestPreview['locale'];
  /** Replaces words of this one element, by the keys of `Messages`. For all elements: `registerMessages`. */
  words?: BackupStorageManifestPreview['words'];
  /** The clock that ages are reckoned by, in milliseconds since the epoch: for tests and stories. */
  now?: BackupStorageManifestPreview['now'];
}

/** Attributes of `<backupstorage-manifest-preview>` that are written otherwise than their properties. */
export interface BackupStorageManifestPreviewAttributes {
  /** Where a created storage leads, with `{namespace}` and `{name}` in it. Without it View only fires `backupstorage-select`. */
  'detail-href'?: BackupStorageManifestPreview['detailHref'];
}

/** Events of `<backupstorage-manifest-preview>`. */
export interface BackupStorageManifestPreviewEvents {
  /** The user has edited the manifest. Fields: `objects` (credentials masked), `valid`. */
  'backupstorage-manifest-change': BackupStorageManifestChangeEvent;
  /** The user wants to go back. */
  'backupstorage-previous': BackupStoragePreviousEvent;
  /** Fired before anything is sent. Cancelable: nothing is sent then. Fields: `objects` (credentials masked). */
  'backupstorage-submit': BackupStorageSubmitEvent;
  /** The storage exists now. Fields: `object`. */
  'backupstorage-created': BackupStorageCreatedEvent;
  /** The user wants to see the storage that was created. Cancelable: keeps the browser from following the link. Fields: `namespace`, `name`, `object`. */
  'backupstorage-select': BackupStorageSelectEvent;
  /** A fault that the element shows already. Fields: `error`, a `DataSourceError`. */
  'backupstorage-error': BackupStorageErrorEvent;
}

/** What each tag is, takes and fires. */
export interface ElementTypes {
  /** A form and a manifest preview that create a BackupStorage. */
  'backupstorage-create-form': {
    element: BackupStorageCreateForm;
    properties: BackupStorageCreateFormProperties;
    attributes: BackupStorageCreateFormAttributes;
    events: BackupStorageCreateFormEvents;
  };
  /** Gives the elements inside it their data source. */
  'backupstorage-data-source': {
    element: BackupStorageDataSource;
    properties: BackupStorageDataSourceProperties;
    attributes: BackupStorageDataSourceAttributes;
    events: BackupStorageDataSourceEvents;
  };
  /** Everything about one BackupStorage. */
  'backupstorage-detail': {
    element: BackupStorageDetail;
    properties: BackupStorageDetailProperties;
    attributes: BackupStorageDetailAttributes;
    events: BackupStorageDetailEvents;
  };
  /** A live table of BackupStorages. */
  'backupstorage-list': {
    element: BackupStorageList;
    properties: BackupStorageListProperties;
    attributes: BackupStorageListAttributes;
    events: BackupStorageListEvents;
  };
  /** A manifest editor that masks credentials, asks the server beforehand, and submits. */
  'backupstorage-manifest-preview': {
    element: BackupStorageManifestPreview;
    properties: BackupStorageManifestPreviewProperties;
    attributes: BackupStorageManifestPreviewAttributes;
    events: BackupStorageManifestPreviewEvents;
  };
}
