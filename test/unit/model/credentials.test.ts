import { expect } from 'chai';
import {
  checkAwsKey,
  checkAzureKey,
  CREDENTIAL_FILE_MAX_SIZE,
  isForeignType,
  missingKeyMessage,
  missingKeys,
  readAwsCredentials,
  readConnectionString,
  readServiceAccountKey,
  strayWhitespace,
  textOfFile,
} from '../../../src/model/credentials/index.js';
import { SECRET_KEYS } from '../../../src/model/providers.js';
import { SECRET, SERVICE_ACCOUNT } from './credentials-samples.js';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const bytes = (...values: number[]) => Uint8Array.from(values);
const encode = (text: string) => new TextEncoder().encode(text);

describe('model: credentials: a Google service account key', () => {
  const faultsOf = (value: unknown) =>
    readServiceAccountKey(typeof value === 'string' ? value : json(value)).faults.join();

  it('is read with its project', () => {
    expect(readServiceAccountKey(json(SERVICE_ACCOUNT))).to.deep.equal({ projectId: 'acme-demo', faults: [] });
    expect(readServiceAccountKey(`\uFEFF\r\n ${json(SERVICE_ACCOUNT)}\n\n`).faults).to.deep.equal([]);
    const domain = { ...SERVICE_ACCOUNT, project_id: 'example.com:acme' };
    expect(readServiceAccountKey(json(domain)).projectId).to.equal('example.com:acme');
  });

  const FAULTY: Record<string, [unknown, string]> = {
    nothing: [' \n', 'empty'],
    'a cut file': [json(SERVICE_ACCOUNT).slice(0, -5), 'not-json'],
    'a private key alone': [SERVICE_ACCOUNT.private_key, 'not-json'],
    'a list': [[SERVICE_ACCOUNT], 'not-object'],
    null: ['null', 'not-object'],
    'a string of JSON': [JSON.stringify(json(SERVICE_ACCOUNT)), 'not-object'],
    'an OAuth client': [{ installed: { client_secret: SECRET } }, 'oauth-client'],
    'a user': [{ type: 'authorized_user', refresh_token: SECRET }, 'user-credentials'],
    'a federation': [{ type: 'external_account' }, 'federated'],
    'no type': [{ ...SERVICE_ACCOUNT, type: undefined }, 'no-type'],
    'another type': [{ ...SERVICE_ACCOUNT, type: 5 }, 'wrong-type'],
    'no private key': [{ ...SERVICE_ACCOUNT, private_key: '' }, 'no-private-key'],
    'a private key that is none': [{ ...SERVICE_ACCOUNT, private_key: SECRET }, 'bad-private-key'],
    'a private key with escapes left in': [
      { ...SERVICE_ACCOUNT, private_key: SERVICE_ACCOUNT.private_key.replaceAll('\n', '\\n') },
      'bad-private-key',
    ],
    'the type alone': [{ type: 'service_account' }, 'no-private-key,no-client-email,no-project-id'],
    'members of a prototype': ['{"__proto__": {"type": "service_account"}}', 'no-type'],
  };
  for (const [what, [value, fault]] of Object.entries(FAULTY))
    it(`is not ${what}`, () => expect(faultsOf(value)).to.equal(fault));

  it('gives away no project that looks like anything else', () => {
    for (const project_id of [SECRET, SERVICE_ACCOUNT.private_key, 'a b', 5, 'x'.repeat(200)])
      expect(readServiceAccountKey(json({ ...SERVICE_ACCOUNT, project_id }))).to.not.have.property('projectId');
  });
});

