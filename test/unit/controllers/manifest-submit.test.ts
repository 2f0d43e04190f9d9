import { expect } from 'chai';
import { ManifestPreviewController } from '../../../src/controllers/manifest-preview-controller.js';
import { MASK, SPOKEN_MASK } from '../../../src/manifest/redact.js';
import { LAST_APPLIED } from '../../../src/model/metadata.js';
import type { BackupStorage, KubernetesObject, Secret } from '../../../src/model/types.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { CREDENTIALS, named, NAMESPACE, Plan, RIVAL, SECRET, STORAGE } from '../manifest/plan-helpers.js';
import { FakeHost } from './fake-host.js';

const KEY = CREDENTIALS.AWS_SECRET_ACCESS_KEY;

function previewOf(plan: Plan, objects: readonly KubernetesObject[] = [SECRET, STORAGE]) {
  const host = new FakeHost();
  const changes: number[] = [];
  const preview = new ManifestPreviewController(host, () => changes.push(1));
  host.connect();
  preview.source = plan.source;
  preview.show(objects);
  return { preview, host, changes, plan };
}

async function known(preview: ManifestPreviewController) {
  for (let turn = 0; turn < 200; turn++) {
    const { verdict } = preview;
    if (verdict.is === 'known') return verdict.verdict;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`No verdict came: ${preview.verdict.is}`);
}

function replace(preview: ManifestPreviewController, from: string | RegExp, to: string) {
  const before = preview.text;
  preview.edit(before.replace(from, to));
  expect(preview.text).to.not.equal(before);
  preview.flush();
}

describe('the manifest preview: verdict', () => {
  it('asks at once for what is shown, and again for what is typed', async () => {
    const { preview, plan } = previewOf(new Plan());
    expect(preview.verdict.is).to.equal('checking');
    expect((await known(preview)).objections).to.deep.equal([]);
    plan.requests.length = 0;
    replace(preview, 'from: Same', 'from: Selector');
    expect(preview.verdict.is).to.equal('checking');
    expect(plan.requests).to.deep.equal([]);
    const [objection] = (await known(preview)).objections;
    expect(objection!.causes[0]!.message).to.contain('selector cannot be empty');
  });

  it('waits with a text that has faults, and says no more of the one before', async () => {
    const { preview } = previewOf(new Plan());
    await known(preview);
    replace(preview, 'provider: s3', 'provider: azure');
    expect(preview.verdict.is).to.equal('waiting');
    preview.edit('a: b: c');
    preview.flush();
    expect(preview.verdict.is).to.equal('waiting');
  });

  it('spares the submit its own check while it is fresh', async () => {
    const { preview, plan } = previewOf(new Plan());
    await known(preview);
    plan.requests.length = 0;
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
    expect(plan.requests).to.deep.equal(['create Secret', 'create BackupStorage']);
  });

  it('does not spare it for a text that was typed since', async () => {
    const { preview, plan } = previewOf(new Plan());
    await known(preview);
    replace(preview, 'bucket: lab', 'bucket: other');
    plan.requests.length = 0;
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
    expect(plan.requests.slice(0, 3)).to.deep.equal(['review', 'dry-run Secret', 'dry-run BackupStorage']);
  });

  it('keeps from a submit for which the rights are missing', async () => {
    const { preview, plan } = previewOf(new Plan({ rules: [{ resources: ['backupstorages'], verbs: ['*'] }] }));
    await known(preview);
    expect(preview.denied).to.equal(true);
    expect(await preview.submit(plan.source)).to.equal(undefined);
    expect(preview.ready()).to.equal(false);
  });

  it('asks nobody about what is only read, or cannot be created from here', async () => {
    for (const [objects, readonly] of [
      [[SECRET, STORAGE], true],
      [[SECRET], false],
      [[NAMESPACE], false],
    ] as const) {
      const plan = new Plan();
      const preview = new ManifestPreviewController(new FakeHost(), () => {});
      preview.readonly = readonly;
      preview.source = plan.source;
      preview.show(objects);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(preview.verdict.is).to.equal('none');
      expect(preview.submittable).to.equal(false);
      expect(preview.faults).to.deep.equal([]);
      expect(preview.valid).to.equal(true);
      expect(plan.requests).to.deep.equal([]);
    }
  });
});

