import { expect } from 'chai';
import type { MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import type { BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { RESOURCE_TYPES, type ResourceType } from '../../../src/model/resources.js';
import {
  ActionsRig,
  asks,
  batchNamed,
  configurationNamed,
  KEY,
  repositoryNamed,
  SECRET,
  SECRET_KEY,
  storageNamed,
} from './actions-rig.js';

const isNoBatch = ({ kind }: ResourceType) => kind !== 'BackupBatch';

describe('the deletion of a storage', () => {
  let rig: ActionsRig;
  afterEach(() => rig.dispose());

  const deletion = () => rig.actions.deletion;

  async function asked(objects?: readonly KubernetesObject[], options?: MemoryClusterOptions) {
    rig = new ActionsRig(objects, options);
    rig.actions.start('delete');
    await rig.until(() => {
      const { consequences } = deletion();
      return consequences?.dependentsKnown !== 'loading' && consequences?.batchesKnown !== 'loading';
    });
    return deletion();
  }

  const wipe = (storage: BackupStorage) => void (storage.spec!.deletionPolicy = 'WipeOut');

  it('tells what comes with it', async () => {
    const inUse = storageNamed('s3', ({ spec, status }) => {
      spec!.default = true;
      status!.repositories = [
        { name: 'r', namespace: 'demo', size: '2.000 MiB' },
        { name: 'far', namespace: 'prod', size: '1.000 MiB' },
      ];
      status!.totalSize = '3.000 MiB';
    });
    const { consequences } = await asked([
      inUse,
      SECRET,
      repositoryNamed('r'),
      repositoryNamed('fresh'),
      configurationNamed('b', 'prod'),
      configurationNamed('a', 'demo'),
    ]);
    expect(consequences).to.deep.equal({
      policy: 'Delete',
      isDefault: true,
      repositories: 3,
      size: '3.000 MiB',
      dependents: ['demo/a', 'prod/b'],
      dependentsKnown: 'known',
      batches: [],
      batchesKnown: 'known',
      denied: [],
    });
    expect(rig.writes).to.deep.equal([]);
  });

  it('counts BackupBatches among who depends on it, and what they encrypt with', async () => {
    const { consequences, secretOffer } = await asked([
      storageNamed('s3'),
      SECRET,
      batchNamed('shop', 'demo', SECRET_KEY.name),
      configurationNamed('shop', 'demo'),
    ]);
    expect(consequences).to.deep.include({ dependents: ['demo/shop'], batches: ['demo/shop'], batchesKnown: 'known' });
    expect(secretOffer).to.deep.include({ is: 'used', by: ['demo/shop'] });
  });

  it('a cluster without BackupBatches has none, and one that refuses them does not tell', async () => {
    const { consequences } = await asked([storageNamed('s3'), SECRET], { types: RESOURCE_TYPES.filter(isNoBatch) });
    expect(consequences).to.deep.include({ batches: [], batchesKnown: 'known', dependentsKnown: 'known' });
    rig.dispose();
    const rules = [{ verbs: ['*'], resources: RESOURCE_TYPES.filter(isNoBatch).map(({ resource }) => resource) }];
    const refused = await asked([storageNamed('s3'), SECRET], { rules });
    await rig.until(() => refused.consequences?.batchesKnown === 'unknown');
    expect(refused.consequences).to.deep.include({ dependentsKnown: 'known', denied: [] });
  });

  it('says what it could not see', async () => {
    const rules = [
      { verbs: ['*'], resources: ['backupstorages', 'repositories', 'secrets'] },
      { verbs: ['*'], resources: ['backupconfigurations'], namespaces: ['demo'] },
    ];
    const inUse = storageNamed('s3', ({ status }) => (status!.repositories = [{ name: 'r', namespace: 'prod' }]));
    await asked([inUse, SECRET, configurationNamed('a', 'demo'), configurationNamed('b', 'prod')], { rules });
    await rig.until(() => deletion().consequences?.denied.length);
    expect(deletion().consequences).to.deep.include({
      dependents: ['demo/a'],
      dependentsKnown: 'partly',
      denied: ['prod'],
    });
  });

  it('does nothing before the user’s word, and nothing after a change of mind', async () => {
    const ours = await asked();
    ours.close();
    await ours.confirm();
    expect(ours.step).to.equal('closed');
    expect(rig.storage).to.not.equal(undefined);
    expect(rig.writes).to.deep.equal([]);
  });

  it('is followed through Terminating until it has gone, and leaves the Secret', async () => {
    const ours = await asked();
    await ours.confirm();
    expect(ours.step).to.equal('terminating');
    expect(rig.storage?.metadata?.deletionTimestamp).to.not.equal(undefined);
    await rig.until(() => ours.step === 'done');
    expect(rig.storage).to.equal(undefined);
    expect(rig.secret).to.not.equal(undefined);
    expect(rig.deleted.map(({ metadata }) => metadata?.name)).to.deep.equal(['s3']);
    expect(rig.writes).to.deep.equal(['delete BackupStorage']);
  });

  it('goes on without its dialog', async () => {
    const ours = await asked();
    await ours.confirm();
    ours.close();
    expect(ours.isOpen).to.equal(false);
    expect(ours.step).to.equal('terminating');
    // It can be looked at again, although no other action is left.
    rig.update();
    expect(rig.actions.stateOf('edit').is).to.equal('disabled');
    rig.actions.start('delete');
    expect(ours.isOpen).to.equal(true);
    ours.close();
    await rig.until(() => rig.deleted.length === 1);
  });

  it('asks for the name when the data goes too', async () => {
    const ours = await asked([storageNamed('s3', wipe), SECRET]);
    expect(ours.asksForName).to.equal(true);
    for (const typed of ['', 'S3', 's3 ']) {
      ours.typedName = typed;
      await ours.confirm();
    }
    expect(rig.writes).to.deep.equal([]);
    ours.typedName = 's3';
    await ours.confirm();
    expect(rig.writes).to.deep.equal(['delete BackupStorage']);
  });

  it('asks again when the policy has been changed while the answer was on its way', async () => {
    const ours = await asked();
    const held = rig.cluster.faults.hold({ when: asks('get', 'BackupStorage') });
    const confirmed = ours.confirm();
    await rig.until(() => held.waiting === 1);
    rig.change(wipe);
    held.release();
    await confirmed;
    expect(ours.step).to.equal('asking');
    expect(ours.problem).to.deep.equal({ is: 'changed' });
    expect(rig.writes).to.deep.equal([]);
    rig.update();
    expect(ours.asksForName).to.equal(true);
  });

  it('is not disturbed by an operator that writes the status just then', async () => {
    const ours = await asked();
    let writes = 0;
    const stop = rig.cluster.observe((request) => {
      if (!asks('delete', 'BackupStorage')(request) || writes++ > 1) return;
      rig.change(({ status }) => (status!.totalSize = `${writes}.000 MiB`));
    });
    await ours.confirm();
    stop();
    expect(ours.step).to.equal('terminating');
    expect(rig.writes).to.have.length(3);
  });

  it('leaves another storage alone that has the name now', async () => {
    const ours = await asked();
    rig.cluster.observe((request) => {
      if (asks('get', 'BackupStorage')(request)) rig.change(({ metadata }) => (metadata!.uid = 'another'));
    });
    await ours.confirm();
    expect(ours.problem).to.deep.equal({ is: 'replaced' });
    expect(ours.canConfirm).to.equal(false);
    expect(rig.writes).to.deep.equal([]);
    // It is told, also when the page shows the other one by now.
    rig.update();
    expect(ours.problem).to.deep.equal({ is: 'replaced' });
    expect(ours.isOpen).to.equal(true);
  });

  it('is done at once when the storage has gone already', async () => {
    const ours = await asked();
    rig.cluster.remove(BACKUP_STORAGES, KEY);
    await ours.confirm();
    expect(ours.step).to.equal('done');
    expect(rig.deleted).to.have.length(1);
  });

  it('says what the server refuses', async () => {
    const ours = await asked();
    const message = 'backupstorages.storage.kubestash.com "s3" is forbidden: no';
    rig.cluster.faults.fail({ code: 403, reason: 'Forbidden', message }, { when: asks('delete', 'BackupStorage') });
    await ours.confirm();
    expect(ours.step).to.equal('asking');
    expect(ours.problem).to.deep.include({ is: 'refused' });
    expect((ours.problem as { error: Error }).error.message).to.equal(message);
  });

  it('finds out what became of a lost answer', async () => {
    const ours = await asked();
    rig.cluster.faults.loseAnswer({ when: asks('delete', 'BackupStorage') });
    await ours.confirm();
    expect(ours.step).to.equal('terminating');
  });

  it('says that nobody knows, and looks again', async () => {
    const ours = await asked();
    rig.cluster.faults.loseAnswer({ when: asks('delete', 'BackupStorage') });
    let reads = 0;
    const undo = rig.cluster.faults.disconnect({
      when: (request) => asks('get', 'BackupStorage')(request) && ++reads > 1,
      times: Infinity,
    });
    await ours.confirm();
    expect(ours.problem).to.deep.include({ is: 'unknown' });
    expect(ours.step).to.equal('deleting');
    undo();
    await ours.lookAgain();
    await rig.until(() => ours.step === 'done');
  });

  it('says what keeps the operator from cleaning up', async () => {
    const ours = await asked(undefined, { operator: false });
    await ours.confirm();
    rig.change(({ status }) => {
      status!.conditions = [
        {
          type: 'BackendInitialized',
          status: 'False',
          lastTransitionTime: '2026-08-20T10:00:00Z',
          message: 'access denied',
        },
      ];
    });
    await rig.until(() => ours.cleanUpFaults.length === 1);
    expect(ours.cleanUpFaults[0]?.message).to.equal('access denied');
    expect(ours.step).to.equal('terminating');
  });

  it('is held to what was shown for a user who may delete and not read', async () => {
    const rules = [
      { verbs: ['delete'], resources: ['backupstorages'] },
      { verbs: ['list', 'watch'], resources: ['backupconfigurations', 'repositories'] },
    ];
    const ours = await asked(undefined, { rules });
    await ours.confirm();
    await rig.until(() => ours.cannotFollow);
    expect(ours.step).to.equal('terminating');
  });

  describe('with its Secret', () => {
    it('is offered only when nothing else names it, and is off until the user says so', async () => {
      const ours = await asked();
      await rig.until(() => ours.secretOffer.is === 'free');
      expect(ours.withSecret).to.equal(false);
      ours.withSecret = true;
      await ours.confirm();
      expect(rig.secret).to.not.equal(undefined);
      await rig.until(() => ours.step === 'done');
      expect(rig.secret).to.equal(undefined);
      expect(ours.secretDeleted).to.equal(true);
      expect(rig.writes).to.deep.equal(['delete BackupStorage', 'delete Secret']);
    });

    it('is not offered while another storage uses it', async () => {
      const ours = await asked([storageNamed('s3'), storageNamed('twin'), SECRET]);
      await rig.until(() => ours.secretOffer.is === 'used');
      expect(ours.secretOffer.by).to.deep.equal(['twin']);
      ours.withSecret = true;
      expect(ours.withSecret).to.equal(false);
      await ours.confirm();
      await rig.until(() => ours.step === 'done');
      expect(rig.secret).to.not.equal(undefined);
    });

    it('is not offered when backups are encrypted with it', async () => {
      const ours = await asked([storageNamed('s3'), SECRET, configurationNamed('a', 'demo', SECRET_KEY.name)]);
      await rig.until(() => ours.secretOffer.is === 'used');
      expect(ours.secretOffer.by).to.deep.equal(['demo/a']);
    });

    it('is not offered when it cannot be told, or not be done', async () => {
      const linked = { verbs: ['list', 'watch'], resources: ['backupconfigurations', 'repositories'] };
      const named = { verbs: ['*'], resources: ['backupstorages'], names: ['s3'] };
      let ours = await asked(undefined, { rules: [linked, named, { verbs: ['*'], resources: ['secrets'] }] });
      await rig.until(() => ours.secretOffer.is === 'untold');
      rig.dispose();
      ours = await asked(undefined, { rules: [linked, { verbs: ['*'], resources: ['backupstorages'] }] });
      await rig.until(() => ours.secretOffer.is === 'denied');
    });

    it('leaves it when another storage has come to use it meanwhile', async () => {
      const ours = await asked();
      await rig.until(() => ours.secretOffer.is === 'free');
      ours.withSecret = true;
      await ours.confirm();
      rig.cluster.apply(storageNamed('late'));
      await rig.until(() => ours.step === 'done');
      expect(rig.secret).to.not.equal(undefined);
      expect(ours.secretLeft?.error.message).to.equal('It is in use meanwhile: late.');
    });

    it('leaves it when somebody has changed it, until the user says so again', async () => {
      const ours = await asked();
      await rig.until(() => ours.secretOffer.is === 'free');
      ours.withSecret = true;
      await ours.confirm();
      rig.cluster.apply({ ...SECRET, stringData: { AWS_ACCESS_KEY_ID: 'other' } });
      await rig.until(() => ours.step === 'done');
      expect(ours.secretLeft).to.deep.include(SECRET_KEY);
      expect(ours.secretLeft?.error.code).to.equal('conflict');
      await ours.retrySecret();
      expect(ours.secretLeft).to.equal(undefined);
      expect(rig.secret).to.equal(undefined);
    });

    it('names it when it could not be deleted', async () => {
      const ours = await asked();
      await rig.until(() => ours.secretOffer.is === 'free');
      ours.withSecret = true;
      rig.cluster.faults.fail(403, { when: asks('delete', 'Secret') });
      await ours.confirm();
      await rig.until(() => ours.step === 'done');
      expect(ours.secretLeft).to.deep.include(SECRET_KEY);
      expect(rig.cluster.get(SECRETS, SECRET_KEY)).to.not.equal(undefined);
      expect(rig.deleted).to.have.length(1);
    });

    it('is not deleted when the storage is refused', async () => {
      const ours = await asked();
      await rig.until(() => ours.secretOffer.is === 'free');
      ours.withSecret = true;
      rig.cluster.faults.fail(403, { when: asks('delete', 'BackupStorage') });
      await ours.confirm();
      expect(ours.step).to.equal('asking');
      expect(rig.secret).to.not.equal(undefined);
    });
  });
});
