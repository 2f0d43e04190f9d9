// What the sources say of the data sources: the interface, and each adapter's factory with its options.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { oneLine } from './model.mjs';

/** Entry point → where its factory and the type of its options are declared. */
const ADAPTERS = [
  {
    entry: 'data-source/kubernetes',
    for: 'a Kubernetes API over fetch, below any path of the page’s own origin',
    factory: ['src/data-source/kubernetes.ts', 'kubernetesOverFetch'],
    options: ['src/data-source/fetch-transport.ts', 'FetchTransportOptions'],
  },
  {
    entry: 'data-source/kubernetes',
    for: 'a host’s own request function',
    factory: ['src/data-source/kubernetes-data-source.ts', 'kubernetesDataSource'],
    options: ['src/data-source/transport.ts', 'KubeRequest'],
  },
  {
    entry: 'data-source/memory',
    for: 'a cluster in the page: demos and tests',
    factory: ['src/data-source/memory/cluster.ts', 'MemoryCluster'],
    options: ['src/data-source/memory/options.ts', 'MemoryClusterOptions'],
  },
  {
    entry: 'data-source/rest',
    for: 'a backend of your own: a few URLs and JSON',
    factory: ['src/data-source/rest.ts', 'restDataSource'],
    options: ['src/data-source/rest.ts', 'RestOptions'],
  },
  {
    entry: 'data-source/kubeconfig',
    for: 'Node: the cluster of a kubeconfig',
    factory: ['src/data-source/kubeconfig.ts', 'kubeconfigDataSource'],
    options: ['src/data-source/kubeconfig.ts', 'KubeconfigOptions'],
  },
  {
    entry: 'data-source/hosts/headlamp',
    for: 'a Headlamp plugin',
    factory: ['src/data-source/hosts/headlamp.ts', 'headlampDataSource'],
    options: ['src/data-source/hosts/headlamp.ts', 'HeadlampOptions'],
  },
  {
    entry: 'data-source/hosts/openshift',
    for: 'an OpenShift console plugin',
    factory: ['src/data-source/hosts/openshift.ts', 'openShiftDataSource'],
    options: ['src/data-source/hosts/openshift.ts', 'OpenShiftOptions'],
  },
  {
    entry: 'data-source/hosts/rancher',
    for: 'a Rancher UI extension',
    factory: ['src/data-source/hosts/rancher.ts', 'rancherDataSource'],
    options: ['src/data-source/hosts/rancher.ts', 'RancherOptions'],
  },
  {
    entry: 'data-source/hosts/appscode',
    for: 'the AppsCode console',
    factory: ['src/data-source/hosts/appscode.ts', 'appsCodeDataSource'],
    options: ['src/data-source/hosts/appscode.ts', 'AppsCodeOptions'],
  },
  {
    entry: 'data-source/hosts/backstage',
    for: 'Backstage, over its Kubernetes plugin',
    factory: ['src/data-source/hosts/backstage.ts', 'backstageDataSource'],
    options: ['src/data-source/hosts/backstage.ts', 'BackstageOptions'],
  },
];

for (const file of readdirSync('src/data-source/hosts'))
  if (
    /DataSource\(/.test(readFileSync(`src/data-source/hosts/${file}`, 'utf8').match(/^export function .*$/m)?.[0] ?? '')
  )
    if (!ADAPTERS.some(({ entry }) => `${entry}.ts` === `data-source/hosts/${file}`))
      throw new Error(`tools/published/adapters.mjs says nothing of src/data-source/hosts/${file}.`);

const parsed = new Map();
function sourceOf(file) {
  if (!parsed.has(file))
    parsed.set(file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return parsed.get(file);
}

function declarationOf([file, name]) {
  const found = sourceOf(file).statements.find((statement) => statement.name?.text === name);
  if (!found) throw new Error(`${file} declares no ${name}: mend tools/published/adapters.mjs.`);
  return found;
}

/** The words of a docstring, without its tags. */
function docOf(node) {
  const [doc] = node.jsDoc?.slice(-1) ?? [];
  return oneLine(ts.getTextOfJSDocComment(doc?.comment) ?? '');
}

const textOf = (node) => oneLine(node.getText());

function membersOf(place) {
  return declarationOf(place).members.map((member) => ({
    name: member.name.getText(),
    type: ts.isPropertySignature(member) ? textOf(member.type) : textOf(member),
    required: member.questionToken === undefined,
    description: docOf(member),
  }));
}

function signatureOf([file, name]) {
  const declared = declarationOf([file, name]);
  if (ts.isClassDeclaration(declared)) {
    const made = declared.members.find(ts.isConstructorDeclaration);
    const source = declared.members.find((member) => member.name?.getText() === 'dataSource');
    return `new ${name}(${made.parameters.map(textOf).join(', ')}).dataSource(): ${textOf(source.type)}`;
  }
  return `${name}(${declared.parameters.map(textOf).join(', ')}): ${textOf(declared.type)}`;
}

/** The `DataSource` interface, method by method, and every adapter. */
export function readAdapters() {
  const methods = declarationOf(['src/data-source/types.ts', 'DataSource']).members.map((member) => ({
    name: member.name.getText(),
    required: member.questionToken === undefined,
    signature: textOf(member),
    description: docOf(member),
  }));
  const adapters = ADAPTERS.map((adapter) => ({
    entry: adapter.entry,
    for: adapter.for,
    factory: adapter.factory[1],
    signature: signatureOf(adapter.factory),
    description: docOf(declarationOf(adapter.factory)),
    options: { type: adapter.options[1], members: membersOf(adapter.options) },
  }));
  return { methods, adapters };
}
