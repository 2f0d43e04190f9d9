import { Document, isCollection, Scalar, visit } from 'yaml';
import { escapeUnsafe, isAmbiguousScalar, needsEscape } from './kubernetes-yaml.js';

export type ManifestFormat = 'yaml' | 'json';

/** Long lines stay as they are: a folded certificate or JSON key would not survive a copy. */
const YAML_OUTPUT = { lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity };

/**
 * One YAML document for each object, separated by `---`. Each string is written in a style that every reader,
 * Kubernetes' own included, reads back as the same string.
 */
export function toYaml(objects: readonly object[]): string {
  return objects.map((object) => documentYaml(object)).join('---\n');
}

/** One object as it is, several as a Kubernetes `List`: what kubectl reads. */
export function toJson(objects: readonly object[]): string {
  const value = objects.length === 1 ? objects[0] : { apiVersion: 'v1', kind: 'List', items: objects };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

export function serialize(objects: readonly object[], format: ManifestFormat): string {
  return format === 'yaml' ? toYaml(objects) : toJson(objects);
}

/** Any JSON value as a YAML document; `style` may choose how a node is written. */
export function documentYaml(value: unknown, style?: (document: Document) => void): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  style?.(document);
  visit(document, {
    Scalar(key, node, path) {
      const onOneLine = key === 'key' || path.some((parent) => isCollection(parent) && parent.flow);
      const type = typeof node.value === 'string' ? styleOf(node.value, onOneLine) : undefined;
      if (type) node.type = type;
    },
  });
  // What has to be escaped was put into double quotes above.
  return escapeUnsafe(document.toString(YAML_OUTPUT));
}

function styleOf(text: string, onOneLine: boolean): Scalar.Type | undefined {
  if (needsEscape(text) || isAmbiguousScalar(text)) return Scalar.QUOTE_DOUBLE;
  if (!text.includes('\n')) return undefined;
  // White space at either end would have to be told from that of the layout, which not every reader does alike.
  return onOneLine || /^\s|\n\s+$/.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.BLOCK_LITERAL;
}
