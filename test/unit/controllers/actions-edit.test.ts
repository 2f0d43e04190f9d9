import { expect } from 'chai';
import type { MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { setIn, unsetIn, type Path } from '../../../src/manifest/json.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
import type { BackupStorage, KubernetesObject } from '../../../src/model/types.js';
import { ActionsRig, asks, KEY, SECRET, storageNamed } from './actions-rig.js';

const IN_USE = 'BackupStorage is currently in use and cannot be modified';

describe('the edit of a storage', () => {
  let rig: ActionsRig;
  afterEach(() => rig.dispose());

  const edit = () => rig.actions.edit;
  const set = (path: Path, value: unknown) => {
    const { draft } = edit();
    edit().draft = value === undefined ? unsetIn(draft!, path) : setIn(draft!, path, value);
  };
  const conflictPaths = () => edit().conflicts.map(({ path }) => path.join('.'));

  async function opened(objects?: readonly KubernetesObject[], options?: MemoryClusterOptions) {
    rig = new ActionsRig(objects, options);
    rig.actions.start('edit');
    await rig.until(() => edit().draft);
    rig.requests.length = 0;
    return edit();
  }

  const inUse = () => storageNamed('s3', ({ status }) => (status!.repositories = [{ name: 'r', namespace: 'demo' }]));

  it('stores what was changed, tried out first, and nothing else', async () => {
    const ours = await opened();
    expect(ours.dirty).to.equal(false);
    set(['spec', 'default'], true);
    set(['metadata', 'labels', 'tier'], 'gold');
    expect(ours.changes.map(({ path }) => path)).to.have.members(['spec.default', 'metadata.labels.tier']);
    await ours.save();
    expect(rig.requests.filter((request) => request !== 'review')).to.deep.equal([
      'dry-run patch BackupStorage',
      'patch BackupStorage',
    ]);
    expect(rig.storage?.spec?.default).to.equal(true);
    expect(rig.storage?.metadata?.labels).to.deep.equal({ team: 'apps', tier: 'gold' });
    expect(rig.storage?.metadata?.uid).to.equal('demo-s3');
    expect(rig.updated).to.have.length(1);
    expect(rig.updated[0]?.metadata?.resourceVersion).to.equal(rig.storage?.metadata?.resourceVersion);
    expect(ours.isOpen).to.equal(false);
  });

  it('asks nobody when nothing was changed', async () => {
    const ours = await opened();
    await ours.save();
    expect(rig.requests).to.deep.equal([]);
  });

  it('removes what was removed, and keeps kubectl’s own annotation', async () => {
    const ours = await opened([
      storageNamed('s3', ({ metadata }) => (metadata!.annotations = { note: 'x', [LAST_APPLIED]: '{}' })),
      SECRET,
    ]);
    set(['metadata', 'annotations'], undefined);
    set(['metadata', 'labels'], undefined);
    await ours.save();
    expect(ours.problem).to.equal(undefined);
    expect(rig.storage?.metadata?.labels ?? {}).to.deep.equal({});
    expect(rig.storage?.metadata?.annotations).to.deep.equal({ [LAST_APPLIED]: '{}' });
  });

  it('merges what others have changed elsewhere, and says so', async () => {
    const ours = await opened();
    set(['spec', 'deletionPolicy'], 'WipeOut');
    set(['metadata', 'labels', 'mine'], '1');
    rig.change(({ spec, metadata }) => {
      spec!.default = true;
      metadata!.labels = { team: 'apps', theirs: '1' };
    });
    await ours.save();
    expect(ours.problem).to.equal(undefined);
    expect(rig.storage?.spec).to.deep.include({ default: true, deletionPolicy: 'WipeOut' });
    expect(rig.storage?.metadata?.labels).to.deep.equal({ team: 'apps', mine: '1', theirs: '1' });
    expect(ours.saved).to.equal(true);
    expect(ours.taken.map(({ path }) => path)).to.have.members(['spec.default', 'metadata.labels.theirs']);
    expect(rig.drafts.at(-1)?.spec?.default).to.equal(true);
  });

  it('merges without a word what the operator writes into the status', async () => {
    const ours = await opened();
    set(['spec', 'default'], true);
    rig.change(({ status }) => (status!.totalSize = '1.000 MiB'));
    await ours.save();
    expect(rig.storage?.spec?.default).to.equal(true);
    expect(ours.isOpen).to.equal(false);
  });

  it('lists true conflicts, and loses nothing before the user has chosen', async () => {
    const ours = await opened();
    set(['spec', 'deletionPolicy'], 'WipeOut');
    set(['metadata', 'labels', 'team'], 'mine');
    set(['spec', 'default'], true);
    rig.change(({ spec, metadata }) => {
      spec!.deletionPolicy = 'Delete';
      metadata!.labels = { team: 'theirs' };
      spec!.usagePolicy = { allowedNamespaces: { from: 'All' } };
    });
    await ours.save();
    expect(ours.problem).to.deep.equal({ is: 'conflicts' });
    expect(conflictPaths()).to.deep.equal(['metadata.labels.team']);
    expect(ours.conflicts[0]).to.include({ base: 'apps', mine: 'mine', theirs: 'theirs' });
    expect(ours.draft?.metadata?.labels).to.deep.equal({ team: 'mine' });
    expect(rig.writes).to.not.contain('patch BackupStorage');

    await ours.save();
    expect(ours.undecided).to.equal(1);
    expect(rig.storage?.metadata?.labels).to.deep.equal({ team: 'theirs' });
    ours.choose(ours.conflicts[0]!, 'mine');
    await ours.save();
    expect(rig.storage?.metadata?.labels).to.deep.equal({ team: 'mine' });
    expect(rig.storage?.spec).to.deep.include({ default: true, deletionPolicy: 'WipeOut' });
    expect(rig.storage?.spec?.usagePolicy).to.deep.equal({ allowedNamespaces: { from: 'All' } });
  });

  it('stores theirs where the user chooses it', async () => {
    const ours = await opened();
    set(['spec', 'usagePolicy'], { allowedNamespaces: { from: 'Selector', selector: { matchLabels: { a: '1' } } } });
    set(['spec', 'default'], true);
    rig.change(({ spec }) => (spec!.usagePolicy = { allowedNamespaces: { from: 'All' } }));
    await ours.save();
    // Who may use it is one thing: the selector of one and the policy of the other are no policy of anybody.
    expect(conflictPaths()).to.deep.equal(['spec.usagePolicy']);
    ours.choose(ours.conflicts[0]!, 'theirs');
    await ours.save();
    expect(rig.storage?.spec?.usagePolicy).to.deep.equal({ allowedNamespaces: { from: 'All' } });
    expect(rig.storage?.spec?.default).to.equal(true);
  });

  it('asks again when others go on changing what was chosen', async () => {
    const ours = await opened();
    set(['metadata', 'labels', 'team'], 'mine');
    rig.change(({ metadata }) => (metadata!.labels = { team: 'one' }));
    await ours.save();
    ours.choose(ours.conflicts[0]!, 'mine');
    rig.change(({ metadata }) => (metadata!.labels = { team: 'two' }));
    await ours.save();
    expect(ours.conflicts[0]).to.include({ base: 'one', mine: 'mine', theirs: 'two' });
    expect(ours.undecided).to.equal(1);
  });

  it('says that a storage in use stays where it is, in the server’s words, and does not ask', async () => {
    const ours = await opened([inUse(), SECRET]);
    expect(ours.frozenReason).to.equal(IN_USE);
    set(['spec', 'storage', 's3', 'bucket'], 'other');
    await ours.save();
    expect(ours.problem).to.deep.equal({ is: 'faults', messages: [IN_USE] });
    expect(rig.requests).to.deep.equal([]);
    set(['spec', 'storage', 's3', 'bucket'], 's3');
    set(['spec', 'default'], true);
    await ours.save();
    expect(rig.storage?.spec?.default).to.equal(true);
  });

  it('moves a storage that is not in use', async () => {
    const ours = await opened();
    expect(ours.frozenReason).to.equal(undefined);
    set(['spec', 'storage', 's3', 'bucket'], 'other');
    await ours.save();
    expect(rig.storage?.spec?.storage?.s3?.['bucket']).to.equal('other');
  });

  it('shows the server’s sentence when it has come to be in use meanwhile', async () => {
    const ours = await opened();
    set(['spec', 'storage', 's3', 'bucket'], 'other');
    rig.change(({ status }) => (status!.repositories = [{ name: 'r', namespace: 'demo' }]));
    await ours.save();
    expect(ours.problem).to.deep.equal({ is: 'faults', messages: [IN_USE] });
    expect(ours.draft?.spec?.storage?.s3?.['bucket']).to.equal('other');
  });

  it('shows what the webhook refuses, and keeps what was entered', async () => {
    const rival = storageNamed('rival', ({ spec }) => (spec!.default = true));
    const ours = await opened([storageNamed('s3'), rival, SECRET]);
    set(['spec', 'default'], true);
    await ours.save();
    expect(ours.problem).to.deep.include({ is: 'refused' });
    expect((ours.problem as { error: Error }).error.message).to.contain(
      'multiple default BackupStorages are not allowed within the same namespace',
    );
    expect(rig.requests).to.contain('dry-run patch BackupStorage');
    expect(rig.writes).to.deep.equal([]);
    expect(ours.draft?.spec?.default).to.equal(true);
  });

  it('never sends what would crash the webhook', async () => {
    const ours = await opened();
    set(['spec', 'usagePolicy'], {});
    await ours.save();
    expect(ours.problem?.is).to.equal('faults');
    expect(rig.requests).to.deep.equal([]);
  });

  it('refuses unknown fields where the server does', async () => {
    const ours = await opened();
    set(['spec', 'typo'], 'x');
    await ours.save();
    expect(ours.problem?.is).to.equal('refused');
    expect((ours.problem as { error: Error }).error.message).to.contain('typo');
  });

  it('finds out that a lost answer was a yes', async () => {
    const ours = await opened();
    set(['spec', 'default'], true);
    rig.cluster.faults.loseAnswer({ when: asks('patch', 'BackupStorage') });
    await ours.save();
    expect(rig.updated).to.have.length(1);
    expect(ours.problem).to.equal(undefined);
  });

  it('says that nobody knows, and finds out with the next save', async () => {
    const ours = await opened();
    set(['spec', 'default'], true);
    rig.cluster.faults.loseAnswer({ when: asks('patch', 'BackupStorage') });
    const undo = rig.cluster.faults.disconnect({ when: asks('get', 'BackupStorage'), times: Infinity });
    await ours.save();
    expect(ours.problem?.is).to.equal('unknown');
    undo();
    await ours.save();
    expect(ours.problem).to.equal(undefined);
    expect(rig.updated).to.have.length(1);
  });

  it('is over when the storage has gone, or another one has its name', async () => {
    const ours = await opened();
    set(['spec', 'default'], true);
    rig.cluster.remove(BACKUP_STORAGES, KEY);
    await ours.save();
    expect(ours.problem).to.deep.equal({ is: 'gone' });
    rig.dispose();
    const again = await opened();
    set(['spec', 'default'], true);
    rig.cluster.apply(storageNamed('s3', ({ metadata }) => (metadata!.uid = 'another')) as BackupStorage);
    await again.save();
    expect(again.problem).to.deep.equal({ is: 'gone' });
    expect(rig.storage?.spec?.default).to.equal(undefined);
  });

  it('is about nothing any more when it was closed while it was stored', async () => {
    const ours = await opened();
    set(['spec', 'default'], true);
    const held = rig.cluster.faults.hold({ when: ({ verb, dryRun }) => verb === 'patch' && dryRun });
    const saved = ours.save();
    await rig.until(() => held.waiting === 1);
    ours.close();
    held.release();
    await saved;
    expect(rig.requests).to.contain('dry-run patch BackupStorage');
    expect(rig.writes).to.deep.equal([]);
    expect(rig.storage?.spec?.default).to.equal(undefined);
    expect(ours.isOpen).to.equal(false);
  });

  it('cannot begin with what cannot be read', async () => {
    rig = new ActionsRig();
    rig.cluster.faults.fail(503, { when: asks('get', 'BackupStorage') });
    rig.actions.start('edit');
    await rig.until(() => edit().problem);
    expect(edit().problem?.is).to.equal('unreadable');
    await edit().retry();
    expect(edit().draft?.metadata?.name).to.equal('s3');
  });
});