describe('the manifest preview: what is left behind', () => {
  async function left() {
    const plan = new Plan();
    plan.at('create BackupStorage', () => plan.cluster.apply(RIVAL));
    plan.faults.fail(403, { when: named('delete Secret') });
    const made = previewOf(plan);
    expect((await made.preview.submit(plan.source))?.outcome).to.equal('refused');
    expect(made.preview.submission.leftBehind).to.deep.include({ namespace: 'demo', name: 's3-storage-cred' });
    return made;
  }

  it('is removed by Retry, and the refusal then says nothing of it', async () => {
    const { preview, plan } = await left();
    await preview.submission.removeLeft();
    expect(preview.submission.leftBehind).to.equal(undefined);
    expect(preview.result).to.include({ outcome: 'refused' }).and.not.have.property('leftBehind');
    expect(plan.secret).to.equal(undefined);
    expect(preview.progress.at(-1)).to.deep.equal({ step: 'roll-back', state: 'done' });
    expect(preview.progress.filter(({ step }) => step === 'roll-back')).to.have.length(1);
  });

  it('is removed by Retry, and the refusal is certain then', async () => {
    const plan = new Plan();
    plan.faults.disconnect({ when: named('create BackupStorage', 'get BackupStorage'), times: 99 });
    const { preview } = previewOf(plan);
    const result = await preview.submit(plan.source);
    expect(result?.outcome === 'refused' && result.error.outcome).to.equal('unknown');
    plan.faults.clear();
    await preview.submission.removeLeft();
    expect(preview.submission.leftBehind).to.equal(undefined);
    expect(preview.result?.outcome === 'refused' && preview.result.error.outcome).to.equal('not-applied');
    expect(plan.secret).to.equal(undefined);
  }).timeout(20_000);

  it('stays with Keep, and is used by the next submit', async () => {
    const { preview, plan } = await left();
    preview.submission.keepLeft();
    expect(preview.submission.kept).to.equal(true);
    const { uid } = plan.secret!.metadata!;
    // What the storage was refused for is mended; the Secret is as it was.
    replace(preview, 'bucket: lab', 'bucket: other');
    expect(preview.result).to.equal(undefined);
    expect(preview.submission.leftBehind).to.not.equal(undefined);
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
    expect(plan.secret!.metadata!.uid).to.equal(uid);
    expect((plan.storage!.spec!.storage!['s3'] as { bucket: string }).bucket).to.equal('other');
    expect(preview.submission.leftBehind).to.equal(undefined);
  });

  it('is nobody’s own any more when the Secret in the text has changed', async () => {
    const { preview, plan } = await left();
    replace(preview, `AWS_ACCESS_KEY_ID: ${MASK}`, 'AWS_ACCESS_KEY_ID: another');
    replace(preview, 'bucket: lab', 'bucket: other');
    const result = await preview.submit(plan.source);
    expect(result?.outcome === 'refused' && result.error.code).to.equal('already-exists');
    expect(preview.submission.leftBehind).to.not.equal(undefined);
    await preview.submission.removeLeft();
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
  });

  it('is forgotten with everything else', async () => {
    const { preview } = await left();
    preview.clear();
    expect(preview.submission.leftBehind).to.equal(undefined);
  });
});

describe('the manifest preview: a submit that is under way', () => {
  it('tells its steps on when other objects are shown', async () => {
    const { preview, plan } = previewOf(new Plan());
    const submit = preview.submit(plan.source);
    const steps = preview.progress.length;
    expect(preview.submitting && steps > 0).to.equal(true);
    preview.show([STORAGE]);
    expect(preview.progress).to.have.length.at.least(steps);
    await submit;
  });
});

describe('the manifest preview: a source that cannot create', () => {
  it('is known beforehand, and nothing is submitted', async () => {
    const { preview, plan } = previewOf(new Plan());
    const { list, get } = plan.source;
    expect(preview.creatable).to.equal(true);
    preview.source = { list: list.bind(plan.source), get: get.bind(plan.source) };
    expect(preview.creatable).to.equal(false);
    expect(preview.verdict.is).to.equal('none');
    expect(preview.ready()).to.equal(false);
    expect(await preview.submit(preview.source)).to.equal(undefined);
  });
});

describe('the manifest preview: a Secret of that name', () => {
  const taken = () => previewOf(new Plan({ objects: [NAMESPACE, SECRET] }));

  it('is used when the user says so', async () => {
    const { preview, plan, changes } = taken();
    expect((await known(preview)).objections.map(({ kind }) => kind)).to.deep.equal(['exists']);
    preview.useExistingSecret();
    expect(changes).to.have.length(1);
    expect(preview.text).to.contain('secretName: s3-storage-cred').and.not.contain('kind: Secret');
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
  });

  it('is got out of the way of by another name, in both objects', async () => {
    const { preview, plan } = taken();
    preview.renameSecret();
    expect(preview.text).to.contain('name: s3-storage-cred-2').and.contain('secretName: s3-storage-cred-2');
    preview.renameSecret();
    expect(preview.text).to.contain('secretName: s3-storage-cred-3');
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
  });

  it('is replaced only when the user says so, for this text', async () => {
    const { preview, plan } = taken();
    preview.replacesSecret = true;
    replace(preview, 'bucket: lab', 'bucket: other');
    expect(preview.replacesSecret).to.equal(false);
    preview.replacesSecret = true;
    expect((await preview.submit(plan.source))?.outcome).to.equal('created');
    expect(plan.requests).to.include('delete Secret');
  });
});