describe('model: credentials: AWS keys', () => {
  const read = (text: string) => {
    const { profiles, keysOf } = readAwsCredentials(text);
    return profiles.map(({ name, temporary }, index) => {
      const { accessKeyId, secretAccessKey } = keysOf(index)!;
      return [name, accessKeyId, secretAccessKey, ...(temporary ? ['temporary'] : [])];
    });
  };
  const ID = 'AKIAIOSFODNN7EXAMPLE';

  it('are read from a credentials file, by profile', () => {
    const file = `
# mine
[default]
aws_access_key_id = ${ID}
aws_secret_access_key=${SECRET}
region = us-east-1
[profile  two words]
AWS_ACCESS_KEY_ID=second
aws_secret_access_key = a=b#c
s3 =
  max_concurrent_requests = 20

[sso]
sso_session = x
[session]
aws_access_key_id = third
aws_secret_access_key = 3
aws_session_token = ${'t'.repeat(300)}
`;
    for (const text of [file, file.replaceAll('\n', '\r\n'), `\uFEFF${file}`])
      expect(read(text)).to.deep.equal([
        ['default', ID, SECRET],
        ['two words', 'second', 'a=b#c'],
        ['session', 'third', '3', 'temporary'],
      ]);
  });

  it('have names to choose from, and values only for the chosen one', () => {
    const { profiles } = readAwsCredentials(`[a]\naws_access_key_id=${ID}\naws_secret_access_key=${SECRET}`);
    expect(JSON.stringify(profiles)).to.equal('[{"name":"a","temporary":false}]');
  });

  const LINES: Record<string, string> = {
    export: `export AWS_ACCESS_KEY_ID="${ID}"\nexport AWS_SECRET_ACCESS_KEY='${SECRET}'\nexport AWS_REGION=eu`,
    '.env': `AWS_ACCESS_KEY_ID=${ID}\nAWS_SECRET_ACCESS_KEY=${SECRET}`,
    'Windows set': `SET AWS_ACCESS_KEY_ID=${ID}\r\nSET AWS_SECRET_ACCESS_KEY=${SECRET}\r\n`,
    PowerShell: `$Env:AWS_ACCESS_KEY_ID="${ID}"\n$Env:AWS_SECRET_ACCESS_KEY="${SECRET}"`,
    YAML: `  AWS_ACCESS_KEY_ID: ${ID}\n  AWS_SECRET_ACCESS_KEY: "${SECRET}"`,
    'statements ended by semicolons': `export AWS_ACCESS_KEY_ID=${ID};\nexport AWS_SECRET_ACCESS_KEY=${SECRET} ;`,
  };
  for (const [what, text] of Object.entries(LINES))
    it(`are read from ${what} lines`, () => expect(read(text)).to.deep.equal([['', ID, SECRET]]));

  it('are read from the CSV files of the console', () => {
    expect(read(`\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}\r\n`)).to.deep.equal([['', ID, SECRET]]);
    expect(
      read(
        `User Name,Password,Access key ID,Secret access key,Console login link\n"last, first",,${ID},${SECRET},https://x`,
      ),
    ).to.deep.equal([['last, first', ID, SECRET]]);
    expect(
      read(`Access key ID,Secret access key\n1,a\n2,b`).map(([name]) => name),
      'several without names',
    ).to.deep.equal(['1', '2']);
  });

  it('are read from JSON of the tools', () => {
    const keys = { AccessKeyId: ID, SecretAccessKey: SECRET };
    expect(read(json({ AccessKey: { UserName: 'backup', Status: 'Active', ...keys } }))).to.deep.equal([
      ['backup', ID, SECRET],
    ]);
    expect(read(json({ Credentials: { ...keys, SessionToken: 't', Expiration: '2030' } }))).to.deep.equal([
      ['', ID, SECRET, 'temporary'],
    ]);
    expect(read(json({ Version: 1, ...keys })), 'credential_process').to.deep.equal([['', ID, SECRET]]);
    expect(read(json({ url: 'http://m', accessKey: 'minio', secretKey: 's' })), 'MinIO').to.deep.equal([
      ['', 'minio', 's'],
    ]);
  });

  it('may be one half alone', () => {
    expect(read(`AWS_SECRET_ACCESS_KEY=${SECRET}`)).to.deep.equal([['', undefined, SECRET]]);
  });

  it('are in nothing else', () => {
    const others = ['', ID, SECRET, 'a=b', '[default]', '[', '{', '{}', '[]', 'null', '{"AccessKeyId": 5}', ',', '"'];
    for (const text of [...others, json(SERVICE_ACCOUNT), 'aws_access_key_id', '__proto__=x\nconstructor=y'])
      expect(read(text), text).to.deep.equal([]);
  });

  it('are looked for in reasonable time, whatever comes', () => {
    const start = performance.now();
    for (const text of [' '.repeat(250_000), '='.repeat(250_000), '"'.repeat(250_000), '[\n'.repeat(100_000)])
      read(text);
    read(`AWS_ACCESS_KEY_ID=${' ;'.repeat(100_000)}`);
    read('x'.repeat(10_000_000));
    expect(performance.now() - start).to.be.lessThan(2_000);
  });

  it('are told when they will not last, or are the wrong half', () => {
    expect(checkAwsKey('AWS_ACCESS_KEY_ID', 'ASIAIOSFODNN7EXAMPLE')).to.equal('temporary');
    expect(checkAwsKey('AWS_ACCESS_KEY_ID', SECRET)).to.equal('looks-like-secret');
    expect(checkAwsKey('AWS_SECRET_ACCESS_KEY', ID)).to.equal('looks-like-id');
    for (const id of [ID, 'minioadmin', 'ASIA']) expect(checkAwsKey('AWS_ACCESS_KEY_ID', id), id).to.equal(undefined);
    for (const secret of [SECRET, 'minioadmin'])
      expect(checkAwsKey('AWS_SECRET_ACCESS_KEY', secret)).to.equal(undefined);
  });
});

