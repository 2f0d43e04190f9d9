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
  /** Of a boolean: false is the same as absent, so it is a switch. Others have three states. */
  switch?: true;
  /** The field is asked for, and sent, only while another one has this value. What was entered is kept meanwhile. */
  when?: { path: FieldPath; equals: unknown };
}

/** Blocks side by side of which one at most is filled, such as the sources of a volume: all objects below a path. */
export interface ChoiceHint {
  path: FieldPath;
  label: string;
  help?: string;
  /** Names of the blocks that are offered first, in this order; the first is chosen at the start. */
  first: readonly string[];
  /** Words and rules for fields inside the blocks. */
  fields: readonly FieldHint[];
}

/** The words for a key of the credentials Secret, which no schema knows. */
export interface SecretKeyHint extends SecretKey {
  label: string;
  help: string;
}

export interface PanelHint {
  title: string;
  fields: readonly FieldHint[];
  /** Asked for after the fields; the chosen block gets a panel of its own. */
  choice?: ChoiceHint;
}

/** A closed group below the backend. Fields that are objects show everything that the schema has below them. */
export interface GroupHint {
  /** Unique in the form. */
  id: string;
  title: string;
  /** One line: what is in the group, to be read while it is closed. */
  help: string;
  fields: readonly FieldHint[];
  /** There is so much in it that it can be searched. */
  filter?: true;
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
  /** In the order of the form. What the schema has and nothing here names gets a group of its own at the end. */
  groups?: readonly GroupHint[];
}
