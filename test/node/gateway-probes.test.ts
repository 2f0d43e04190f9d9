/** What an attacker would send. Nothing of it may reach the cluster, and what does must have been made harmless. */
import { expect } from 'chai';
import { connect } from 'node:net';
import { newToken } from '../../src/gateway/token.js';
import { BACKUP_STORAGES, SECRETS } from '../../src/model/resources.js';
import { CLUSTER_TOKEN, GatewayRig, type Answer, type Question } from '../fixtures/gateway-rig.js';

const STORAGES = '/cluster/apis/storage.kubestash.com/v1alpha1/backupstorages';
const SECRETS_PATH = '/cluster/api/v1/namespaces/demo/secrets';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const NEW_SECRET = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'new', namespace: 'demo' },
  stringData: { key: 'value-of-a-credential' },
});

const statusIn = ({ text }: Answer) =>
  JSON.parse(text) as { kind: string; code: number; reason: string; message: string };

describe('hostile probes of the gateway', () => {
  const rig = new GatewayRig();
  before(() => rig.start());
  after(() => rig.stop());
  beforeEach(() => {
    rig.seen.length = 0;
    rig.logged.length = 0;
    rig.instead = undefined;
  });

  /** Refused with a Status that says the way on, and not one byte of it sent to the cluster. */
  const expectRefused = (answer: Answer, code: number, words: RegExp = /./): void => {
    expect(answer.status, answer.text).to.equal(code);
    const status = statusIn(answer);
    expect(status).to.include({ kind: 'Status', code });
    expect(status.message)
      .to.match(/^[A-Z].*[.:]?/)
      .and.match(words);
    expect(rig.seen, 'what reached the cluster').to.deep.equal([]);
  };
  const refused = async (question: Question, code: number, words?: RegExp) =>
    expectRefused(await rig.ask(question), code, words);
  const refusedRaw = async (lines: readonly string[], code: number, words?: RegExp) =>
    expectRefused(await rig.raw(lines), code, words);

  describe('(1) the address', () => {
    it('is 127.0.0.1 alone: another address of this machine gets no connection', async () => {
      const socket = connect({ host: '127.0.0.2', port: rig.port, timeout: 2000 });
      const code = await new Promise((resolve) => {
        socket.on('error', (error: Error & { code?: string }) => resolve(error.code));
        socket.on('timeout', () => resolve('no answer'));
        socket.on('connect', () => resolve('connected'));
      });
      socket.destroy();
      expect(code).to.not.equal('connected');
    });

    const HOSTS: Readonly<Record<string, (port: number) => string>> = {
      'a name that DNS leads here (rebinding)': (port) => `evil.example:${port}`,
      'a name that DNS leads here, without a port': () => 'evil.example',
      localhost: (port) => `localhost:${port}`,
      'another port': (port) => `127.0.0.1:${port + 1}`,
      'no port': () => '127.0.0.1',
      'another spelling of the address': (port) => `127.1:${port}`,
      'a user before the address': (port) => `evil@127.0.0.1:${port}`,
      'a dot behind the address': (port) => `127.0.0.1.:${port}`,
      'the address and a list': (port) => `127.0.0.1:${port}, evil.example`,
    };
    for (const [name, host] of Object.entries(HOSTS))
      it(`refuses as Host ${name}`, () =>
        refused({ path: STORAGES, headers: { Host: host(rig.port) } }, 403, /address that the terminal shows/));

    it('refuses a rebinding Host for the console’s files too', () =>
      refused({ path: '/', headers: { Host: `evil.example:${rig.port}` }, anonymous: true }, 403));

    it('refuses two Hosts, whichever comes first', async () => {
      await refusedRaw([...rig.lines('GET', STORAGES), 'Host: evil.example'], 403);
      const [first, ...rest] = rig.lines('GET', STORAGES);
      await refusedRaw([first!, 'Host: evil.example', ...rest], 403);
    });

    it('refuses an empty Host', () =>
      refusedRaw([`GET ${STORAGES} HTTP/1.1`, 'Host:', `X-Session-Token: ${rig.gateway.token}`], 403));

    it('refuses a request of HTTP/1.0 without a Host', () =>
      refusedRaw([`GET ${STORAGES} HTTP/1.0`, `X-Session-Token: ${rig.gateway.token}`], 403));

    it('refuses a request of HTTP/1.1 without a Host', async () => {
      const answer = await rig.raw([`GET ${STORAGES} HTTP/1.1`, `X-Session-Token: ${rig.gateway.token}`]);
      expect(answer.status).to.equal(400);
      expect(rig.seen).to.deep.equal([]);
    });
  });

  describe('(2) other protocols', () => {
    it('refuses an upgrade to a web socket', () =>
      refusedRaw(
        [
          ...rig.lines('GET', `${STORAGES}?watch=1`).filter((line) => !line.startsWith('Connection')),
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ],
        400,
        /no other protocol/,
      ));

    it('refuses an upgrade to SPDY, as exec and port-forward use it', () =>
      refused({ path: STORAGES, headers: { Connection: 'Upgrade', Upgrade: 'SPDY/3.1' } }, 400));

    it('refuses an upgrade to HTTP/2', () =>
      refused({ path: STORAGES, headers: { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c' } }, 400));

    it('refuses an Upgrade that Connection does not name', () =>
      refused({ path: STORAGES, headers: { Upgrade: 'websocket' } }, 400));

    it('refuses CONNECT', async () => {
      const answer = await rig.raw(rig.lines('CONNECT', '127.0.0.1:1'));
      expect(answer.status).to.equal(405);
      expect(rig.seen).to.deep.equal([]);
    });

    for (const method of ['TRACE', 'PUT', 'OPTIONS', 'HEAD', 'PROPFIND'])
      it(`refuses the method ${method}`, async () => {
        const answer = await rig.raw(rig.lines(method, STORAGES));
        expect(answer.status).to.equal(405);
        expect(rig.seen).to.deep.equal([]);
      });

    it('answers a preflight without a word of CORS', async () => {
      const { status, headers } = await rig.ask({
        method: 'OPTIONS',
        path: STORAGES,
        anonymous: true,
        headers: {
          Origin: 'https://evil.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'x-session-token',
          'Access-Control-Request-Private-Network': 'true',
        },
      });
      expect(status).to.equal(405);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
    });

    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
      it(`refuses ${name}`, () =>
        refused({ method: 'POST', path: STORAGES, headers: { [name]: 'DELETE', ...JSON_TYPE }, body: '{}' }, 400));
  });

  describe('(3) the path, before it is decoded', () => {
    const SPELLINGS: Readonly<Record<string, string>> = {
      'an encoded slash': '/cluster/api/v1/namespaces/demo%2fpods',
      'an encoded slash in upper case': '/cluster/api/v1/namespaces/demo%2Fpods',
      'an encoded backslash': '/cluster/api/v1/namespaces/demo%5cpods',
      'a backslash': '/cluster/api/v1\\pods',
      'an encoded parent': '/cluster/api/v1/namespaces/%2e%2e/pods',
      'a half-encoded parent': '/cluster/api/v1/namespaces/.%2E/pods',
      'a twice encoded parent': '/cluster/api/v1/namespaces/%252e%252e/pods',
      'a parent': `${STORAGES}/../../../../api/v1/pods`,
      'a parent at the end': `${STORAGES}/..`,
      'the folder itself': `/cluster/./api/v1/pods`,
      'an empty segment': '/cluster//api/v1/namespaces/demo/secrets',
      'an empty segment at the start': '//evil.example/api/v1/secrets',
      'an empty name, which is a whole collection': '/cluster/api/v1/namespaces/demo/secrets//',
      'an encoded letter': '/cluster/api/v1/namespaces/demo/%73ecrets',
      'an encoded NUL': '/cluster/api/v1/namespaces/demo%00/secrets',
      'a path parameter': '/cluster/api/v1/namespaces/demo/secrets;x=1',
      'an overlong UTF-8 slash': '/cluster/api/v1/namespaces/demo%c0%afpods',
    };
    for (const [name, path] of Object.entries(SPELLINGS))
      it(`refuses ${name}`, async () => {
        const words = /%(2f|5c|2e)|\\/i.test(path) ? /encoded slash, backslash or dot/ : /path holds/;
        for (const method of ['GET', 'DELETE']) await refusedRaw(rig.lines(method, path), 400, words);
      });

    it('refuses a byte that is no ASCII, or controls a terminal, and logs nothing of it', async () => {
      for (const byte of ['\xff', '\x9b', '\x1b', '\x00']) {
        const answer = await rig.raw(rig.lines('GET', `/cluster/api/v1/pods${byte}`));
        expect(answer.status).to.equal(400);
      }
      expect([...rig.seen, ...rig.logged]).to.deep.equal([]);
    });
    it('refuses the absolute form', () =>
      refusedRaw(rig.lines('GET', `http://${rig.gateway.host}${STORAGES}`), 400, /not a whole URL/));
    it('refuses the absolute form of another host', () =>
      refusedRaw(rig.lines('GET', `http://evil.example${STORAGES}`), 400));
    it('refuses the asterisk', () => refusedRaw(rig.lines('OPTIONS', '*'), 400));

    it('reads no file of the machine', async () => {
      for (const path of ['/console/../package.json', '/cdn/../../package.json', '/console/%2e%2e/package.json'])
        await refusedRaw(rig.lines('GET', path), 400);
      for (const path of ['/package.json', '/etc/passwd', '/console/', '/cdn', '/console/config.js/x', '/src/index.ts'])
        await refused({ path, anonymous: true }, 404, /the console is at/);
      await refused({ method: 'POST', path: '/console/console.js', headers: JSON_TYPE, body: '{}' }, 405);
    });

    it('refuses two lengths of one body, which servers read differently', async () => {
      const smuggled = `0\r\n\r\nGET ${SECRETS_PATH} HTTP/1.1\r\nHost: ${rig.gateway.host}\r\n\r\n`;
      const lines = rig.lines('POST', STORAGES, 'Content-Length: 6', 'Transfer-Encoding: chunked');
      expect((await rig.raw(lines, smuggled)).status).to.equal(400);
      expect(rig.seen).to.deep.equal([]);
    });
  });

  describe('(3) what is not on the list', () => {
    const UNLISTED: readonly [method: string, path: string][] = [
      ['GET', '/api/v1/namespaces/x/pods'],
      ['GET', '/api/v1/pods'],
      ['GET', '/api/v1/configmaps'],
      ['GET', '/api/v1/namespaces/demo/configmaps/kube-root-ca.crt'],
      ['POST', '/api/v1/namespaces/demo/pods'],
      ['POST', '/api/v1/namespaces/demo/pods/x/exec'],
      ['GET', '/api/v1/namespaces/demo/pods/x/exec'],
      ['GET', '/api/v1/namespaces/demo/pods/x/log'],
      ['GET', '/api/v1/namespaces/demo/services/x/proxy'],
      ['GET', '/api/v1/namespaces/demo/pods/x/proxy/admin'],
      ['GET', '/api/v1/nodes/x/proxy/metrics'],
      ['POST', '/api/v1/namespaces/demo/serviceaccounts/default/token'],
      ['POST', '/apis/authentication.k8s.io/v1/tokenreviews'],
      ['POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews'],
      ['POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews'],
      ['GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles'],
      ['POST', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings'],
      ['GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'],
      ['GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/others.example.com'],
      ['PATCH', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/backupstorages.storage.kubestash.com'],
      ['POST', '/api/v1/namespaces'],
      ['DELETE', '/api/v1/namespaces/demo'],
      ['PUT', '/api/v1/namespaces/demo/finalize'],
      ['GET', '/api/v1/namespaces/demo/status'],
      ['PATCH', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages/x/status'],
      ['GET', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages/x/scale'],
      ['DELETE', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages'],
      ['DELETE', '/apis/storage.kubestash.com/v1alpha1/backupstorages'],
      ['DELETE', '/apis/storage.kubestash.com/v1alpha1/backupstorages/x'],
      ['POST', '/apis/storage.kubestash.com/v1alpha1/backupstorages'],
      ['POST', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/repositories'],
      ['DELETE', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/repositories/x'],
      ['DELETE', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/snapshots/x'],
      ['PATCH', '/apis/core.kubestash.com/v1alpha1/namespaces/demo/backupconfigurations/x'],
      ['GET', '/apis/storage.kubestash.com/v1beta1/backupstorages'],
      ['GET', '/apis/storage.kubestash.com/v1alpha1/namespaces/DEMO/backupstorages'],
      ['GET', '/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages/x/y/z'],
      ['GET', '/api/v1/watch/namespaces/demo/secrets'],
      ['GET', '/openapi/v2'],
      ['GET', '/openapi/v3/api/v1'],
      ['GET', '/version'],
      ['GET', '/metrics'],
      ['GET', '/logs/kube-apiserver.log'],
      ['GET', '/api'],
      ['GET', '/apis'],
    ];
    for (const [method, path] of UNLISTED)
      it(`refuses ${method} ${path}`, () =>
        refused(
          { method, path: `/cluster${path}`, headers: JSON_TYPE, ...(method === 'GET' ? {} : { body: '{}' }) },
          method === 'PUT' ? 405 : 403,
          /kubectl|takes/,
        ));

    it('answers nothing outside its own prefix', () => refused({ path: '/api/v1/namespaces/x/pods' }, 404));
  });

  describe('(4) the token', () => {
    it('has 256 bits, and is another one each time', () => {
      const [one, other] = [newToken().text, newToken().text];
      expect(Buffer.from(one, 'base64url')).to.have.length(32);
      expect(one).to.not.equal(other);
    });

    it('must be there', () => refused({ path: STORAGES, anonymous: true }, 401, /token is missing/));
    it('must be right', () => refused({ path: STORAGES, headers: { 'X-Session-Token': newToken().text } }, 401));
    it('must be whole', async () => {
      const { token } = rig.gateway;
      for (const text of [token.slice(1), token.slice(0, -1), `${token}A`, `A${token}`, `${token} ${token}`, '', 'x'])
        await refused({ path: STORAGES, headers: { 'X-Session-Token': text } }, 401, /token/);
    });
    it('must be there once', () =>
      refusedRaw(rig.lines('GET', STORAGES, `X-Session-Token: ${rig.gateway.token}`), 401));
    it('is not taken from the query', () =>
      refused(
        { path: `${STORAGES}?token=${rig.gateway.token}&X-Session-Token=${rig.gateway.token}`, anonymous: true },
        401,
      ));
    it('is not taken from Authorization or a cookie', () =>
      refused(
        {
          path: STORAGES,
          anonymous: true,
          headers: { Authorization: `Bearer ${rig.gateway.token}`, Cookie: `X-Session-Token=${rig.gateway.token}` },
        },
        401,
      ));
    it('guards the name of the context too', () => refused({ path: '/console/session.json', anonymous: true }, 401));
    it('is in no answer, and in no file of the console', async () => {
      for (const path of ['/', '/console/config.js', '/console/session.json', STORAGES])
        expect((await rig.ask({ path })).text).to.not.contain(rig.gateway.token);
    });
  });

  describe('(5) who asks', () => {
    const ORIGINS: Readonly<Record<string, () => Record<string, string>>> = {
      'a foreign Origin': () => ({ Origin: 'https://evil.example' }),
      'the Origin of another port of 127.0.0.1': () => ({ Origin: `http://127.0.0.1:${rig.port + 1}` }),
      'the Origin of localhost': () => ({ Origin: `http://localhost:${rig.port}` }),
      'the Origin of another scheme': () => ({ Origin: `https://${rig.gateway.host}` }),
      'an Origin that begins like the own one': () => ({ Origin: `http://${rig.gateway.host}.evil.example` }),
      'the Origin null, of a sandboxed frame or a file': () => ({ Origin: 'null' }),
      'Sec-Fetch-Site: cross-site': () => ({ 'Sec-Fetch-Site': 'cross-site' }),
      'Sec-Fetch-Site: same-site, of another port': () => ({ 'Sec-Fetch-Site': 'same-site' }),
      'Sec-Fetch-Site: none, of a bookmark': () => ({ 'Sec-Fetch-Site': 'none' }),
      'a link to the API': () => ({
        'Sec-Fetch-Site': 'cross-site',
        'Sec-Fetch-Mode': 'navigate',
        'Sec-Fetch-Dest': 'document',
      }),
      'the own Origin beside a foreign site': () => ({
        Origin: `http://${rig.gateway.host}`,
        'Sec-Fetch-Site': 'cross-site',
      }),
    };
    for (const [name, headers] of Object.entries(ORIGINS))
      it(`refuses ${name}`, () => refused({ path: STORAGES, headers: headers() }, 403, /came from another page/));

    it('refuses two Origins', () =>
      refusedRaw(
        rig.lines('GET', STORAGES, `Origin: http://${rig.gateway.host}`, 'Origin: https://evil.example'),
        403,
      ));

    it('lets another page neither embed a file of the console nor load it as a script', async () => {
      for (const [destination, mode] of [
        ['script', 'no-cors'],
        ['iframe', 'navigate'],
        ['style', 'no-cors'],
        ['empty', 'cors'],
      ] as const)
        await refused(
          {
            path: '/console/config.js',
            anonymous: true,
            headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': destination },
          },
          403,
        );
    });

    it('lets a link lead to the console', async () => {
      const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
      expect((await rig.ask({ path: '/', anonymous: true, headers })).status).to.equal(200);
    });
  });

  describe('(6) what a blind write from another page would look like', () => {
    const TYPES: Readonly<Record<string, Record<string, string>>> = {
      'a Blob, without a Content-Type': {},
      'an empty Content-Type': { 'Content-Type': '' },
      'text/plain, which needs no preflight': { 'Content-Type': 'text/plain' },
      'text/plain that speaks of JSON': { 'Content-Type': 'text/plain; application/json' },
      'a form': { 'Content-Type': 'application/x-www-form-urlencoded' },
      'a form of parts': { 'Content-Type': 'multipart/form-data; boundary=x' },
      'protobuf, which cannot be looked into': { 'Content-Type': 'application/vnd.kubernetes.protobuf' },
      YAML: { 'Content-Type': 'application/yaml' },
      'JSON in another charset': { 'Content-Type': 'application/json; charset=utf-16' },
      'two types': { 'Content-Type': 'application/json, text/plain' },
    };
    for (const [name, headers] of Object.entries(TYPES))
      it(`refuses ${name}`, () =>
        refused({ method: 'POST', path: SECRETS_PATH, headers, body: NEW_SECRET }, 415, /application\/json/));

    it('refuses a deletion without one', () =>
      refused({ method: 'DELETE', path: `${STORAGES.replace('backup', 'namespaces/demo/backup')}/x` }, 415));

    it('refuses a patch of another kind', async () => {
      const path = '/cluster/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages/minio-lab';
      for (const type of ['application/json', 'application/strategic-merge-patch+json', ''])
        await refused({ method: 'PATCH', path, headers: { 'Content-Type': type }, body: '{}' }, 415, /merge-patch/);
    });

    it('refuses a body where nothing is written', () =>
      refused({ path: STORAGES, headers: JSON_TYPE, body: '{"kind":"DeleteOptions"}' }, 400));
  });

  describe('(7) what is brought along', () => {
    it('leaves everything out that would make somebody else of the user', async () => {
      const { status } = await rig.ask({
        path: STORAGES,
        headers: {
          Authorization: 'Bearer of-somebody-else',
          'Proxy-Authorization': 'Basic x',
          Cookie: 'session=x',
          'Impersonate-User': 'system:admin',
          'Impersonate-Group': 'system:masters',
          'Impersonate-Uid': '0',
          'Impersonate-Extra-Scopes': 'all',
          'X-Remote-User': 'admin',
          'X-Remote-Group': 'system:masters',
          'X-Remote-Extra-Scopes': 'all',
          Forwarded: 'for=10.0.0.1',
          'X-Forwarded-For': '10.0.0.1',
          'X-Forwarded-Host': 'evil.example',
          'X-Forwarded-Client-Cert': 'x',
          'X-Real-Ip': '10.0.0.1',
          Via: '1.1 evil',
          Range: 'bytes=0-1',
          'Accept-Encoding': 'gzip',
          Origin: `http://${rig.gateway.host}`,
          'Sec-Fetch-Site': 'same-origin',
        },
      });
      expect(status).to.equal(200);
      expect(rig.seen).to.have.length(1);
      expect(rig.seen[0]!.headers).to.deep.equal({
        accept: 'application/json',
        authorization: `Bearer ${CLUSTER_TOKEN}`,
        connection: 'keep-alive',
        host: rig.server.replace('http://', ''),
        'user-agent': 'backupstorage-elements',
      });
    });

    it('leaves a header out that Connection names as its own', async () => {
      await rig.ask({ path: STORAGES, headers: { Connection: 'close, Authorization', Authorization: 'x' } });
      expect(rig.seen[0]!.headers['authorization']).to.equal(`Bearer ${CLUSTER_TOKEN}`);
    });

    it('leaves unknown keys of the query out', async () => {
      await rig.ask({
        path: `${STORAGES}?limit=5&pretty=1&token=x&as=admin&timeout=9h&LIMIT=9&%6cimit2=1&container=x`,
      });
      expect(rig.seen.map(({ url }) => url)).to.deep.equal([`${STORAGES.replace('/cluster', '')}?limit=5`]);
    });

    it('keeps keys apart by what is asked', async () => {
      const name = '/cluster/apis/storage.kubestash.com/v1alpha1/namespaces/demo/backupstorages/minio-lab';
      await rig.ask({ path: `${name}?watch=1&limit=1&dryRun=All&labelSelector=a` });
      expect(rig.seen.map(({ url }) => url)).to.deep.equal([name.replace('/cluster', '')]);
    });

    it('refuses a key that is given twice', async () => {
      await refused({ path: `${STORAGES}?limit=1&limit=2` }, 400, /twice/);
      const question = { method: 'POST', path: `${SECRETS_PATH}?dryRun=All&dryRun=`, headers: JSON_TYPE };
      await refused({ ...question, body: NEW_SECRET }, 400, /twice/);
    });

    it('makes no other request of a value of the query', async () => {
      await rig.ask({ path: `${STORAGES}?fieldSelector=${encodeURIComponent('metadata.name=x&watch=1#/../../pods')}` });
      expect(rig.seen.map(({ url }) => url)).to.deep.equal([
        `${STORAGES.replace('/cluster', '')}?fieldSelector=${encodeURIComponent('metadata.name=x&watch=1#/../../pods')}`,
      ]);
    });

    const LARGE = Buffer.alloc(1024 * 1024 + 1, 'x');

    it('refuses a body that says it is too large', () =>
      refused({ method: 'POST', path: SECRETS_PATH, headers: JSON_TYPE, body: LARGE }, 413, /1 MiB/));

    it('refuses one before it has come', () =>
      refusedRaw(rig.lines('POST', SECRETS_PATH, 'Content-Type: application/json', 'Content-Length: 99999999'), 413));

    it('refuses one that does not say so', async () => {
      const headers = { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' };
      await refused({ method: 'POST', path: SECRETS_PATH, headers, body: LARGE }, 413);
    });

    it('takes one that is just small enough', async () => {
      const object = JSON.parse(NEW_SECRET) as { stringData: Record<string, string> };
      const room = LARGE.length - 1 - Buffer.byteLength(JSON.stringify({ ...object, stringData: { key: '' } }));
      const body = JSON.stringify({ ...object, stringData: { key: 'x'.repeat(room) } });
      expect(Buffer.byteLength(body)).to.equal(1024 * 1024);
      await rig.ask({ method: 'POST', path: `${SECRETS_PATH}?dryRun=All`, headers: JSON_TYPE, body });
      expect(rig.seen.map(({ body: sent }) => sent.length)).to.deep.equal([1024 * 1024]);
    });

    it('refuses a body that is no UTF-8', () =>
      refused({ method: 'POST', path: SECRETS_PATH, headers: JSON_TYPE, body: Buffer.from([0x22, 0xff, 0x22]) }, 400));
  });

  describe('Secrets', () => {
    const VALUE = 'c2VjcmV0LXZhbHVlLTQy';
    const WHOLE = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'whole',
        namespace: 'demo',
        uid: 'u-1',
        resourceVersion: '7',
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"key":"${VALUE}"}}`,
          other: 'kept',
        },
      },
      data: { key: VALUE },
      stringData: { key: VALUE },
    };
    const secretOf = () => rig.cluster.objects(SECRETS)[0]!;

    it('are listed by their metadata, whatever is asked for', async () => {
      for (const Accept of [
        'application/json',
        '*/*',
        'application/json;as=Table;v=v1;g=meta.k8s.io',
        'application/yaml',
      ]) {
        const { status, text } = await rig.ask({ path: SECRETS_PATH, headers: { Accept } });
        expect(status).to.equal(200);
        expect(text).to.contain('PartialObjectMetadataList').and.not.contain('"data"');
      }
      expect(new Set(rig.seen.map(({ headers }) => headers['accept']))).to.deep.equal(
        new Set(['application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io']),
      );
    });

    it('are listed so over all namespaces too', async () => {
      const { text } = await rig.ask({ path: '/cluster/api/v1/secrets' });
      expect(text).to.contain('PartialObjectMetadataList').and.not.contain('"data"');
    });

    it('are read by their metadata', async () => {
      const { namespace, name } = secretOf().metadata!;
      const { status, text } = await rig.ask({ path: `/cluster/api/v1/namespaces/${namespace}/secrets/${name}` });
      expect(status).to.equal(200);
      expect(JSON.parse(text))
        .to.include({ kind: 'PartialObjectMetadata' })
        .and.not.have.any.keys('data', 'stringData');
      expect(rig.seen[0]!.headers['accept']).to.equal('application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io');
    });

    it('keep their values from a page even if the server sends them, and what kubectl apply left of them', async () => {
      const kept = { other: 'kept' };
      rig.instead = () => Response.json(WHOLE);
      const one = JSON.parse((await rig.ask({ path: `${SECRETS_PATH}/whole` })).text) as typeof WHOLE;
      expect(one).to.deep.equal({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { ...WHOLE.metadata, annotations: kept },
      });
      rig.instead = () => Response.json({ kind: 'SecretList', apiVersion: 'v1', metadata: {}, items: [WHOLE, WHOLE] });
      const all = await rig.ask({ path: SECRETS_PATH });
      expect(all.text).to.not.contain(VALUE);
      expect((JSON.parse(all.text) as { items: object[] }).items).to.have.length(2);
    });

    it('are answered without their values when they are created or deleted', async () => {
      rig.instead = () => Response.json(WHOLE, { status: 201 });
      const made = await rig.ask({ method: 'POST', path: SECRETS_PATH, headers: JSON_TYPE, body: NEW_SECRET });
      expect(made.status).to.equal(201);
      expect(made.text).to.contain('u-1').and.not.contain(VALUE);
      const body = JSON.stringify({ preconditions: { uid: 'u-1', resourceVersion: '7' } });
      const gone = await rig.ask({ method: 'DELETE', path: `${SECRETS_PATH}/whole`, headers: JSON_TYPE, body });
      expect(gone.text).to.contain('u-1').and.not.contain(VALUE);
    });

    it('are not passed on when the answer cannot be read', async () => {
      rig.instead = () => new Response(`{"data":"${VALUE}`, { headers: JSON_TYPE });
      const { status, text } = await rig.ask({ path: SECRETS_PATH });
      expect(status).to.equal(502);
      expect(text).to.not.contain(VALUE);
    });

    it('are not watched, however it is asked', async () => {
      for (const query of ['watch=1', 'watch=true', 'watch', 'watch=yes', 'watch=false&watch=1', '%77atch=1'])
        await refused({ path: `${SECRETS_PATH}?${query}` }, 403, /of secrets it knows list, get, create, delete/);
    });

    it('are listed where a watch is declined', async () => {
      for (const query of ['watch=false', 'watch=0', 'watch=False'])
        expect((await rig.ask({ path: `${SECRETS_PATH}?${query}` })).text).to.contain('PartialObjectMetadataList');
      expect(rig.seen.every(({ url }) => !url.includes('watch'))).to.equal(true);
    });

    it('are neither replaced nor patched', async () => {
      await refused({ method: 'PUT', path: `${SECRETS_PATH}/x`, headers: JSON_TYPE, body: NEW_SECRET }, 405);
      for (const type of ['merge-patch+json', 'json-patch+json', 'apply-patch+yaml']) {
        const headers = { 'Content-Type': `application/${type}` };
        await refused({ method: 'PATCH', path: `${SECRETS_PATH}/x`, headers, body: '{}' }, 403, /of secrets it knows/);
      }
    });

    it('are not deleted all at once', () =>
      refused({ method: 'DELETE', path: SECRETS_PATH, headers: JSON_TYPE, body: '{}' }, 403));

    const BODIES: Readonly<Record<string, string>> = {
      'no body': '',
      'an empty object': '{}',
      'no preconditions': '{"kind":"DeleteOptions","apiVersion":"v1"}',
      'preconditions that are null': '{"preconditions":null}',
      'only a uid': '{"preconditions":{"uid":"u"}}',
      'only a resourceVersion': '{"preconditions":{"resourceVersion":"1"}}',
      'empty preconditions': '{"preconditions":{"uid":"","resourceVersion":""}}',
      numbers: '{"preconditions":{"uid":1,"resourceVersion":1}}',
      'preconditions under another name': '{"Preconditions":{"uid":"u","resourceVersion":"1"}}',
      'preconditions that are taken back':
        '{"preconditions":{"uid":"u","resourceVersion":"1"},"preconditions":{"uid":"u"}}',
    };
    for (const [name, body] of Object.entries(BODIES))
      it(`are not deleted with ${name}`, () =>
        refused(
          { method: 'DELETE', path: `${SECRETS_PATH}/x`, headers: JSON_TYPE, body },
          body === '' ? 400 : 403,
          body === '' ? /not JSON/ : /preconditions/,
        ));

    it('are deleted with nothing but what was checked', async () => {
      const body =
        '{"preconditions":{"uid":"u","resourceVersion":"1","x":1},"Preconditions":null,"propagationPolicy":"Orphan"}';
      await rig.ask({ method: 'DELETE', path: `${SECRETS_PATH}/x?dryRun=All`, headers: JSON_TYPE, body });
      expect(JSON.parse(rig.seen[0]!.body)).to.deep.equal({
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid: 'u', resourceVersion: '1' },
        dryRun: ['All'],
      });
    });

    it('are not said in the refusal of a body that is not JSON', async () => {
      const question = { method: 'DELETE', path: `${SECRETS_PATH}/x`, headers: JSON_TYPE };
      const { text } = await rig.ask({ ...question, body: `{"data": ${VALUE}}` });
      expect(text).to.contain('not JSON').and.not.contain(VALUE);
    });
  });

  describe('(8) what is answered', () => {
    it('says nothing of signing in, cookies or other origins, and adds its own protections', async () => {
      rig.instead = () =>
        Response.json(
          { kind: 'BackupStorageList', items: [] },
          {
            headers: [
              ['Set-Cookie', 'a=b'],
              ['WWW-Authenticate', 'Basic'],
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Credentials', 'true'],
              ['Location', 'https://evil.example'],
              ['Refresh', '0; url=https://evil.example'],
              ['Clear-Site-Data', '"*"'],
              ['Service-Worker-Allowed', '/'],
              ['Content-Security-Policy', 'default-src *'],
              ['Cache-Control', 'public'],
              ['Warning', '299 - "kept"'],
              ['Retry-After', '7'],
            ],
          },
        );
      const { headers } = await rig.ask({ path: STORAGES });
      const { date: _date, 'keep-alive': _kept, ...rest } = headers;
      expect(rest['content-security-policy']).to.contain("default-src 'none'").and.not.contain('*');
      expect(Object.keys(rest).sort()).to.deep.equal([
        'cache-control',
        'connection',
        'content-security-policy',
        'content-type',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
        'referrer-policy',
        'retry-after',
        'transfer-encoding',
        'warning',
        'x-content-type-options',
        'x-frame-options',
      ]);
      expect(rest).to.include({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        warning: '299 - "kept"',
      });
    });

    it('is protected so for every file and refusal too', async () => {
      for (const path of ['/', '/console/console.js', '/nothing', '/cluster/api/v1/pods', STORAGES]) {
        const { headers } = await rig.ask({ path, anonymous: true });
        expect(headers, path).to.include({
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'same-origin',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
        });
        expect(headers['content-security-policy']).to.contain("frame-ancestors 'none'");
      }
    });

    it('is never a page that something before the cluster has sent', async () => {
      rig.instead = () => new Response('<script>steal()</script>', { headers: { 'Content-Type': 'text/html' } });
      const { status, text } = await rig.ask({ path: STORAGES });
      expect(status).to.equal(502);
      expect(text).to.contain('proxy or login page').and.not.contain('steal');
    });

    it('is never a script', async () => {
      rig.instead = () => new Response('steal()', { headers: { 'Content-Type': 'text/javascript' } });
      expect((await rig.ask({ path: STORAGES })).status).to.equal(502);
    });

    it('never leads elsewhere', async () => {
      rig.instead = () => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } });
      const { status, headers } = await rig.ask({ path: STORAGES });
      expect(status).to.equal(502);
      expect(headers).to.not.have.property('location');
      expect(rig.seen).to.have.length(1);
    });
  });

  describe('(10) the log', () => {
    it('holds method, path and status, and nothing of queries, headers or bodies', async () => {
      const path = `${SECRETS_PATH}?dryRun=All&token=in-the-query`;
      await rig.ask({ method: 'POST', path, headers: { ...JSON_TYPE, Cookie: 'in-a-cookie' }, body: NEW_SECRET });
      expect(rig.logged).to.deep.equal([`POST ${SECRETS_PATH} 201`]);
    });

    it('holds refusals as well', async () => {
      await rig.ask({ path: `${STORAGES}?x=in-the-query`, anonymous: true });
      await rig.raw(rig.lines('CONNECT', 'evil.example:443'));
      expect(rig.logged).to.deep.equal([`GET ${STORAGES} 401`, 'CONNECT evil.example:443 405']);
    });
  });

  it('after all of this the cluster is as it was', () => {
    expect(rig.cluster.objects(SECRETS).filter(({ metadata }) => metadata?.name === 'new')).to.deep.equal([]);
    expect(rig.cluster.objects(BACKUP_STORAGES)).to.have.length(14);
  });
});
