import { Document, Scalar, isScalar, visit } from 'yaml';
import { isAmbiguousScalar, needsEscape } from './kubernetes-yaml.js';

export type ManifestFormat = 'yaml' | 'json';

/** Long lines stay as they are: a folded certificate or JSON key would not survive a copy. */
export const YAML_OUTPUT = { lineWidth: 0, indentSeq: true } as const;

/** Chooses for each string a style that every YAML reader, Kubernetes' own included, reads back as the same string. */
export function styleForKubernetes(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      styleScalar(node);
    },
    // Keys too: `on: x` is a boolean key for Go.
    Pair(_key, pair) {
      if (isScalar(pair.key)) styleScalar(pair.key);
    },
  });
}

function styleScalar(node: Scalar): void {
  if (typeof node.value !== 'string') return;
  if (needsEscape(node.value)) node.type = Scalar.QUOTE_DOUBLE;
  else if (node.value.includes('\n')) node.type ??= Scalar.BLOCK_LITERAL;
  else if (isAmbiguousScalar(node.value) && (node.type === undefined || node.type === Scalar.PLAIN))
    node.type = Scalar.QUOTE_DOUBLE;
}

/** One YAML document for each object, separated by `---`. */
export function toYaml(objects: readonly object[]): string {
  return objects
    .map((object) => {
      const document = new Document(object, { aliasDuplicateObjects: false });
      styleForKubernetes(document);
      return document.toString(YAML_OUTPUT);
    })
    .join('---\n');
}

/** One object as it is, several as a Kubernetes `List`: what kubectl reads. */
export function toJson(objects: readonly object[]): string {
  const value = objects.length === 1 ? objects[0] : { apiVersion: 'v1', kind: 'List', items: objects };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

export function serialize(objects: readonly object[], format: ManifestFormat): string {
  return format === 'yaml' ? toYaml(objects) : toJson(objects);
}