describe('the manifest preview: what is taken away', () => {
  it('is masked unless credentials are asked for, and each mask says so', () => {
    for (const format of ['yaml', 'json'] as const)
      for (const revealed of [false, true]) {
        const { preview } = previewOf(new Plan());
        preview.setFormat(format);
        preview.setRevealed(revealed);
        const masked = preview.takeAway(false)!;
        expect(masked).to.contain(SPOKEN_MASK).and.not.contain(KEY);
        const { objects, issues } = parseManifest(masked, format);
        expect(issues).to.deep.equal([]);
        expect((objects[0] as Secret).stringData).to.deep.equal({
          AWS_ACCESS_KEY_ID: SPOKEN_MASK,
          AWS_SECRET_ACCESS_KEY: SPOKEN_MASK,
        });
        const clear = parseManifest(preview.takeAway(true)!, format);
        expect(clear.objects).to.deep.equal([SECRET, STORAGE]);
      }
  });

  it('keeps comments, and is understood when it is pasted back', () => {
    const { preview } = previewOf(new Plan());
    preview.edit(`# mine\n${preview.text}`);
    const masked = preview.takeAway(false)!;
    expect(masked).to.match(/^# mine\n/);
    preview.edit(masked);
    preview.flush();
    expect(preview.objects).to.deep.equal([SECRET, STORAGE]);
    expect(preview.faults).to.deep.equal([]);
  });

  it('is never the other kind than was asked for when the text cannot be read', () => {
    const { preview } = previewOf(new Plan());
    preview.edit(`${preview.text}a: b: c`);
    // What was typed cannot be masked before it can be read.
    expect(preview.takeAway(false)).to.equal(undefined);
    expect(preview.takeAway(true)).to.equal(undefined);
    expect([preview.mayTakeAway(false), preview.mayTakeAway(true)]).to.deep.equal([false, false]);
    preview.revert();
    preview.setRevealed(true);
    preview.edit(`${preview.text}a: b: c`);
    expect(preview.takeAway(false)).to.equal(undefined);
    expect(preview.takeAway(true)).to.contain(KEY);
  });

  it('is nothing of a text that cannot be read and may hold a Secret, whatever was there before', () => {
    const { preview } = previewOf(new Plan(), [STORAGE]);
    preview.edit('kind: BackupStorage\na: b: c');
    expect(preview.takeAway(false)).to.equal(preview.text);
    preview.edit(`kind: Secret\nstringData:\n  KEY: ${KEY}\na: b: c`);
    expect(preview.takeAway(false)).to.equal(undefined);
    preview.showText(`kind: Secret\nstringData:\n  KEY: ${KEY}\na: b: c`);
    expect(preview.takeAway(false)).to.equal(undefined);
  });
});

describe('the manifest preview: managed fields', () => {
  const existing = (applied: string): BackupStorage =>
    ({
      ...STORAGE,
      metadata: {
        ...STORAGE.metadata,
        uid: 'u',
        managedFields: [{ manager: 'x' }],
        annotations: { [LAST_APPLIED]: applied },
      },
      status: { phase: 'Ready' },
    }) as BackupStorage;

  it('are folded away until they are asked for; the status is not', () => {
    const { preview } = previewOf(new Plan(), [existing('first')]);
    expect(preview.hasManagedFields).to.equal(true);
    expect(preview.text).to.contain('phase: Ready').and.not.contain('managedFields');
    expect(preview.text).to.not.contain('annotations').and.not.contain(LAST_APPLIED);
    preview.setManagedFieldsShown(true);
    expect(preview.text).to.contain('manager: x').and.contain(LAST_APPLIED);
    // Another state of the same object comes in: both ways follow.
    preview.show([{ ...existing('second'), status: { phase: 'NotReady' } } as BackupStorage]);
    expect(preview.text).to.contain('phase: NotReady').and.contain('second');
    preview.setManagedFieldsShown(false);
    expect(preview.text).to.contain('phase: NotReady').and.not.contain('managedFields');
  });

  it('are there again after an edit around them', () => {
    const { preview } = previewOf(new Plan(), [existing('first')]);
    replace(preview, 'bucket: lab', 'bucket: other');
    preview.setManagedFieldsShown(true);
    expect(preview.text).to.contain('manager: x').and.contain('bucket: other');
    expect(JSON.stringify(preview.objects)).to.not.contain('managedFields');
  });

  it('of a Secret never show what kubectl has copied, in Lists neither', () => {
    const annotations = { [LAST_APPLIED]: JSON.stringify(SECRET) };
    const secret = { ...SECRET, metadata: { ...SECRET.metadata, annotations, managedFields: [{ manager: 'x' }] } };
    const list = { apiVersion: 'v1', kind: 'List', items: [secret] } as KubernetesObject;
    for (const objects of [[secret], [list]]) {
      const { preview } = previewOf(new Plan(), objects);
      expect(preview.hasCredentials).to.equal(true);
      for (const revealed of [false, true]) {
        preview.setRevealed(revealed);
        preview.setManagedFieldsShown(true);
        expect(preview.text).to.not.contain(LAST_APPLIED);
        expect(preview.text.includes(KEY)).to.equal(revealed);
      }
    }
  });
});
