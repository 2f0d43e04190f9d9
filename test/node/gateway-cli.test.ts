/** `npx backupstorage-elements`, as it is typed. */
import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GatewayRig, kubeconfigOf } from '../fixtures/gateway-rig.js';

const CLI = fileURLToPath(new URL('../../src/gateway/cli.ts', import.meta.url));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

describe('the command', () => {
  let home = '';
  before(async () => (home = await mkdtemp(join(tmpdir(), 'home-'))));
  after(() => rm(home, { recursive: true }));

  const spawned = (args: readonly string[], env: Record<string, string> = {}): ChildProcess => {
    const { PATH = '' } = process.env;
    return spawn(process.execPath, ['--import', 'tsx', CLI, ...args], { env: { PATH, HOME: home, ...env } });
  };
  const run = (args: readonly string[], env?: Record<string, string>): Promise<Ended> =>
    new Promise((resolve) => {
      const child = spawned(args, env);
      const ended: Ended = { code: null, out: '', err: '' };
      child.stdout!.on('data', (part) => (ended.out += String(part)));
      child.stderr!.on('data', (part) => (ended.err += String(part)));
      const timer = setTimeout(() => child.kill(), 20_000);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ ...ended, code });
      });
    });
  const failure = async (args: readonly string[], env?: Record<string, string>): Promise<string> => {
    const { code, out, err } = await run(args, env);
    expect([code, out]).to.deep.equal([1, '']);
    expect(err.trim().split('\n'), err).to.have.length(1);
    return err.trim();
  };

  it('says what it takes, and its version', async () => {
    const help = await run(['--help']);
    expect(help.code).to.equal(0);
    for (const option of ['context', 'namespace', 'kubeconfig', 'port', 'read-only', 'no-open', 'version', 'help'])
      expect(help.out).to.contain(`--${option}`);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await run(['--version'])).to.include({ code: 0, out: `${version}\n` });
  });

  it('says in one sentence what is wrong with the options', async () => {
    expect(await failure(['--prot', '1'])).to.match(/Unknown option '--prot'/);
    expect(await failure(['--port', '99999'])).to.equal('--port takes a number from 0 to 65535.');
    expect(await failure(['--namespace', 'a/../b'])).to.match(/^--namespace takes the name of a namespace/);
  });

  it('says where it has looked for a kubeconfig', async () => {
    expect(await failure([])).to.match(/^There is no kubeconfig .*\.kube\/config\. Name one with --kubeconfig/);
    expect(await failure(['--kubeconfig', '/nowhere/config'])).to.contain('There is no kubeconfig /nowhere/config.');
    expect(await failure([], { KUBECONFIG: '/nowhere/else' })).to.contain('There is no kubeconfig /nowhere/else.');
  });

  it('says nothing of what stands in a kubeconfig that it cannot read', async () => {
    const file = join(home, 'broken');
    await writeFile(file, 'users: [{ user: { token: hunter2 }\nclusters: }');
    const said = await failure(['--kubeconfig', file]);
    expect(said).to.match(/^The kubeconfig cannot be read/);
    expect(said).to.not.contain('hunter2');
  });

  it('says which contexts there are, and which cluster cannot be reached', async () => {
    const file = join(home, 'config');
    await writeFile(file, kubeconfigOf('http://127.0.0.1:1'));
    expect(await failure(['--context', 'third'], { KUBECONFIG: file })).to.equal(
      'No context third; there are: first, second. Choose one with --context.',
    );
    expect(await failure(['--context', 'second'], { KUBECONFIG: file })).to.match(
      /^The cluster of the context second at http:\/\/127\.0\.0\.1:1 cannot be reached\. .*ECONNREFUSED.* VPN/,
    );
  });

  describe('before a cluster', () => {
    const rig = new GatewayRig();
    before(() => rig.start());
    after(() => rig.stop());

    it('says that the port is taken', async () => {
      expect(await failure(['--kubeconfig', rig.kubeconfig, '--port', String(rig.port)])).to.match(
        /^Port \d+ is taken: choose another with --port/,
      );
    });

    it('says that the cluster does not know the user', async () => {
      rig.instead = () => new Response(null, { status: 401 });
      const said = await failure(['--kubeconfig', rig.kubeconfig]);
      expect(said).to.match(/^The cluster of the context first does not know you: sign in again/);
      rig.instead = undefined;
    });

    it('prints an address that leads to the console, and logs no query', async () => {
      const child = spawned(['--kubeconfig', rig.kubeconfig, '--no-open', '--read-only', '--namespace', 'demo']);
      let out = '';
      try {
        child.stdout!.on('data', (part) => (out += String(part)));
        for (let turn = 0; turn < 400 && !out.includes('Ctrl+C'); turn++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        const [, host, token] = /http:\/\/(127\.0\.0\.1:\d+)\/#token=([\w-]{43})\n/.exec(out) ?? expect.fail(out);
        expect(out).to.contain('The console of the context first').and.contain('read-only');
        const headers = { 'X-Session-Token': token! };
        const session = await fetch(`http://${host}/console/session.json?secret=1`, { headers });
        expect(await session.json()).to.deep.equal({ context: 'first', namespace: 'demo', readOnly: true });
        const ended = new Promise((resolve) => child.once('close', resolve));
        child.kill('SIGTERM');
        expect(await ended).to.equal(0);
        expect(out).to.contain('GET /console/session.json 200\n').and.not.contain('secret=1');
      } finally {
        child.kill('SIGKILL');
      }
    });
  });
});
