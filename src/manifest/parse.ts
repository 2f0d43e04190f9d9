import type { KubernetesObject } from '../model/types.js';
import { isObject } from './json.js';
import { jsonFault } from './json-syntax.js';
import { issueAt, type ManifestIssue } from './manifest-issue.js';
import { readYaml } from './read-yaml.js';
import type { ManifestFormat } from './serialize.js';

export type { ManifestIssue };

export interface ParsedManifest {
  /** Empty when the text cannot be read. */
  objects: KubernetesObject[];
  issues: ManifestIssue[];
}

/**
 * Reads a manifest of one or more objects. A document that is a Kubernetes `List` stands for its items; empty documents
 * are passed over.
 */
export function parseManifest(text: string, format: ManifestFormat): ParsedManifest {
  const issues: ManifestIssue[] = [];
  const objects: KubernetesObject[] = [];
  if (text.trim() === '') return { objects, issues: [issueAt(text, EMPTY, 0, text.length)] };
  const fault = format === 'json' ? jsonFault(text) : undefined;
  if (fault) return { objects, issues: [issueAt(text, fault.message, fault.offset, fault.offset + 1)] };
  // JSON is YAML, so one reader serves both and gives every fault its place.
  const { documents, issues: unreadable } = readYaml(text);
  if (unreadable.length > 0) return { objects, issues: unreadable };
  for (const { document, value } of documents) {
    const found = isObject(value) && value['kind'] === 'List' ? (value['items'] ?? []) : [value ?? undefined];
    const [from, to] = document.contents?.range ?? [0, text.length];
    if (!Array.isArray(found)) issues.push(issueAt(text, 'The items of a List must be a list.', from, to));
    else
      for (const object of found as unknown[]) {
        if (isObject(object)) objects.push(object);
        else if (object !== undefined) issues.push(issueAt(text, NO_OBJECT, from, to));
      }
  }
  if (issues.length === 0 && objects.length === 0) issues.push(issueAt(text, EMPTY, 0, text.length));
  return { objects: issues.length > 0 ? [] : objects, issues };
}

const EMPTY = 'The manifest is empty.';
const NO_OBJECT = 'An object is expected here, with apiVersion, kind and metadata.';
