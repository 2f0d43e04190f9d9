import { isAlias, isCollection, isMap, YAMLMap, type Document, type Node } from 'yaml';
import type { KubernetesObject } from '../model/types.js';
import { isObject } from './json.js';
import { jsonFault } from './json-syntax.js';
import { issueAt, type ManifestIssue, type ManifestPlace, type SyntaxFault } from './manifest-issue.js';
import { readYaml } from './read-yaml.js';
import type { ManifestFormat } from './serialize.js';

export type { ManifestIssue, ManifestPlace };

export interface ParsedManifest {
  /** Empty when the text cannot be read. */
  objects: KubernetesObject[];
  issues: ManifestIssue[];
}

/** A text that was read once, for everybody who asks what it says, what is wrong with it, and where. */
export interface ReadManifest extends ParsedManifest {
  text: string;
  format: ManifestFormat;
  /** The node of each object, in the order of `objects`. */
  nodes: readonly YAMLMap<Node, Node | null>[];
}

/**
 * Reads a manifest of one or more objects. A document that is a Kubernetes `List` stands for its items; empty documents
 * are passed over.
 */
export function parseManifest(text: string, format: ManifestFormat): ParsedManifest {
  const { objects, issues } = readManifest(text, format);
  return { objects, issues };
}

/** {@link parseManifest}, with what it takes to say where something stands. */
export function readManifest(text: string, format: ManifestFormat): ReadManifest {
  const issues: ManifestIssue[] = [];
  const objects: KubernetesObject[] = [];
  const nodes: YAMLMap<Node, Node | null>[] = [];
  const result = (): ReadManifest =>
    issues.length > 0 ? { objects: [], issues, text, format, nodes: [] } : { objects, issues, text, format, nodes };
  const report = (why: SyntaxFault, from: number, to: number) => issues.push(issueAt(text, why, from, to));
  if (text.trim() === '') report('empty', 0, text.length);
  const fault = format === 'json' && issues.length === 0 ? jsonFault(text) : undefined;
  if (fault) report(fault.fault, fault.offset, fault.offset + 1);
  if (issues.length > 0) return result();
  // JSON is YAML, so one reader serves both and gives every fault its place.
  const { documents, issues: unreadable } = readYaml(text);
  issues.push(...unreadable);
  if (issues.length > 0) return result();
  for (const { document, value } of documents) {
    const isList = isObject(value) && value['kind'] === 'List';
    const found = isList ? (value['items'] ?? []) : [value ?? undefined];
    const [from, to] = document.contents?.range ?? [0, text.length];
    if (!Array.isArray(found)) report('list-items', from, to);
    else
      for (const [index, object] of (found as unknown[]).entries()) {
        if (isObject(object)) {
          objects.push(object);
          nodes.push(nodeAt(document, isList ? ['items', index] : []));
        } else if (object !== undefined) report('no-object', from, to);
      }
  }
  if (issues.length === 0 && objects.length === 0) report('empty', 0, text.length);
  return result();
}

/** The map at a path, also where an alias stands for it. */
function nodeAt(document: Document.Parsed, path: readonly (string | number)[]): YAMLMap<Node, Node | null> {
  let node: unknown = document.contents;
  for (const step of path) node = resolved(isCollection(node) ? node.get(step, true) : undefined, document);
  return (isMap(node) ? node : new YAMLMap()) as YAMLMap<Node, Node | null>;
}

const resolved = (node: unknown, document: Document.Parsed) => (isAlias(node) ? node.resolve(document) : node);
