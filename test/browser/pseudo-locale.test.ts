/** The list and the detail page in as many states as can be had: everything said in them goes through the catalogue. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define/backupstorage-detail.js';
import '../../src/define/backupstorage-list.js';
import { kubernetesDataSource } from '../../src/data-source/kubernetes.js';
import { MemoryCluster, type MemoryClusterOptions } from '../../src/data-source/memory/index.js';
import type { DataSource } from '../../src/data-source/types.js';
import type { BackupStorageDetail } from '../../src/elements/backupstorage-detail/backupstorage-detail.js';
import type { BackupStorageList } from '../../src/elements/backupstorage-list/backupstorage-list.js';
import { en } from '../../src/locales/en/index.js';
import { BACKUP_STORAGES } from '../../src/model/resources.js';
import type { BackupStorage } from '../../src/model/types.js';
import { storage } from './list-support.js';
import { FORBIDDEN, plainEnglish, pseudo, shows, xa, type Known } from './pseudo-support.js';
import { button, rootOf, sampleCluster, seenText, type, until } from './support.js';

const says = (element: Element, known?: Known) => expect(plainEnglish(element, known)).to.deep.equal([]);

interface State<E> {
  options?: MemoryClusterOptions;
  properties?: Partial<E>;
  /** Before the element comes. */
  before?: (cluster: MemoryCluster) => void;
  /** What of ours tells that the state is there. */
  shows?: string;
  /** What is done once it is. */
  then?: (element: E, cluster: MemoryCluster) => Promise<unknown> | void;
  data?: Known['data'];
}

const reader = { verbs: ['get', 'list', 'watch'], resources: ['*'] };
const withoutWatch = (source: DataSource): DataSource => ({
  list: (resource, options) => source.list(resource, options),
  get: (resource, key, options) => source.get(resource, key, options),
});

