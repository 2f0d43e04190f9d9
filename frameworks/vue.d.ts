/**
 * Typed tags for Vue 3 templates: `import type {} from 'backupstorage-elements/vue'` once, anywhere in the program.
 */
import type { HTMLAttributes } from 'vue';
import type { ElementTypes } from './elements.js';

type Intersection<T> = (T extends unknown ? (member: T) => void : never) extends (member: infer I) => void ? I : never;

/** One signature for each event, as Vue's own `$emit` has them. */
type Emit<Events> = Intersection<
  { [Name in keyof Events]: (event: Name, payload: Events[Name]) => void }[keyof Events]
>;

type VueElement<T extends ElementTypes[keyof ElementTypes]> = new () => T['element'] & {
  /** @deprecated For the type check of templates only. */
  $props: Omit<HTMLAttributes, keyof T['properties']> & T['properties'] & T['attributes'];
  /** @deprecated For the type check of templates only. */
  $emit: Emit<T['events']>;
};

/** What a template knows of every tag. */
export type BackupStorageGlobalComponents = { [Tag in keyof ElementTypes]: VueElement<ElementTypes[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends BackupStorageGlobalComponents {}
}
