import { expect } from 'chai';
import type { StorageAction } from '../../../src/controllers/actions/storage-actions.js';
import type { AccessRule } from '../../../src/data-source/memory/index.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { ActionsRig, SECRET, storageNamed } from './actions-rig.js';

const READ: AccessRule = { verbs: ['get', 'list', 'watch'], resources: ['*'] };

describe('the actions of a storage', () => {
  let rig: ActionsRig;
  afterEach(() => rig.dispose());

  const state = (action: StorageAction) => rig.actions.stateOf(action);

  it('are allowed where the user may', async () => {
    rig = new ActionsRig();
    await rig.until(() => rig.requests.includes('review'));
    for (const action of ['edit', 'rotate', 'delete'] as const) expect(state(action)).to.deep.equal({ is: 'allowed' });
  });

  it('are disabled with the reason where the user may not', async () => {
    rig = new ActionsRig(undefined, { rules: [READ] });
    await rig.until(() => state('delete').is === 'disabled');
    expect(state('delete')).to.deep.include({ reason: 'You may not delete backupstorages in demo.' });
    expect(state('edit')).to.deep.include({ reason: 'You may not patch backupstorages in demo.' });
    expect(state('rotate')).to.deep.include({ reason: 'You may not patch secrets in demo.' });
    rig.actions.start('delete');
    expect(rig.actions.deletion.step).to.equal('closed');
  });

  it('ask for this storage and this Secret by name', async () => {
    const rules = [
      READ,
      { verbs: ['delete', 'patch'], resources: ['backupstorages'], namespaces: ['demo'], names: ['other'] },
      { verbs: ['patch'], resources: ['secrets'], namespaces: ['demo'], names: ['s3-cred'] },
    ];
    rig = new ActionsRig(undefined, { rules });
    await rig.until(() => state('delete').is === 'disabled');
    expect(state('rotate')).to.deep.equal({ is: 'allowed' });
  });

  it('are left to the server where nobody can be asked', async () => {
    rig = new ActionsRig();
    rig.cluster.faults.fail(503, { when: ({ verb }) => verb === 'review', times: Infinity });
    await rig.until(() => rig.requests.includes('review'));
    expect(state('delete')).to.deep.equal({ is: 'allowed' });
  });

  it('are hidden where the data source has no way', () => {
    rig = new ActionsRig();
    const { source } = rig;
    rig.source = { list: source.list.bind(source), get: source.get.bind(source) } as DataSource;
    rig.update();
    for (const action of ['edit', 'rotate', 'delete'] as const) expect(state(action)).to.deep.equal({ is: 'hidden' });
  });

  it('know of storages that have no Secret, and never had one', () => {
    const bare = (provider: string) => storageNamed('s3', ({ spec }) => (spec!.storage = { provider, [provider]: {} }));
    rig = new ActionsRig([bare('s3')]);
    expect(state('rotate')).to.deep.equal({ is: 'disabled', reason: 'This storage names no Secret.' });
    rig.dispose();
    rig = new ActionsRig([bare('local')]);
    expect(state('rotate')).to.deep.equal({ is: 'hidden' });
  });

  it('are disabled while the storage is being deleted by somebody else', () => {
    rig = new ActionsRig([
      storageNamed('s3', ({ metadata }) => (metadata!.deletionTimestamp = '2026-08-20T10:00:00Z')),
      SECRET,
    ]);
    for (const action of ['edit', 'rotate', 'delete'] as const)
      expect(state(action)).to.deep.equal({ is: 'disabled', reason: 'This storage is being deleted.' });
  });

  it('ask again for another storage, and not for a new version of the same', async () => {
    rig = new ActionsRig();
    const reviews = () => rig.requests.filter((request) => request === 'review').length;
    await rig.until(() => reviews() === 1);
    rig.change(({ metadata }) => (metadata!.labels = { team: 'other' }));
    rig.update();
    expect(reviews()).to.equal(1);
    rig.change(({ metadata }) => (metadata!.uid = 'another'));
    await rig.until(() => reviews() === 2);
  });
});