describe('the pseudo-locale: <backupstorage-list>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  const rows = async (list: BackupStorageList) => until(() => rootOf(list).querySelector('tbody tr'), 'rows');
  const STATES: Record<string, State<BackupStorageList>> = {
    loading: { before: ({ faults }) => void faults.hold(), shows: en.loading },
    loaded: { then: rows },
    'sorted and filtered': { properties: { sort: '-size', filter: 'minio', providers: 's3' }, then: rows },
    'no match': { properties: { filter: 'nobody' }, shows: en.noMatchHeading },
    'no match of what was chosen': { properties: { providers: 'swift' }, shows: en.noMatchChosen(''), data: ['swift'] },
    'empty in a namespace': { properties: { namespace: 'nowhere' }, shows: en.emptyHeading, data: ['nowhere'] },
    forbidden: { options: { rules: [] }, shows: en.forbiddenEverywhereHeading },
    'forbidden in a namespace': {
      options: { rules: [] },
      properties: { namespace: 'demo' },
      shows: en.forbiddenHeading,
    },
    'partly forbidden': {
      options: {
        rules: [
          { verbs: ['*'], resources: ['*'], namespaces: ['demo'] },
          { verbs: ['list'], resources: ['namespaces'] },
        ],
      },
      shows: en.deniedNamespaces,
    },
    'may not create': { options: { rules: [reader] }, then: rows },
    'not installed': { before: ({ faults }) => void faults.uninstall(BACKUP_STORAGES), shows: en.notInstalledHeading },
    unreachable: { before: ({ faults }) => void (faults.offline = true), shows: en.unreachableHeading },
    'signed out': { before: ({ faults }) => void (faults.authExpired = true), shows: en.signedOutHeading },
    stale: {
      then: async (list, { faults }) => {
        await rows(list);
        faults.authExpired = true;
        faults.closeWatches();
        list.refresh();
        await until(() => seenText(rootOf(list)).includes(xa('Your session ended').slice(0, 12)), 'since when');
      },
    },
    'of many namespaces': {
      properties: { namespaces: Array.from({ length: 300 }, (_, index) => `ns-${index}`) },
      then: rows,
      data: [/^ns-\d+$/],
    },
    'with its columns menu': {
      then: async (list) => {
        await rows(list);
        rootOf(list).querySelector<HTMLElement>('[part~=columns-button]')!.click();
        await until(() => rootOf(list).querySelector('[part~=columns-menu]:popover-open'), 'the menu');
      },
    },
    'with the reason of a status': {
      then: async (list) => {
        await rows(list);
        rootOf(list).querySelector<HTMLElement>('[data-why]')!.focus();
        await until(() => rootOf(list).querySelector('.status-tip:popover-open'), 'the reason');
      },
    },
    'with news': {
      then: async (list, cluster) => {
        await rows(list);
        cluster.apply(storage('one-more'));
        const [first] = cluster.objects<BackupStorage>(BACKUP_STORAGES);
        cluster.apply({ ...first!, status: { ...first!.status, phase: 'NotReady' } });
        cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' });
        await until(() => !seenText(rootOf(list)).includes('minio-lab'), 'the change');
      },
    },
  };

  for (const [state, { options, properties, before, shows: words, then, data }] of Object.entries(STATES))
    it(state, async () => {
      const cluster = sampleCluster(options);
      before?.(cluster);
      const list = await pseudo<BackupStorageList>('backupstorage-list', {
        dataSource: cluster.dataSource(),
        ...properties,
      });
      if (words !== undefined) await shows(list, words);
      await then?.(list, cluster);
      says(list, { cluster, data: [FORBIDDEN, ...(data ?? [])] });
    });

  it('empty', async () => {
    const dataSource = new MemoryCluster().dataSource();
    const list = await pseudo<BackupStorageList>('backupstorage-list', { dataSource });
    await shows(list, en.emptyHeading);
    says(list);
  });

  it('without a data source', async () => {
    const list = await pseudo<BackupStorageList>('backupstorage-list');
    await shows(list, en.noSourceHeading);
    says(list);
  });

  const ANSWERS: Record<string, () => Response> = {
    'a proxy that says nothing': () => new Response('<html>down</html>', { status: 502, statusText: 'Bad Gateway' }),
    'a page to sign in': () => new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } }),
    'something that is not JSON': () => new Response('hello'),
    nothing: () => new Response(''),
    'something that is not a list': () => Response.json({ kind: 'Status' }),
  };
  for (const [what, answer] of Object.entries(ANSWERS))
    it(`answered with ${what}`, async () => {
      const dataSource = kubernetesDataSource(async () => answer());
      const list = await pseudo<BackupStorageList>('backupstorage-list', { dataSource });
      await shows(list, en.unreachableHeading);
      says(list, { data: ['502 Bad Gateway'] });
    });

  it('polling, namespaces unreadable', async () => {
    const rules = [{ verbs: ['*'], resources: ['backupstorages'], namespaces: ['demo'] }];
    const dataSource = withoutWatch(sampleCluster({ rules }).dataSource());
    const list = await pseudo<BackupStorageList>('backupstorage-list', { dataSource });
    await shows(list, en.namespacesUnreadable);
    says(list, { data: [FORBIDDEN] });
  });
});

