import type { SecretKey } from '../../model/providers.js';
import type { FieldPath } from '../types.js';

/** What the schema cannot say of a field: the words and rules that make it usable. Every part is optional. */
export interface FieldHint {
  path: FieldPath;
  /** Overrides the schema's title. */
  label?: string;
  /** Overrides the schema's description. */
  help?: string;
  placeholder?: string;
  /** Required in practice, although the schema does not say so. */
  required?: boolean;
  /** Words for the values of an enum. */
  options?: Readonly<Record<string, string>>;
  /** Says what is wrong with a filled value; undefined when nothing is. */
  check?: (value: unknown) => string | undefined;
}

/** The words for a key of the credentials Secret, which no schema knows. */
export interface SecretKeyHint extends SecretKey {
  label: string;
  help: string;
}

export interface PanelHint {
  title: string;
  fields: readonly FieldHint[];
}

export interface ProviderOverlay {
  label: string;
  /** Fields of the block that users look for beside the credentials. */
  authFields: readonly FieldHint[];
  /** Keys of the Secret; undefined for a provider that never has one. */
  secretKeys?: readonly SecretKeyHint[];
  /** What to know when no Secret is given. */
  credentialLess?: string;
  panels: readonly PanelHint[];
}

/** Order, words and rules of the create form, by path into the CRD's schema. */
export interface FormOverlay {
  basic: readonly FieldHint[];
  /** In the order of the select. */
  providers: Readonly<Record<string, ProviderOverlay>>;
}
