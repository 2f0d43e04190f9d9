/** Finds what an element says that has not gone through the catalogue: in the pseudo-locale that reads as plain English. */
import '../../src/locales/en-XA/index.js';
import type { MemoryCluster } from '../../src/data-source/memory/index.js';
import type { BackupStorageElement } from '../../src/elements/base-element.js';
import { pseudoText } from '../../src/locales/pseudo.js';
import { RESOURCE_TYPES } from '../../src/model/resources.js';
import { backupStorageSchema } from '../../src/schema/bundled/backup-storage.js';
import { sampleObjects } from '../../src/samples/index.js';
import { mount, rootOf, seenText, until } from './support.js';

export { pseudoText as xa } from '../../src/locales/pseudo.js';

/** What assistive technology reads besides text. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
];

/** Text that is code: manifests, commands, names of fields. */
const CODE = 'style, script, textarea, code, pre, .cm-content';

/** What may read as English without being a word of ours, each with the reason. */
const RULES: readonly [why: string, pattern: RegExp][] = [
  ['ages are kubectl’s in every language', /^(?:\d+[smhdy])+$/],
  ['sizes have the units that Intl gives them', /^[\d.,]+ ?(?:B|[kMGTP]i?B|byte)$/],
  [
    'dates and times are Intl’s',
    /^(?:\w{3} \d{1,2}, \d{4}(?:, )?)?(?:\d{1,2}:\d{2}(?::\d{2})?\s[AP]M(?: (?:UTC|GMT\S*))?)?$/,
  ],
  ['a version or a percentage', /^v?\d+(?:\.\d+)*%?$/],
];

/** Lower-case words and paths of the API, which stay in every language: kinds, verbs, fields, values. */
const API_WORDS = [
  ...Object.values(RESOURCE_TYPES).flatMap(({ kind, resource }) => [kind, resource]),
  // Phases: `Terminating` is kubectl's word, and `Unknown` that of conditions.
  ...['Terminating', 'Unknown', 'NotReady', 'Ready'],
  ...['BackupBatch', 'Namespace', 'ServiceAccount', 'UID', 'YAML', 'JSON', 'Secret', 'Opaque'],
];

/** What stands between data, the loosest first: `a · b`, `key: value`, `Secret demo/name`, `nfs.path`. */
const JOINTS = [/ · /, / › /, /; /, /, /, /: /, /\s*[()]/, /\s(?=[\w.-]+\/[\w.-]+$)/, /\//, /\.(?=\w)/];

/** What the API server says when it refuses. */
export const FORBIDDEN =
  /^\S+(?: "\S+")? is forbidden: User "\S+" cannot \w+ resource "\S+" in API group "\S*"(?: in the namespace "\S+"| at the cluster scope)?\.?$/;

export interface Known {
  /** Whose names and values may be shown, besides those of the samples. */
  cluster?: MemoryCluster;
  /** What else comes from the cluster or the host in this state: sentences of the server, what was typed. */
  data?: readonly (string | RegExp)[];
}

/** An element in the pseudo-locale. */
export async function pseudo<T extends BackupStorageElement>(tag: string, properties: Partial<T> = {}): Promise<T> {
  return mount<T>(tag, { locale: 'en-XA', ...properties } as Partial<T>);
}

/** Waits until an English text of ours is there, in its pseudo form, be it for screen readers only. */
export const shows = (element: Element, english: string) => {
  const words = pseudoText(english);
  return until(() => rootOf(element).textContent!.includes(words), `${words} in: ${seenText(rootOf(element))}`);
};

/** What is said in plain English though it should not be, each with the place where it is. */
export function plainEnglish(element: Element, { cluster, data = [] }: Known = {}): string[] {
  const texts = new Set([...API_WORDS, ...valuesOf(SAMPLES), ...valuesOf(cluster?.objects() ?? []), ...schemaTexts()]);
  const sentences = [...texts].filter((text) => /\S \S+ \S/.test(text));
  const own = (text: string) => data.some((one) => (typeof one === 'string' ? one === text : one.test(text)));
  const isData = (text: string): boolean =>
    !/\p{L}{2}/u.test(text) ||
    texts.has(text) ||
    texts.has(text.replace(/\.$/, '')) ||
    own(text) ||
    RULES.some(([, rule]) => rule.test(text));
  const isPut = (text: string): boolean =>
    isData(text.trim()) || JOINTS.some((joint) => joint.test(text) && text.split(joint).every(isPut));
  const isMadeOfData = (text: string): boolean => {
    if (isPut(text) || (text.length > 30 && sentences.some((one) => one.startsWith(text)))) return true;
    return isPut(sentences.reduce((left, one) => left.replaceAll(one, ''), text));
  };
  return saidIn(rootOf(element)).flatMap(([where, said]) =>
    piecesOf(said)
      .filter((piece) => !isMadeOfData(piece))
      .map((piece) => `${where}: ${piece}`),
  );
}

/** What is left of a text without what is pseudo. An innermost pair of brackets goes first: words are put into words. */
function piecesOf(text: string): string[] {
  let left = text;
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replace(/\[!! (?:(?!\[!!|!!\])[^])* !!\]/g, '\n');
  }
  return left
    .split('\n')
    .map((piece) => piece.trim().replace(/^[·:,.*✕×●—–\s]+|[·:,*✕×●—–\s]+$/gu, ''))
    .filter(Boolean);
}

function saidIn(root: ParentNode): [where: string, text: string][] {
  const said: [string, string][] = [];
  for (const element of root.querySelectorAll('*')) {
    for (const name of SPOKEN) {
      const value = element.getAttribute(name);
      if (value) said.push([`${placeOf(element)} ${name}`, value]);
    }
    if (element.shadowRoot) said.push(...saidIn(element.shadowRoot));
    if (element.closest(CODE)) continue;
    // One word with places to break in it.
    if (element.querySelector(':scope > wbr')) {
      said.push([placeOf(element), element.textContent]);
      continue;
    }
    for (const node of element.childNodes)
      if (node instanceof Text && node.data.trim() !== '') said.push([placeOf(element), node.data.trim()]);
  }
  return said;
}

function placeOf(element: Element): string {
  const part = element.getAttribute('part') ?? element.id;
  return `<${element.localName}${part === '' ? '' : ` ${part}`}>`;
}

/** Every text in some objects: names, values and keys. */
function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n').map((line) => line.trim())];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...valuesOf(inner)]);
}

const SAMPLES = sampleObjects();
let ofSchema: string[] | undefined;

/** Titles and descriptions of the schema: it says them in its own words. */
function schemaTexts(): string[] {
  return (ofSchema ??= valuesOf(backupStorageSchema()));
}
