import { issueAt, type ManifestIssue } from '../../../manifest/manifest-issue.js';
import { readYaml } from '../../../manifest/read-yaml.js';
import { documentYaml } from '../../../manifest/serialize.js';

/** Any JSON value as YAML. */
export const writeYamlValue = (value: unknown): string => documentYaml(value);

/** The one value that a text holds; undefined for none. A text that holds several is at fault. */
export function readYamlValue(text: string): { value: unknown; fault?: ManifestIssue } {
  if (text.trim() === '') return { value: undefined };
  const { documents, issues } = readYaml(text);
  const fault = issues[0] ?? (documents.length > 1 ? issueAt(text, 'only-one-value', 0, 0) : undefined);
  return fault ? { value: undefined, fault } : { value: documents[0]?.value };
}
