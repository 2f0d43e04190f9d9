import type { Formats } from './formats.js';
import type { Translation } from './languages.js';

/** The words of a group in one language: a function, because plurals, numbers and lists are made by its formats. */
export type Table<M extends object = object> = (formats: Formats) => M;

/** Words that are used, and therefore loaded, together. English comes with the code, translations when they are needed. */
export interface Group<Name extends string = string, M extends object = object> {
  readonly name: Name;
  readonly english: Table<M>;
  readonly translations: Readonly<Record<Translation, () => Promise<Table<M>>>>;
}

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** The words of several groups together. */
export type MessagesOf<Groups extends readonly Group[]> = Both<
  Groups[number] extends infer One ? (One extends Group<string, infer M> ? M : never) : never
>;
