import { expect } from 'chai';
import type { MemoryClusterOptions } from '../../../src/data-source/memory/index.js';
import { DataSourceError } from '../../../src/data-source/errors.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { SECRETS } from '../../../src/model/resources.js';
import type { KubernetesObject, Secret } from '../../../src/model/types.js';
import { ActionsRig, asks, OLD, SECRET, SECRET_KEY, storageNamed } from './actions-rig.js';

const NEW = 'a-new-secret-in-clear';

describe('the rotation of credentials', () => {
  let rig: ActionsRig;
  afterEach(() => rig.dispose());

  const rotation = () => rig.actions.rotation;
  const valueOf = (key: string) => atob(rig.secret?.data?.[key] ?? '');

  async function asked(objects?: readonly KubernetesObject[], options?: MemoryClusterOptions) {
    rig = new ActionsRig(objects, options);
    await rig.until(() => rig.requests.includes('review'));
    rig.actions.start('rotate');
    await rig.until(() => rotation().look);
    return rotation();
  }

  it('asks for the provider’s keys by their labels, none of them required', async () => {
    const ours = await asked();
    expect(ours.credentials.keys.map(({ key, label, required }) => [key, label, required])).to.deep.equal([
      ['AWS_ACCESS_KEY_ID', 'AWS Access Key ID', false],
      ['AWS_SECRET_ACCESS_KEY', 'AWS Secret Access Key', false],
      ['CA_CERT_DATA', 'CA Cert Data', false],
    ]);
    expect(ours.look).to.deep.equal({ is: 'told', keys: Object.keys(OLD) });
    const helps = ours.credentials.keys.map(({ help }) => help);
    expect(helps[0]).to.contain('Leave blank to keep it.');
    expect(helps[2]).to.contain('It is not set yet.');
    expect(ours.credentials.valueOf('AWS_ACCESS_KEY_ID')).to.equal('');
  });

  it('writes what was typed into the Secret, keeps what was left blank, and forgets it', async () => {
    const ours = await asked();
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await ours.submit();
    expect(ours.step).to.equal('written');
    expect(valueOf('AWS_SECRET_ACCESS_KEY')).to.equal(NEW);
    expect(valueOf('AWS_ACCESS_KEY_ID')).to.equal(OLD.AWS_ACCESS_KEY_ID);
    expect(rig.writes).to.deep.equal(['patch Secret']);
    expect(ours.credentials.valueOf('AWS_SECRET_ACCESS_KEY')).to.equal('');
    expect(rig.updated).to.have.length(1);
    expect(JSON.stringify(rig.updated)).to.not.contain(NEW);
  });

  it('writes nothing when nothing was typed', async () => {
    const ours = await asked();
    await ours.submit();
    expect(ours.nothingTyped).to.equal(true);
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    expect(ours.nothingTyped).to.equal(false);
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', '');
    await ours.submit();
    expect(rig.writes).to.deep.equal([]);
    expect(ours.step).to.equal('asking');
  });

  it('forgets what was typed when it is closed, and when the element leaves the page', async () => {
    for (const leave of [() => rotation().close(), () => rig.host.disconnect()]) {
      const ours = await asked();
      ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
      leave();
      expect(ours.step).to.equal('closed');
      expect(ours.credentials.valueOf('AWS_SECRET_ACCESS_KEY')).to.equal('');
      rig.dispose();
    }
    await asked();
  });

  it('needs no right to read the Secret, and does not try in vain', async () => {
    const rules = [
      { verbs: ['*'], resources: ['backupstorages'] },
      { verbs: ['patch'], resources: ['secrets'] },
    ];
    const ours = await asked(undefined, { rules });
    expect(ours.look).to.deep.equal({ is: 'unknown', denied: true });
    expect(rig.requests).to.not.contain('get Secret');
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await ours.submit();
    expect(valueOf('AWS_SECRET_ACCESS_KEY')).to.equal(NEW);
    expect(valueOf('AWS_ACCESS_KEY_ID')).to.equal(OLD.AWS_ACCESS_KEY_ID);
  });

  it('says which other storages get them too', async () => {
    const ours = await asked([storageNamed('s3'), storageNamed('twin'), SECRET]);
    await rig.until(() => ours.users?.known === 'known');
    expect(ours.users?.storages).to.deep.equal(['twin']);
  });

  it('reads what was pasted as the form does', async () => {
    const ours = await asked();
    const id = 'AKIAIOSFODNN7EXAMPLE';
    const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    ours.credentials.offer(
      'AWS_ACCESS_KEY_ID',
      `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${key}\n`,
    );
    expect(ours.credentials.filled.said).to.equal(
      'Filled in: AWS Access Key ID, AWS Secret Access Key, from the profile default.',
    );
    await ours.submit();
    expect(valueOf('AWS_ACCESS_KEY_ID')).to.equal(id);
    expect(valueOf('AWS_SECRET_ACCESS_KEY')).to.equal(key);
  });

  it('does not write what the client would certainly refuse', async () => {
    const gcs = storageNamed('s3', ({ spec }) => {
      spec!.storage = { provider: 'gcs', gcs: { bucket: 'b', secretName: SECRET_KEY.name } };
    });
    const ours = await asked([gcs, SECRET]);
    ours.credentials.setValue('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', 'not json');
    await ours.submit();
    expect(ours.issues.map(({ severity }) => severity)).to.deep.equal(['error']);
    expect(rig.writes).to.deep.equal([]);
  });

  it('asks for the keys that are there when nobody knows the provider’s', async () => {
    const b2 = storageNamed('s3', ({ spec }) => {
      spec!.storage = { provider: 'b2', b2: { bucket: 'b', secret: SECRET_KEY.name } };
    });
    const ours = await asked([b2, SECRET]);
    expect(ours.credentials.keys.map(({ key }) => key)).to.deep.equal(Object.keys(OLD));
    ours.credentials.setValue('AWS_ACCESS_KEY_ID', NEW);
    await ours.submit();
    expect(valueOf('AWS_ACCESS_KEY_ID')).to.equal(NEW);
  });

  it('lets any key be entered when none is known', async () => {
    const b2 = storageNamed('s3', ({ spec }) => {
      spec!.storage = { provider: 'b2', b2: { bucket: 'b', secret: SECRET_KEY.name } };
    });
    const rules = [
      { verbs: ['*'], resources: ['backupstorages'] },
      { verbs: ['patch'], resources: ['secrets'] },
    ];
    const ours = await asked([b2, SECRET], { rules });
    expect(ours.credentials.isGeneric).to.equal(true);
    const [row] = ours.credentials.pairs.rows;
    ours.credentials.pairs.edit(row!.id, { key: 'B2_KEY', value: NEW });
    ours.credentials.pairsChanged();
    await ours.submit();
    expect(valueOf('B2_KEY')).to.equal(NEW);
  });

  it('keeps what was typed when the server refuses, and says nothing of it', async () => {
    const ours = await asked();
    const base = rig.source;
    const patch: DataSource['patch'] = async (_type, _key, body) => {
      throw new DataSourceError('invalid', `not this: ${JSON.stringify(body)}`, {
        causes: [{ field: 'data', message: btoa(NEW) }],
        cause: new Error(NEW),
      });
    };
    rig.source = { list: base.list.bind(base), get: base.get.bind(base), patch } as DataSource;
    rig.update();
    rig.actions.start('rotate');
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await ours.submit();
    expect(ours.step).to.equal('asking');
    const { error } = ours;
    const said = [error?.message, error?.stack, JSON.stringify(error?.causes), String(error?.cause)].join('\n');
    expect(said).to.contain('not this').and.not.contain(NEW).and.not.contain(btoa(NEW));
    expect(ours.credentials.valueOf('AWS_SECRET_ACCESS_KEY')).to.equal(NEW);
  });

  it('says that there is no such Secret', async () => {
    const ours = await asked([storageNamed('s3')]);
    expect(ours.look).to.deep.equal({ is: 'absent' });
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await ours.submit();
    expect(ours.error?.code).to.equal('not-found');
  });

  it('writes again when the answer was lost, and says so when that does not help', async () => {
    const ours = await asked();
    rig.cluster.faults.loseAnswer({ when: asks('patch', 'Secret') });
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await ours.submit();
    expect(ours.step).to.equal('written');
    expect(rig.writes).to.deep.equal(['patch Secret', 'patch Secret']);
    rig.dispose();

    const again = await asked();
    rig.cluster.faults.disconnect({ when: asks('patch', 'Secret'), times: Infinity });
    again.credentials.setValue('AWS_SECRET_ACCESS_KEY', NEW);
    await again.submit();
    expect(again.error?.outcome).to.equal('unknown');
    expect(again.step).to.equal('asking');
  });

  it('follows what the operator makes of them', async () => {
    const probe = (_storage: KubernetesObject, secret: Secret | undefined) =>
      secret?.data?.['AWS_SECRET_ACCESS_KEY'] === btoa('good') ? undefined : 'SignatureDoesNotMatch';
    const waiting = storageNamed('s3', ({ status }) => {
      status!.conditions!.push({
        type: 'BackendSecretFound',
        status: 'False',
        lastTransitionTime: '2026-08-20T10:00:00Z',
      });
      status!.phase = 'NotReady';
    });
    const ours = await asked([waiting, SECRET], { operator: { delayMs: 10, probe } });
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', 'bad!');
    await ours.submit();
    expect(ours.echo).to.equal('waiting');
    await rig.until(() => ours.echo === 'not-ready' && ours.status?.reason === 'SignatureDoesNotMatch');
    ours.close();
    rig.actions.start('rotate');
    ours.credentials.setValue('AWS_SECRET_ACCESS_KEY', 'good');
    await ours.submit();
    await rig.until(() => ours.echo === 'ready');
    expect(rig.cluster.get<Secret>(SECRETS, SECRET_KEY)?.data?.['AWS_SECRET_ACCESS_KEY']).to.equal(btoa('good'));
  });
});
