import { expect } from 'chai';
import { cloneOf } from '../../../src/controllers/form/clone.js';
import { POD_LABEL_ID, SERVICE_ACCOUNT_ID } from '../../../src/controllers/form/credentials-store.js';
import { SECRET_NAME_ID, secretFieldId } from '../../../src/controllers/form/form-issue.js';
import { DataSourceError, type DataSourceErrorCode } from '../../../src/data-source/errors.js';
import type { DataSource } from '../../../src/data-source/types.js';
import { draftOf, objectsOf } from '../../../src/manifest/draft.js';
import { en } from '../../../src/locales/en/index.js';
import type { KubernetesObject, Secret } from '../../../src/model/types.js';
import { CERTIFICATE, SECRET, SERVICE_ACCOUNT } from '../model/credentials-samples.js';
import { CredentialsRig, schemaWith } from './credentials-rig.js';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const AWS_FILE = `[default]\naws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET}\n`;
const GOOGLE_KEY = JSON.stringify(SERVICE_ACCOUNT, null, 2);
const KEY = btoa('k'.repeat(64));
const CONNECTION = `DefaultEndpointsProtocol=https;AccountName=acmedemo;AccountKey=${KEY};EndpointSuffix=x`;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const file = (text: string | Uint8Array<ArrayBuffer>) => new Blob([text]);

/** A cluster with these Secrets in each namespace; asked questions are noted. */
function sourceOf(secrets: readonly Secret[], refuse?: { list?: DataSourceErrorCode; get?: DataSourceErrorCode }) {
  const asked: string[] = [];
  const fail = (code: DataSourceErrorCode | undefined) => {
    if (code) throw new DataSourceError(code, 'no');
  };
  const source = {
    list: async (_type: unknown, { namespace, metadataOnly }: { namespace: string; metadataOnly: boolean }) => {
      asked.push(`list ${namespace}${metadataOnly ? ' names' : ''}`);
      fail(refuse?.list);
      return { items: secrets.map(({ metadata }) => ({ metadata })), resourceVersion: '1' };
    },
    get: async (_type: unknown, { namespace, name }: { namespace: string; name: string }) => {
      asked.push(`get ${namespace}/${name}`);
      fail(refuse?.get);
      const found = secrets.find(({ metadata }) => metadata!.name === name);
      if (!found) throw new DataSourceError('not-found', 'none');
      return structuredClone(found);
    },
  } as unknown as DataSource;
  return { source, asked };
}

const secretOf = (name: string, keys: readonly string[], type = 'Opaque'): Secret => ({
  metadata: { name },
  type,
  data: Object.fromEntries(keys.map((key) => [key, btoa(SECRET)])),
});

