/**
 * Proves that the bundled schemas are the real CRDs plus titles and descriptions, path by path.
 * Run with `node --import tsx tools/check-crds.mjs`; CRD_DIR names another directory of CRD files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { bundledCrd } from '../src/schema/bundled/index.ts';
import * as resources from '../src/model/resources.ts';

const directory = resolve(process.env.CRD_DIR ?? fileURLToPath(new URL('../../shared/domain/crds', import.meta.url)));
if (!existsSync(directory)) {
  console.log(`SKIPPED: no CRDs at ${directory}`);
  process.exit(0);
}

const OPAQUE = 'x-kubernetes-preserve-unknown-fields';
const SHORTEST_DESCRIPTION = 12;
/** Only this kind may stop short of the real schema: its CRD is mostly pod templates that no element reads. */
const MAY_BE_OPAQUE = new Set([resources.BACKUP_CONFIGURATIONS]);

let faults = 0;
const fault = (path, what, ours, real) => {
  faults++;
  console.error(`${path}: ${what}\n  ours: ${JSON.stringify(ours)}\n  real: ${JSON.stringify(real)}`);
};

/** The nodes below a node, under the names that a path shows. */
function children({ properties = {}, items, additionalProperties }) {
  const found = new Map(Object.entries(properties).map(([name, child]) => [`.${name}`, child]));
  if (items) found.set('[]', items);
  if (additionalProperties && additionalProperties !== true) found.set('{}', additionalProperties);
  return found;
}

/** What a node itself says: no texts, no children, and `required` in any order. */
function own(node) {
  const { title, description, properties, items, additionalProperties, required, ...rest } = node;
  if (required) rest.required = [...required].sort();
  if (typeof additionalProperties === 'boolean') rest.additionalProperties = additionalProperties;
  // An empty `properties` and none at all are different documents, though not different schemas.
  if (properties) rest.hasProperties = true;
  return rest;
}

const countNodes = (node) => [...children(node).values()].reduce((sum, child) => sum + countNodes(child), 1);

function compare(path, ours, real, tally) {
  tally.nodes++;
  if (ours[OPAQUE] && !real[OPAQUE]) {
    tally.opaque.push({ path, skipped: countNodes(real) - 1 });
    if (!tally.mayBeOpaque) fault(path, 'opaque, but this kind must be complete', ours, own(real));
    if (ours.type !== real.type) fault(path, 'type differs', ours.type, real.type);
    if (children(ours).size > 0) fault(path, 'opaque nodes have no children', ours, own(real));
    return;
  }
  if (!isDeepStrictEqual(own(ours), own(real))) fault(path, 'differs', own(ours), own(real));
  const ourChildren = children(ours);
  const realChildren = children(real);
  for (const name of new Set([...ourChildren.keys(), ...realChildren.keys()])) {
    const [a, b] = [ourChildren.get(name), realChildren.get(name)];
    if (a && b) compare(path + name, a, b, tally);
    else fault(path + name, a ? 'not in the real CRD' : 'missing in ours', a && own(a), b && own(b));
  }
}

function checkTexts(path, node) {
  const { title = '', description = '' } = node;
  if (!title.trim()) fault(path, 'has no title', title, undefined);
  if (description.trim().length < SHORTEST_DESCRIPTION)
    fault(path, 'has no useful description', description, undefined);
  else if (!description.endsWith('.')) fault(path, 'description is no sentence', description, undefined);
  for (const [name, child] of children(node)) checkTexts(path + name, child);
}

/** Everything around the schema; the server's bookkeeping in the real file's metadata is none of ours. */
function frame({ apiVersion, kind, metadata, spec }) {
  const versions = spec.versions.map(({ schema, ...version }) => version);
  return { apiVersion, kind, name: metadata.name, spec: { ...spec, versions } };
}

for (const type of resources.RESOURCE_TYPES.filter(({ group }) => group.endsWith('kubestash.com'))) {
  const file = resolve(directory, `${type.group}_${type.resource}.yaml`);
  const ours = bundledCrd(type);
  if (!ours && !existsSync(file)) {
    console.log(`${type.resource}: only read, no schema is bundled`);
    continue;
  }
  const real = parse(readFileSync(file, 'utf8'));
  if (!ours) {
    fault(type.resource, 'is not bundled', undefined, real.metadata.name);
    continue;
  }
  const before = faults;
  if (!isDeepStrictEqual(frame(ours), frame(real))) fault(type.resource, 'frame differs', frame(ours), frame(real));
  const [ourSchema, realSchema] = [ours, real].map((crd) => crd.spec.versions[0].schema.openAPIV3Schema);
  const tally = { nodes: 0, opaque: [], mayBeOpaque: MAY_BE_OPAQUE.has(type) };
  compare(type.kind, ourSchema, realSchema, tally);
  checkTexts(type.kind, ourSchema);

  const equal = tally.nodes - tally.opaque.length;
  const under = countNodes(ourSchema.properties.spec);
  const verdict = faults === before ? 'equal' : `compared, ${faults - before} DIFFERENT`;
  console.log(`${type.resource}: ${equal} nodes ${verdict} (${under} of them under spec)`);
  if (tally.opaque.length) {
    console.log(`  ${tally.opaque.length} opaque nodes, compared by type only:`);
    for (const { path, skipped } of tally.opaque) console.log(`    ${path} (${skipped} nodes not described)`);
  }
}

if (faults) console.error(`${faults} differences`);
process.exit(faults ? 1 : 0);
