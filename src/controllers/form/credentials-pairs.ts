import { strayWhitespace, type Stray } from '../../model/credentials/whitespace.js';
import { checkSecretKey } from '../../model/names.js';
import type { FormWords } from '../../locales/index.js';
import { strayWords } from './credentials-verdict.js';
import { error, rowFieldId, warning, type FormIssue } from './form-issue.js';
import { PAIRS_ID } from './credentials-store.js';
import { KeyValueRows } from './key-value-rows.js';

type Values = Readonly<Record<string, string>>;

/** Free keys and values of the new Secret, for providers whose keys nobody knows. */
export class SecretPairs {
  /** By provider, with the values that the rows say: when the draft has others, a manifest was edited. */
  readonly #known = new Map<string, { rows: KeyValueRows; values: Values }>();

  rowsOf(provider: string, values: Values): KeyValueRows {
    const known = this.#known.get(provider);
    if (known?.values === values) return known.rows;
    const rows = known?.rows ?? new KeyValueRows();
    rows.load(values);
    // There is nothing to do but to enter one.
    if (rows.rows.length === 0) rows.add();
    this.#known.set(provider, { rows, values });
    return rows;
  }

  /** The values that the rows say now; they have to be the draft's next. */
  valuesOf(provider: string): Values {
    const rows = this.#known.get(provider)?.rows ?? new KeyValueRows();
    const values = rows.toMap() ?? {};
    this.#known.set(provider, { rows, values });
    return values;
  }

  forget(): void {
    this.#known.clear();
  }
}

/** What has come along with a row's value. Nobody knows whether it is a document; one with lines is taken for one. */
export function strayInPair({ value }: { value: string }): Stray | undefined {
  return strayWhitespace(value, { multiline: /[\r\n]/.test(value.trim()) });
}

/** What is wrong with the rows: keys that Kubernetes refuses, keys twice, halves that are missing. */
export function pairIssues(rows: KeyValueRows, messages: FormWords): FormIssue[] {
  const { filled } = rows;
  if (filled.length === 0) return [{ ...error(PAIRS_ID, messages.secretPairsMissing), missing: true }];
  const seen = new Set<string>();
  return filled.flatMap(({ id, key, value }) => {
    const keyId = rowFieldId(PAIRS_ID, id, 'key');
    if (key === '') return [error(keyId, messages.emptyKey)];
    if (seen.has(key)) return [error(keyId, messages.duplicateKey(key))];
    seen.add(key);
    const valueId = rowFieldId(PAIRS_ID, id, 'value');
    const stray = strayInPair({ value });
    return [
      ...checkSecretKey(key).map((fault) => error(keyId, fault)),
      ...(value === '' ? [error(valueId, messages.secretPairEmpty)] : []),
      ...(stray ? [warning(valueId, strayWords(stray, messages))] : []),
    ];
  });
}