describe('the credentials of a form', () => {
  describe('as a new Secret', () => {
    it('need the keys that the provider needs', () => {
      const rig = new CredentialsRig('s3');
      expect(rig.allIssues.map(({ id, missing }) => [id, missing])).to.deep.equal([
        [secretFieldId('AWS_ACCESS_KEY_ID'), true],
        [secretFieldId('AWS_SECRET_ACCESS_KEY'), true],
      ]);
      rig.credentials.setValue('AWS_ACCESS_KEY_ID', ID);
      rig.credentials.setValue('AWS_SECRET_ACCESS_KEY', SECRET);
      expect(rig.allIssues).to.deep.equal([]);
      expect(rig.secret!.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: ID, AWS_SECRET_ACCESS_KEY: SECRET });
    });

    it('get a name from the storage, or one of their own', () => {
      const rig = new CredentialsRig('s3');
      expect(rig.credentials.derivedName).to.equal('main-storage-cred');
      rig.credentials.secretName = 'mine';
      expect(rig.block).to.deep.equal({ secretName: 'mine' });
      rig.credentials.secretName = 'Not A Name';
      expect(rig.said.at(-1)).to.contain('error credentials.secretName: a lowercase RFC 1123 subdomain');
      rig.credentials.secretName = '';
      expect(rig.draft.credentials['s3']).to.not.have.property('secretName');
      expect(rig.block).to.deep.equal({ secretName: 'main-storage-cred' });
    });

    it('are told of a Secret that has their name, which can be used instead', async () => {
      const { source, asked } = sourceOf([secretOf('main-storage-cred', ['AWS_ACCESS_KEY_ID'])]);
      const rig = new CredentialsRig('s3', { source });
      rig.credentials.setValue('AWS_SECRET_ACCESS_KEY', SECRET);
      await settled();
      expect(rig.said.at(-1)).to.contain(`warning ${SECRET_NAME_ID}: A Secret named main-storage-cred exists already`);
      rig.credentials.useTaken();
      await settled();
      expect(rig.credentials.mode).to.equal('existing');
      expect(rig.secret).to.equal(undefined);
      expect(rig.said).to.deep.equal([
        `warning ${SECRET_NAME_ID}: storage Secret demo/main-storage-cred missing AWS_SECRET_ACCESS_KEY key`,
      ]);
      expect(asked).to.deep.equal(['list demo names', 'get demo/main-storage-cred']);
    });

    it('are checked for what each kind is', () => {
      const said = (provider: string, key: string, value: string) => {
        const rig = new CredentialsRig(provider);
        rig.credentials.setValue(key, value);
        const issues = rig.allIssues.filter(({ id, missing }) => id === secretFieldId(key) && !missing);
        expect(JSON.stringify(issues)).to.not.contain(SECRET);
        return issues.map(({ severity, message }) => `${severity} ${message}`).join();
      };
      expect(said('s3', 'AWS_ACCESS_KEY_ID', `${ID}\n`)).to.contain('warning Here is a line break at the end.');
      expect(said('s3', 'AWS_ACCESS_KEY_ID', 'ASIAIOSFODNN7EXAMPLE')).to.contain('warning This is the id of temporary');
      expect(said('s3', 'CA_CERT_DATA', CERTIFICATE)).to.equal('');
      expect(said('s3', 'CA_CERT_DATA', 'x')).to.equal('error There is no certificate in this.');
      expect(said('s3', 'CA_CERT_DATA', '-----BEGIN PRIVATE KEY-----\nAA==')).to.contain(
        'error This is a private key.',
      );
      expect(said('azure', 'AZURE_ACCOUNT_KEY', SECRET)).to.contain('warning An account key is');
      expect(said('gcs', 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY', GOOGLE_KEY)).to.equal('');
      expect(said('gcs', 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY', SECRET)).to.contain('error This is not JSON.');
      expect(said('gcs', 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY', '{"type": "service_account"}')).to.equal(
        'warning The key has no private_key.',
      );
    });

    it('lose what is stray on the user’s word only', () => {
      const rig = new CredentialsRig('s3');
      rig.credentials.setValue('AWS_ACCESS_KEY_ID', ` ${ID}\n`);
      rig.credentials.leave(secretFieldId('AWS_ACCESS_KEY_ID'));
      expect(rig.secret!.stringData!['AWS_ACCESS_KEY_ID']).to.equal(` ${ID}\n`);
      rig.credentials.removeStray('AWS_ACCESS_KEY_ID');
      expect(rig.secret!.stringData!['AWS_ACCESS_KEY_ID']).to.equal(ID);
      expect(rig.issues).to.deep.equal([]);
    });

    it('are summed up without being shown', () => {
      const gcs = new CredentialsRig('gcs').credentials;
      gcs.setValue('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', GOOGLE_KEY);
      expect(gcs.summaryOf('GOOGLE_SERVICE_ACCOUNT_JSON_KEY')).to.match(/^JSON key, \d+ B, project acme-demo$/);
      gcs.setValue('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', SECRET.repeat(50));
      expect(gcs.summaryOf('GOOGLE_SERVICE_ACCOUNT_JSON_KEY')).to.equal('Hidden text, 2.0 kB');
      const s3 = new CredentialsRig('s3').credentials;
      s3.setValue('CA_CERT_DATA', CERTIFICATE);
      expect(s3.summaryOf('CA_CERT_DATA')).to.equal(en.certificates(1, Date.UTC(2046, 10, 18, 12)));
    });
  });

  describe('filled in by what is pasted', () => {
    it('take both AWS keys from a file, and give back what was there', () => {
      const rig = new CredentialsRig('s3');
      const { credentials } = rig;
      credentials.setValue('AWS_ACCESS_KEY_ID', 'typed');
      expect(credentials.offer('AWS_SECRET_ACCESS_KEY', AWS_FILE)).to.equal(true);
      expect(rig.secret!.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: ID, AWS_SECRET_ACCESS_KEY: SECRET });
      expect(credentials.filled.said).to.equal(
        'Filled in: AWS Access Key ID, AWS Secret Access Key, from the profile default.',
      );
      credentials.filled.undo();
      expect(rig.secret!.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: 'typed' });
      expect(credentials.filled.said).to.contain('Undone');
      expect(credentials.filled.canUndo).to.equal(false);
    });

    it('ask which of several profiles', () => {
      const rig = new CredentialsRig('s3');
      const { credentials } = rig;
      credentials.offer('AWS_ACCESS_KEY_ID', `${AWS_FILE}[dev]\naws_access_key_id=2\naws_secret_access_key=s\n`);
      expect(credentials.filled.choices.map(({ name }) => name)).to.deep.equal(['default', 'dev']);
      expect(rig.secret).to.not.have.property('stringData');
      credentials.filled.choose(1);
      expect(rig.secret!.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: '2', AWS_SECRET_ACCESS_KEY: 's' });
      expect(credentials.filled.choices).to.deep.equal([]);
    });

    it('say that temporary ones end', () => {
      const { credentials } = new CredentialsRig('s3');
      credentials.offer('AWS_ACCESS_KEY_ID', `${AWS_FILE}aws_session_token = t\n`);
      expect(credentials.filled.said).to.contain('temporary');
    });

    it('take the project from a Google key, only where none was typed', () => {
      const rig = new CredentialsRig('gcs');
      rig.credentials.offer('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', GOOGLE_KEY);
      expect(rig.secret!.stringData).to.deep.equal({
        GOOGLE_PROJECT_ID: 'acme-demo',
        GOOGLE_SERVICE_ACCOUNT_JSON_KEY: GOOGLE_KEY,
      });
      rig.credentials.filled.undo();
      expect(rig.secret).to.not.have.property('stringData');

      rig.credentials.setValue('GOOGLE_PROJECT_ID', 'typed');
      rig.credentials.offer('GOOGLE_PROJECT_ID', GOOGLE_KEY);
      expect(rig.secret!.stringData!['GOOGLE_PROJECT_ID']).to.equal('typed');
      expect(rig.credentials.filled.said).to.contain('Google Project ID was left as it is.');
    });

    it('take key and account from an Azure connection string', () => {
      const rig = new CredentialsRig('azure');
      const { credentials } = rig;
      credentials.offer('AZURE_ACCOUNT_KEY', CONNECTION);
      expect(rig.secret!.stringData).to.deep.equal({ AZURE_ACCOUNT_KEY: KEY });
      expect(rig.block!['storageAccount']).to.equal('acmedemo');
      credentials.filled.undo();
      expect(rig.block).to.deep.equal({ secretName: 'main-storage-cred' });

      rig.write(['spec', 'storage', 'azure', 'storageAccount'], 'other');
      credentials.setValue('AZURE_ACCOUNT_KEY', CONNECTION);
      expect(credentials.hasParts('AZURE_ACCOUNT_KEY')).to.equal(true);
      credentials.useParts('AZURE_ACCOUNT_KEY');
      expect(rig.block!['storageAccount']).to.equal('other');
      expect(credentials.filled.said).to.contain('Account Name was left as it is.');
      credentials.filled.undo();
      expect(credentials.valueOf('AZURE_ACCOUNT_KEY')).to.equal(CONNECTION);
      expect(rig.block!['storageAccount']).to.equal('other');
    });

    it('give back only what is still as it was filled in', () => {
      const rig = new CredentialsRig('azure');
      const { credentials } = rig;
      credentials.offer('AZURE_ACCOUNT_KEY', CONNECTION);
      rig.write(['spec', 'storage', 'azure', 'storageAccount'], 'corrected');
      credentials.filled.undo();
      expect(credentials.valueOf('AZURE_ACCOUNT_KEY')).to.equal('');
      expect(rig.block!['storageAccount']).to.equal('corrected');

      credentials.offer('AZURE_ACCOUNT_KEY', CONNECTION);
      const edited = { ...rig.draft.credentials['azure']!, values: { AZURE_ACCOUNT_KEY: 'from a manifest' } };
      rig.draft = { ...rig.draft, credentials: { ...rig.draft.credentials, azure: edited } };
      credentials.filled.undo();
      expect(credentials.valueOf('AZURE_ACCOUNT_KEY')).to.equal('from a manifest');
    });

    it('leave plain values to the field', () => {
      for (const [provider, key] of [
        ['s3', 'AWS_ACCESS_KEY_ID'],
        ['s3', 'CA_CERT_DATA'],
        ['gcs', 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY'],
        ['azure', 'AZURE_ACCOUNT_KEY'],
      ] as const) {
        const { credentials } = new CredentialsRig(provider);
        expect(credentials.offer(key, KEY), key).to.equal(false);
        expect(credentials.filled.said).to.equal('');
      }
    });

    it('are the user’s own once they have typed on', () => {
      const { credentials } = new CredentialsRig('s3');
      credentials.offer('AWS_ACCESS_KEY_ID', AWS_FILE);
      credentials.setValue('CA_CERT_DATA', 'x');
      expect(credentials.filled.canUndo).to.equal(true);
      credentials.setValue('AWS_ACCESS_KEY_ID', 'x');
      expect(credentials.filled.canUndo).to.equal(false);
      expect(credentials.filled.said).to.equal('');
    });
  });

  describe('filled in by a file', () => {
    it('take documents as they are, and say what is wrong with them', async () => {
      const rig = new CredentialsRig('s3');
      await rig.credentials.takeFile('CA_CERT_DATA', file(CERTIFICATE));
      expect(rig.credentials.valueOf('CA_CERT_DATA')).to.equal(CERTIFICATE);
      rig.credentials.setValue('CA_CERT_DATA', 'typed');
      await rig.credentials.takeFile('CA_CERT_DATA', file(`  ${CERTIFICATE}`));
      expect(rig.issues.map(({ message }) => message).join()).to.contain('must not be indented');
      rig.credentials.filled.undo();
      expect(rig.credentials.valueOf('CA_CERT_DATA')).to.equal('typed');
    });

    it('fill in several fields, as if pasted', async () => {
      const rig = new CredentialsRig('s3');
      await rig.credentials.takeFile(
        'AWS_ACCESS_KEY_ID',
        file(`\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}`),
      );
      expect(rig.secret!.stringData).to.deep.equal({ AWS_ACCESS_KEY_ID: ID, AWS_SECRET_ACCESS_KEY: SECRET });
    });

    it('are refused with words when they are big, binary, or have no keys', async () => {
      const rig = new CredentialsRig('s3');
      const said = async (content: string | Uint8Array<ArrayBuffer>) => {
        await rig.credentials.takeFile('AWS_ACCESS_KEY_ID', file(content));
        return rig.credentials.filled.said;
      };
      expect(await said('x'.repeat(256 * 1024 + 1))).to.contain('larger than 256 KiB');
      expect(await said(Uint8Array.from([0x50, 0x4b, 3, 4]))).to.contain('not text');
      expect(await said('')).to.contain('empty');
      expect(await said(`${SECRET}\n${SECRET}`)).to.contain('No access keys');
      const broken = { size: 1, arrayBuffer: () => Promise.reject(new Error(SECRET)) } as unknown as Blob;
      await rig.credentials.takeFile('AWS_ACCESS_KEY_ID', broken);
      expect(rig.credentials.filled.said).to.equal('The file could not be read.');
      expect(rig.secret).to.not.have.property('stringData');
    });

    it('fill in nothing when they come too late', async () => {
      const rig = new CredentialsRig('s3');
      const reading = rig.credentials.takeFile('CA_CERT_DATA', file(CERTIFICATE));
      rig.choose('gcs');
      rig.choose('s3');
      await reading;
      expect(rig.secret).to.not.have.property('stringData');
    });
  });

  describe('as an existing Secret', () => {
    const rigOf = (source: DataSource, provider = 's3') => {
      const rig = new CredentialsRig(provider, { source });
      rig.credentials.setMode('existing');
      rig.credentials.refresh();
      return rig;
    };
    const name = async (rig: CredentialsRig, secret: string) => {
      rig.credentials.secretName = secret;
      rig.credentials.leave(SECRET_NAME_ID);
      await settled();
      return rig.credentials.existing?.state;
    };

    it('offer names without reading a value, and read key names when the field is left', async () => {
      const { source, asked } = sourceOf([secretOf('cred', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])]);
      const rig = rigOf(source);
      await settled();
      rig.credentials.secretName = 'cred';
      await settled();
      expect(rig.credentials.names).to.deep.equal(['cred']);
      expect(asked).to.deep.equal(['list demo names']);
      expect(await name(rig, 'cred')).to.equal('found');
      expect(rig.allIssues).to.deep.equal([]);
      expect(JSON.stringify(rig.credentials.existing)).to.not.contain(btoa(SECRET));
      rig.credentials.leave(SECRET_NAME_ID);
      await settled();
      expect(asked).to.deep.equal(['list demo names', 'get demo/cred']);
    });

    it('are told what is missing, in the storage client’s words', async () => {
      const { source } = sourceOf([secretOf('empty', []), secretOf('tls', ['tls.key'], 'kubernetes.io/tls')]);
      const rig = rigOf(source);
      await name(rig, 'empty');
      expect(rig.said).to.deep.equal([
        `warning ${SECRET_NAME_ID}: storage secret demo/empty missing AWS_ACCESS_KEY_ID key · storage Secret demo/empty missing AWS_SECRET_ACCESS_KEY key`,
      ]);
      await name(rig, 'tls');
      expect(rig.said[0]).to.contain('The Secret tls is of the type kubernetes.io/tls');
      await name(rig, 'none');
      expect(rig.said[0]).to.contain('There is no Secret none in demo. It can be created later');
    });

    it('never wait for the check, and say when there can be none', async () => {
      const { source } = sourceOf([], { list: 'forbidden', get: 'forbidden' });
      const rig = rigOf(source);
      await settled();
      expect(rig.credentials.namesDenied).to.equal(true);
      expect(await name(rig, 'cred')).to.equal('forbidden');
      expect(rig.allIssues).to.deep.equal([]);
      expect(rig.block).to.deep.equal({ secretName: 'cred' });
      const lost = rigOf(sourceOf([], { get: 'unreachable' }).source);
      expect(await name(lost, 'cred')).to.equal('failed');
      expect(lost.allIssues).to.deep.equal([]);
    });

    it('forget an answer about another name or namespace', async () => {
      const { source } = sourceOf([secretOf('cred', [])]);
      const rig = rigOf(source);
      await name(rig, 'cred');
      rig.write(['metadata', 'namespace'], 'other');
      expect(rig.credentials.existing).to.equal(undefined);
      rig.write(['metadata', 'namespace'], 'demo');
      rig.credentials.secretName = 'cred2';
      expect(rig.allIssues).to.deep.equal([]);
    });

    it('need a name that can be one', async () => {
      const { source, asked } = sourceOf([]);
      const rig = rigOf(source);
      expect(rig.allIssues[0]).to.include({ id: SECRET_NAME_ID, missing: true });
      await name(rig, '../x');
      expect(rig.said[0]).to.contain('error');
      expect(asked).to.not.include('get demo/../x');
    });

    it('list the names of the namespace that is chosen', async () => {
      const { source, asked } = sourceOf([secretOf('cred', [])]);
      const rig = rigOf(source);
      rig.write(['metadata', 'namespace'], 'other');
      rig.credentials.refresh();
      rig.credentials.refresh();
      await settled();
      expect(asked).to.deep.equal(['list demo names', 'list other names']);
    });
  });

  describe('as none', () => {
    it('need a service account, which is written where it belongs', () => {
      const rig = new CredentialsRig('s3');
      rig.credentials.setMode('none');
      expect(rig.allIssues).to.have.lengthOf(1);
      expect(rig.allIssues[0]).to.include({ id: SERVICE_ACCOUNT_ID, severity: 'warning' });
      rig.credentials.identity.serviceAccount = 'bucket-user';
      expect(rig.allIssues).to.deep.equal([]);
      expect(rig.storage.spec!.runtimeSettings).to.deep.equal({ pod: { serviceAccountName: 'bucket-user' } });
      expect(rig.block).to.equal(undefined);
      rig.credentials.identity.serviceAccount = '';
      expect(rig.storage.spec).to.not.have.property('runtimeSettings');
    });

    const label = { pod: { podLabels: { 'azure.workload.identity/use': 'true' } } };

    it('set the pod label for Azure, and take it back', () => {
      const rig = new CredentialsRig('azure');
      rig.credentials.setMode('none');
      expect(rig.storage.spec!.runtimeSettings).to.deep.equal(label);
      rig.credentials.setMode('new');
      expect(rig.storage.spec).to.not.have.property('runtimeSettings');
    });

    it('leave a pod label that was there before', () => {
      const rig = new CredentialsRig('azure');
      rig.write(['spec', 'runtimeSettings'], label);
      rig.credentials.setMode('none');
      rig.credentials.setMode('existing');
      expect(rig.storage.spec!.runtimeSettings).to.deep.equal(label);
    });

    it('do not set a pod label again that the user has taken away', () => {
      const rig = new CredentialsRig('azure');
      rig.credentials.setMode('none');
      rig.credentials.identity.podLabel = false;
      rig.credentials.refresh();
      expect(rig.storage.spec).to.not.have.property('runtimeSettings');
      expect(rig.said.join()).to.contain(`warning ${POD_LABEL_ID}`);
    });

    it('take the pod label along only for Azure', () => {
      const rig = new CredentialsRig('azure');
      rig.credentials.setMode('none');
      rig.choose('s3');
      expect(rig.storage.spec).to.not.have.property('runtimeSettings');
      rig.choose('azure');
      expect(rig.storage.spec!.runtimeSettings).to.deep.equal(label);
    });
  });

  describe('of a provider that nobody knows', () => {
    const schema = schemaWith('b2', { bucket: { type: 'string' }, secretName: { type: 'string' } });

    it('are free keys and values', () => {
      const rig = new CredentialsRig('b2', { schema });
      const { credentials } = rig;
      expect(credentials.isGeneric).to.equal(true);
      expect(rig.allIssues[0]).to.include({ missing: true });
      const [row] = credentials.pairs.rows;
      const edit = (id: number, change: object) => {
        credentials.pairs.edit(id, change);
        credentials.pairsChanged();
      };
      edit(row!.id, { key: 'B2_ID' });
      expect(rig.said.join()).to.contain('A key needs a value.');
      edit(row!.id, { value: 'two\nlines\n' });
      expect(rig.allIssues).to.deep.equal([]);
      expect(rig.secret!.stringData).to.deep.equal({ B2_ID: 'two\nlines\n' });
      expect(rig.block).to.deep.equal({ secretName: 'main-storage-cred' });

      const second = credentials.pairs.add();
      edit(second.id, { key: 'B2_ID', value: 'x' });
      expect(rig.said.join()).to.contain('The key B2_ID is used twice.');
      edit(second.id, { key: 'no key!' });
      expect(rig.said.join()).to.contain('a valid config key must consist of');
      edit(second.id, { key: '' });
      expect(rig.said.join()).to.contain('A value needs a key.');
      expect(credentials.pairs.rows.map(({ id }) => id)).to.deep.equal([row!.id, second.id]);
      credentials.pairs.remove(second.id);
      credentials.pairsChanged();
      expect(rig.allIssues).to.deep.equal([]);
    });

    it('show what the manifest says', () => {
      const rig = new CredentialsRig('b2', { schema });
      expect(rig.credentials.pairs.rows).to.have.lengthOf(1);
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' }, stringData: { A: '1', B: '2' } };
      rig.write(['spec', 'storage', 'b2'], { bucket: 'b' });
      const storage = { ...rig.storage, spec: { storage: { provider: 'b2', b2: { bucket: 'b', secretName: 'x' } } } };
      rig.draft = draftOf([secret, storage] as KubernetesObject[], rig.draft);
      expect(rig.credentials.pairs.rows.map(({ key, value }) => [key, value])).to.deep.equal([
        ['A', '1'],
        ['B', '2'],
      ]);
    });

    it('are named in the field that an old build has', () => {
      const old = schemaWith('b2', { bucket: { type: 'string' }, secret: { type: 'string' } });
      const rig = new CredentialsRig('b2', { schema: old });
      expect(rig.block).to.deep.equal({ secret: 'main-storage-cred' });
      rig.credentials.setMode('existing');
      rig.credentials.secretName = 'cred';
      expect(rig.block).to.deep.equal({ secret: 'cred' });
      const again = draftOf(objectsOf(rig.draft), rig.draft);
      expect(objectsOf(again)).to.deep.equal(objectsOf(rig.draft));
      expect(objectsOf(cloneOf(rig.storage))).to.deep.equal(objectsOf(rig.draft));
      rig.credentials.setMode('none');
      expect(rig.block).to.equal(undefined);
    });

    it('are none where the block has no field for a Secret', () => {
      const rig = new CredentialsRig('rest', { schema: schemaWith('rest', { url: { type: 'string' } }) });
      expect(rig.credentials.mode).to.equal('none');
      expect(rig.secret).to.equal(undefined);
      expect(rig.allIssues).to.deep.equal([]);
    });

    it('are moved to the field that this cluster has', () => {
      const rig = new CredentialsRig('b2', { schema });
      const storage = { ...rig.storage, spec: { storage: { provider: 'b2', b2: { secret: 'cred' } } } };
      rig.draft = cloneOf(storage as never);
      expect(rig.block).to.deep.equal({ secret: 'cred' });
      rig.credentials.refresh();
      expect(rig.block).to.deep.equal({ secretName: 'cred' });
    });
  });

  it('keep what was entered in each way, for each provider', () => {
    const rig = new CredentialsRig('s3');
    const { credentials } = rig;
    credentials.setValue('AWS_ACCESS_KEY_ID', ID);
    credentials.secretName = 'new-one';
    credentials.setMode('existing');
    expect(credentials.secretName).to.equal('');
    credentials.secretName = 'old-one';
    credentials.setMode('none');
    credentials.setMode('existing');
    expect(credentials.secretName).to.equal('old-one');
    rig.choose('azure');
    expect([credentials.mode, credentials.secretName]).to.deep.equal(['new', '']);
    rig.choose('s3');
    credentials.setMode('new');
    expect([credentials.secretName, credentials.valueOf('AWS_ACCESS_KEY_ID')]).to.deep.equal(['new-one', ID]);
  });

  it('are forgotten, every value of them', () => {
    const rig = new CredentialsRig('gcs');
    rig.credentials.offer('GOOGLE_SERVICE_ACCOUNT_JSON_KEY', GOOGLE_KEY);
    rig.choose('s3');
    rig.credentials.offer('AWS_ACCESS_KEY_ID', AWS_FILE);
    rig.credentials.secretName = 'mine';
    rig.credentials.forget();
    expect(JSON.stringify(rig.draft)).to.not.contain(SECRET).and.not.contain('DUMMY KEY');
    expect([rig.credentials.filled.said, rig.credentials.filled.canUndo]).to.deep.equal(['', false]);
    rig.credentials.filled.undo();
    expect(JSON.stringify(rig.draft)).to.not.contain(SECRET);
    rig.credentials.setMode('existing');
    rig.credentials.setMode('new');
    expect(rig.credentials.valueOf('AWS_SECRET_ACCESS_KEY')).to.equal('');
  });
});