describe('model: credentials: an Azure account key', () => {
  const KEY = btoa('k'.repeat(64));

  it('is 64 bytes in base64', () => {
    expect(checkAzureKey(KEY)).to.equal(undefined);
    expect(checkAzureKey(`${KEY}\n`), 'stray whitespace is told elsewhere').to.equal(undefined);
    expect(checkAzureKey(btoa('k'.repeat(32)))).to.equal('unusual-length');
    expect(checkAzureKey(KEY.slice(0, -1)), 'cut').to.equal('not-base64');
    expect(checkAzureKey('not base64!')).to.equal('not-base64');
    expect(checkAzureKey('?sv=2022&ss=b&sig=abc%3D')).to.equal('sas');
  });

  it('is found in a connection string, with the account', () => {
    const text = `DefaultEndpointsProtocol=https;AccountName=acmedemo;AccountKey=${KEY};EndpointSuffix=core.windows.net`;
    expect(readConnectionString(text)).to.deep.equal({ account: 'acmedemo', key: KEY });
    expect(readConnectionString(` accountkey=${KEY} ;\n ACCOUNTNAME=a;`)).to.deep.equal({ account: 'a', key: KEY });
    expect(checkAzureKey(text)).to.equal('connection-string');
    for (const other of [
      '',
      KEY,
      'AccountName=a',
      `AccountKey=${KEY}`,
      'BlobEndpoint=x;SharedAccessSignature=sv=1&sig=2',
    ])
      expect(readConnectionString(other), other).to.equal(undefined);
  });
});

