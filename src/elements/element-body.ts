import type { CSSResultGroup, PropertyValues } from 'lit';
import type { DataSource } from '../data-source/types.js';
import type { Formats } from '../locales/formats.js';
import type { Group } from '../locales/group.js';
import type { Messages } from '../locales/index.js';
import type { BackupStorageElement } from './base-element.js';

/** What the body of an element sees of it, besides what everybody sees. */
export interface BodyHost<E extends BackupStorageElement = BackupStorageElement, Words = Messages> {
  readonly element: E;
  readonly source: DataSource | undefined;
  readonly sourceIsComing: boolean;
  /** The words in use: those that were added. Another object whenever one of them may have changed. */
  readonly messages: Words;
  readonly formats: Formats;
  /** Makes words known. Resolves when their translation is there, or not to be had. */
  addWords(groups: readonly Group[]): Promise<void>;
  toggleState(name: string, on: boolean): void;
}

/** What an element does and shows, in a module of its own that is loaded when the element is first on a page. */
export interface ElementBody {
  readonly styles: CSSResultGroup;
  /** Called before each render, to hand the element's properties to controllers. */
  willUpdate(changed: PropertyValues): void;
  render(): unknown;
  updated(changed: PropertyValues): void;
  disconnected?(): void;
}
