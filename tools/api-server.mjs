// `npm run api-server`: the in-memory cluster as a Kubernetes API server on this machine, for kubectl and any other client.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { serveMemoryCluster } from '../src/data-source/memory/http.js';
import { MemoryCluster } from '../src/data-source/memory/index.js';
import { sampleObjects } from '../src/samples/index.js';
import { serveFetch } from './fetch-server.mjs';

const HELP = `npm run api-server -- [options]
  --port <number>      the port on 127.0.0.1; any free one unless given
  --empty              no sample objects
  --user <name>        the user's name, as refusals say it
  --rules <file.json>  the user's rights: a list such as
                       [{ "verbs": ["get", "list"], "resources": ["backupstorages"], "namespaces": ["demo"] }]`;

function fail(message) {
  console.error(`${message}\n\n${HELP}`);
  process.exit(2);
}

function optionsIn(args) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        empty: { type: 'boolean', default: false },
        user: { type: 'string' },
        rules: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

function rulesIn(file) {
  try {
    const rules = JSON.parse(readFileSync(file, 'utf8'));
    const isRule = (rule) => Array.isArray(rule?.verbs) && Array.isArray(rule?.resources);
    if (Array.isArray(rules) && rules.every(isRule)) return rules;
  } catch (error) {
    return fail(`${file} cannot be read: ${error.message}`);
  }
  return fail(`${file} holds no list of rules with "verbs" and "resources".`);
}

const { port, empty, user, rules, help } = optionsIn(process.argv.slice(2));
if (help) {
  console.log(HELP);
  process.exit(0);
}
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail('--port takes a number from 0 to 65535.');

const cluster = new MemoryCluster({
  ...(empty ? {} : { objects: sampleObjects({ now: Date.now() }) }),
  ...(user === undefined ? {} : { user }),
  ...(rules === undefined ? {} : { rules: rulesIn(rules) }),
});

let running;
try {
  running = await serveFetch(serveMemoryCluster(cluster), { port: Number(port) });
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken.`);
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'backupstorage-elements-'));
const kubeconfig = path.join(folder, 'kubeconfig.json');
const content = {
  apiVersion: 'v1',
  kind: 'Config',
  // Without TLS there is nothing to verify; the official JavaScript client wants that to be said.
  clusters: [{ name: 'memory', cluster: { server: running.url, 'insecure-skip-tls-verify': true } }],
  users: [{ name: 'memory', user: {} }],
  contexts: [{ name: 'memory', context: { cluster: 'memory', user: 'memory', namespace: empty ? 'default' : 'demo' } }],
  'current-context': 'memory',
};
writeFileSync(kubeconfig, JSON.stringify(content, undefined, 2), { mode: 0o600 });

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });

console.log(`The in-memory cluster is at ${running.url}

  export KUBECONFIG=${kubeconfig}
  kubectl get backupstorages -A
  kubectl get kubestash -A
  kubectl explain backupstorage.spec.storage.s3
  kubectl create secret generic lab --from-literal=AWS_ACCESS_KEY_ID=x --from-literal=AWS_SECRET_ACCESS_KEY=y
  kubectl get backupstorages -w

It is gone when this stops. Stop with Ctrl+C.`);