describe('model: credentials: what has come along', () => {
  const line = (text: string) => strayWhitespace(text, { multiline: false });
  const lines = (text: string) => strayWhitespace(text, { multiline: true });

  const STRAY: Record<string, [text: string, kinds: string]> = {
    'a newline at the end': ['key\n', 'trailing-newline'],
    'a Windows newline at the end': ['key\r\n', 'trailing-newline'],
    'blanks around': [' key\t', 'leading-blank,trailing-blank'],
    'a newline before': ['\nkey', 'leading-newline'],
    'a newline inside': ['ke\ny', 'inner-newline'],
    'a no-break space': ['key\u00A0', 'no-break-space,trailing-blank'],
    'a zero-width space inside': ['ke\u200By', 'zero-width'],
    'a byte order mark': ['\uFEFFkey', 'byte-order-mark'],
    quotes: ['"key"', 'quotes'],
    'typographic quotes': ['“key”', 'quotes'],
    'blanks around and in quotes': [" ' key ' ", 'leading-blank,trailing-blank,quotes'],
  };
  for (const [what, [text, kinds]] of Object.entries(STRAY))
    it(`is ${what}`, () => {
      expect(line(text)!.kinds.join()).to.equal(kinds);
      expect(line(text)!.cleaned).to.equal('key');
    });

  it('is nothing in an ordinary value', () => {
    for (const text of ['', 'key', 'pass word', 'a"b', "it's", '"', 'ключ', '🔑'])
      expect(line(text), text).to.equal(undefined);
  });

  it('is only what does harm in a document', () => {
    for (const text of ['{\n  "a": 1\n}\n', '-----BEGIN X-----\r\nAA==\r\n-----END X-----\r\n', '\n\n{}\n'])
      expect(lines(text), text).to.equal(undefined);
    expect(lines('\uFEFF{}')).to.deep.equal({ kinds: ['byte-order-mark'], cleaned: '{}' });
    expect(lines('{\u00A0"a":\u200B 1}\n')!.cleaned).to.equal('{ "a": 1}\n');
    expect(lines('  -----BEGIN X-----\n  AA==\n  -----END X-----\n')).to.deep.equal({
      kinds: ['indented'],
      cleaned: '-----BEGIN X-----\n  AA==\n-----END X-----\n',
    });
    expect(lines(`'{"a": 1}'\n`)).to.deep.equal({ kinds: ['quotes'], cleaned: '{"a": 1}' });
  });

  it('is gone after it was removed once', () => {
    const parts = [' ', '\n', '"', "'", '\uFEFF', '\u200B', '\u00A0', 'x', '“', '”', '-----BEGIN X-----'];
    // A fixed walk through all short combinations.
    for (let seed = 0; seed < parts.length ** 4; seed += 3) {
      let rest = seed;
      let text = '';
      for (let index = 0; index < 4; index++) {
        text += parts[rest % parts.length];
        rest = Math.floor(rest / parts.length);
      }
      for (const multiline of [false, true]) {
        const found = strayWhitespace(text, { multiline });
        if (found) expect(strayWhitespace(found.cleaned, { multiline }), JSON.stringify(text)).to.equal(undefined);
      }
    }
  });
});

describe('model: credentials: a file', () => {
  const read = (content: Uint8Array) => textOfFile(content);

  it('is text in UTF-8 or UTF-16', () => {
    expect(read(encode('\uFEFFkey ü\r\n'))).to.deep.equal({ text: '\uFEFFkey ü\r\n' });
    expect(read(bytes(0xff, 0xfe, 0x6b, 0, 0xfc, 0))).to.deep.equal({ text: 'kü' });
    expect(read(bytes(0xfe, 0xff, 0, 0x6b))).to.deep.equal({ text: 'k' });
  });

  it('is refused when it is empty, big or binary', () => {
    expect(read(bytes())).to.deep.equal({ fault: 'empty' });
    expect(read(new Uint8Array(CREDENTIAL_FILE_MAX_SIZE + 1).fill(65))).to.deep.equal({ fault: 'too-big' });
    expect(read(new Uint8Array(CREDENTIAL_FILE_MAX_SIZE).fill(65))).to.have.property('text');
    for (const content of [bytes(0x50, 0x4b, 3, 4), bytes(0x80, 0x81), bytes(65, 0, 66), encode('a\u0007')])
      expect(read(content)).to.deep.equal({ fault: 'binary' });
  });
});

describe('model: credentials: an existing Secret', () => {
  it('lacks keys in the storage client’s words', () => {
    expect(missingKeys(SECRET_KEYS.s3, ['AWS_ACCESS_KEY_ID'])).to.deep.equal(['AWS_SECRET_ACCESS_KEY']);
    expect(missingKeys(SECRET_KEYS.gcs, ['GOOGLE_SERVICE_ACCOUNT_JSON_KEY'])).to.deep.equal([]);
    const said = (key: string) => missingKeyMessage('demo', 'cred', key);
    expect(said('AWS_ACCESS_KEY_ID')).to.equal('storage secret demo/cred missing AWS_ACCESS_KEY_ID key');
    expect(said('AWS_SECRET_ACCESS_KEY')).to.equal('storage Secret demo/cred missing AWS_SECRET_ACCESS_KEY key');
    expect(said('AZURE_ACCOUNT_KEY')).to.equal('storage secret missing AZURE_ACCOUNT_KEY key');
  });

  it('may have been made for something else', () => {
    for (const type of ['kubernetes.io/tls', 'kubernetes.io/service-account-token', 'helm.sh/release.v1'])
      expect(isForeignType(type), type).to.equal(true);
    for (const type of [undefined, 'Opaque', 'example.com/kubernetes.io/x'])
      expect(isForeignType(type)).to.equal(false);
  });
});
