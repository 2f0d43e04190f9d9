import { toDataSourceError } from '../../data-source/errors.js';
import type { DataSource } from '../../data-source/types.js';
import { SECRETS } from '../../model/resources.js';
import type { Secret } from '../../model/types.js';

/** What is known of a Secret that was named: the names of its keys at most, never a value. */
export type SecretLook =
  | { state: 'checking' | 'not-found' | 'forbidden' | 'failed' }
  | { state: 'found'; keys: readonly string[]; type: string | undefined };

/** Looks which keys the named Secret has. It is read only when the user has left the field with its name. */
export class SecretCheck {
  #of: { namespace: string; name: string; abort: AbortController } | undefined;
  #look: SecretLook | undefined;

  constructor(private readonly onChange: () => void) {}

  /** Undefined for a Secret that was not looked at. */
  lookAt(namespace: string, name: string): SecretLook | undefined {
    return this.#of?.namespace === namespace && this.#of.name === name ? this.#look : undefined;
  }

  async read(source: DataSource | undefined, namespace: string, name: string): Promise<void> {
    if (!source || namespace === '' || name === '') return this.forget();
    const known = this.lookAt(namespace, name);
    // What cannot be told yet may be told now.
    if (known?.state === 'checking' || known?.state === 'found') return;
    this.forget();
    const of = { namespace, name, abort: new AbortController() };
    this.#of = of;
    this.#look = { state: 'checking' };
    this.onChange();
    const look = await keyNames(source, of);
    if (this.#of !== of) return;
    this.#look = look;
    this.onChange();
  }

  forget(): void {
    this.#of?.abort.abort();
    this.#of = undefined;
    this.#look = undefined;
  }
}

async function keyNames(
  source: DataSource,
  { namespace, name, abort }: { namespace: string; name: string; abort: AbortController },
): Promise<SecretLook> {
  try {
    const { data, type } = await source.get<Secret>(SECRETS, { namespace, name }, { signal: abort.signal });
    // The values go out of reach here and now.
    return { state: 'found', keys: Object.keys(data ?? {}), type };
  } catch (thrown) {
    const { code } = toDataSourceError(thrown);
    return { state: code === 'not-found' || code === 'forbidden' ? code : 'failed' };
  }
}
