import type { ManifestWords } from '../locales/index.js';
import { checkAnnotationKey, checkLabelKey, checkLabelValue, checkName } from '../model/names.js';
import type { KubernetesObject } from '../model/types.js';
import { formatServerPath } from '../schema/field-path.js';
import type { FieldPath } from '../schema/types.js';
import type { PlacePart } from './diagnostics-places.js';
import { getIn, isObject } from './json.js';
import { MASK } from './redact.js';

/** Something wrong with a field, before it has a place in the text. */
export interface Finding {
  path: FieldPath;
  message: string;
  part?: PlacePart;
  severity?: 'error' | 'warning';
}

/** Rules that the API server has for the metadata of every object; no schema tells them. */
export function metadataFindings(object: KubernetesObject, messages: ManifestWords): Finding[] {
  const findings: Finding[] = [];
  const add = (path: FieldPath, words: readonly string[], part: PlacePart = 'value') =>
    findings.push(
      ...words
        .slice(0, 1)
        .map((word) => ({ path, message: messages.fieldProblem(formatServerPath(path), word), part })),
    );
  for (const field of ['name', 'namespace', 'generateName']) {
    const path = ['metadata', field];
    const value = getIn(object, path) ?? '';
    if (typeof value !== 'string') findings.push({ path, message: messages.textExpected(formatServerPath(path)) });
    else if (value !== '' && field === 'name') add(path, checkName(value));
  }
  for (const field of ['labels', 'annotations']) {
    const map = getIn(object, ['metadata', field]);
    if (!isObject(map)) continue;
    for (const [key, value] of Object.entries(map)) {
      const path = ['metadata', field, key];
      add(path, field === 'labels' ? checkLabelKey(key) : checkAnnotationKey(key), 'key');
      if (typeof value === 'string') add(path, field === 'labels' ? checkLabelValue(value) : []);
      else if (value !== null) findings.push({ path, message: messages.textExpected(formatServerPath(path)) });
    }
  }
  return findings;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What the server would refuse in the values of a Secret. They are never quoted. */
export function secretFindings(object: KubernetesObject, messages: ManifestWords): Finding[] {
  return ['data', 'stringData'].flatMap((field) => {
    const map = getIn(object, [field]);
    if (!isObject(map)) return [];
    return Object.entries(map).flatMap(([key, value]): Finding[] => {
      const path = [field, key];
      if (value === null || value === MASK) return [];
      if (typeof value !== 'string') return [{ path, message: messages.textExpected(formatServerPath(path)) }];
      // Go's reader passes over line breaks.
      const isRight = field === 'stringData' || BASE64.test(value.replaceAll(/[\r\n]/g, ''));
      return isRight ? [] : [{ path, message: messages.base64Expected(formatServerPath(path)) }];
    });
  });
}