describe('the pseudo-locale: <backupstorage-detail>', () => {
  before(() => setViewport({ width: 1280, height: 900 }));

  const open = async (key: string, { options, properties, before }: State<BackupStorageDetail> = {}) => {
    const cluster = sampleCluster(options);
    before?.(cluster);
    const [namespace = '', name = ''] = key.split('/');
    const detail = await pseudo<BackupStorageDetail>('backupstorage-detail', {
      dataSource: cluster.dataSource(),
      namespace,
      name,
      listHref: '/storages',
      ...properties,
    });
    return { cluster, detail };
  };
  const settled = async (detail: BackupStorageDetail) => {
    await shows(detail, en.basic);
    const loading = xa(en.loadingRows('X')).slice(0, 12);
    await until(() => !seenText(rootOf(detail)).includes(loading), 'the tables');
  };

  for (const { metadata } of sampleCluster().objects<BackupStorage>(BACKUP_STORAGES)) {
    const key = `${metadata!.namespace}/${metadata!.name}`;
    it(`of ${key}`, async () => {
      const { detail } = await open(key);
      await settled(detail);
      says(detail);
    });
  }

  const STATES: Record<string, State<BackupStorageDetail>> = {
    loading: { before: ({ faults }) => void faults.hold(), shows: en.loading },
    forbidden: { options: { rules: [] }, shows: en.forbiddenOneHeading },
    'not installed': { before: ({ faults }) => void faults.uninstall(BACKUP_STORAGES), shows: en.notInstalledHeading },
    unreachable: { before: ({ faults }) => void (faults.offline = true), shows: en.unreachableHeading },
    'signed out': { before: ({ faults }) => void (faults.authExpired = true), shows: en.signedOutHeading },
    'of which only the storage may be read': {
      options: { rules: [{ verbs: ['get', 'list', 'watch'], resources: ['backupstorages'] }] },
      then: settled,
    },
    'only to be read': { properties: { readonly: true }, then: settled },
    'that may not be changed': { options: { rules: [reader] }, then: settled },
    stale: {
      then: async (detail, { faults }) => {
        await settled(detail);
        faults.authExpired = true;
        faults.cutWatches();
        await until(() => detail.matches(':state(stale)'), 'stale');
      },
    },
    deleted: {
      then: async (detail, cluster) => {
        await settled(detail);
        cluster.remove(BACKUP_STORAGES, { namespace: 'demo', name: 'minio-lab' });
        await shows(detail, en.deletedText);
      },
    },
    replaced: {
      then: async (detail, cluster) => {
        await settled(detail);
        const { metadata, ...rest } = cluster.get<BackupStorage>(BACKUP_STORAGES, {
          namespace: 'demo',
          name: 'minio-lab',
        })!;
        cluster.apply({ ...rest, metadata: { ...metadata, uid: 'another' } });
        await shows(detail, en.replacedText);
      },
    },
    'with its keys checked': {
      then: async (detail) => {
        await settled(detail);
        button(rootOf(detail), xa(en.checkKeys))!.click();
        await until(() => seenText(rootOf(detail)).includes(xa(en.keysPresent(['X'])).slice(0, 16)), 'the keys');
      },
    },
    'with no row that matches': {
      then: async (detail) => {
        await settled(detail);
        for (const field of rootOf(detail).querySelectorAll<HTMLInputElement>('input[id^=filter-]'))
          type(field, 'nobody');
        await until(() => rootOf(detail).querySelector('[part~=clear-filter], .no-match'), 'no match').catch(
          () => undefined,
        );
      },
    },
    'with its manifest': {
      properties: { tab: 'manifest' },
      then: async (detail) => {
        await until(() => rootOf(detail).querySelector('.cm-content'), 'the manifest', 10_000);
      },
    },
  };

  for (const [state, { shows: words, then, data, ...how }] of Object.entries(STATES))
    it(state, async () => {
      const { cluster, detail } = await open('demo/minio-lab', how);
      if (words !== undefined) await shows(detail, words);
      await then?.(detail, cluster);
      says(detail, { cluster, data: [FORBIDDEN, ...(data ?? [])] });
    });

  it('that is not there', async () => {
    const { detail } = await open('demo/nobody');
    await shows(detail, en.retry);
    says(detail);
  });

  it('without a data source', async () => {
    const detail = await pseudo<BackupStorageDetail>('backupstorage-detail', { namespace: 'demo', name: 'minio-lab' });
    await shows(detail, en.noSourceHeading);
    says(detail);
  });
});

describe('the pseudo-locale: its check', () => {
  it('finds what has not gone through the catalogue, in texts and in names', async () => {
    const list = await pseudo<BackupStorageList>('backupstorage-list', { dataSource: sampleCluster().dataSource() });
    await until(() => rootOf(list).querySelector('tbody tr'), 'rows');
    const added = document.createElement('p');
    added.append(`${xa('Loading…')}, not translated`);
    added.title = 'Sorted by name';
    rootOf(list).append(added);
    expect(plainEnglish(list)).to.deep.equal(['<p> title: Sorted by name', '<p>: not translated']);
  });
});
