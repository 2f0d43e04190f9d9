/**
 * Typed tags for Svelte 5: `import type {} from 'backupstorage-elements/svelte'` once, anywhere in the program.
 * An event is bound by its exact name: `onbackupstorage-select={…}`.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { ElementTypes } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** The attributes of every tag. */
export type BackupStorageSvelteElements = {
  [Tag in keyof ElementTypes]: Omit<
    HTMLAttributes<ElementTypes[Tag]['element']>,
    keyof ElementTypes[Tag]['properties']
  > &
    ElementTypes[Tag]['properties'] &
    ElementTypes[Tag]['attributes'] &
    Handlers<ElementTypes[Tag]['events']>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends BackupStorageSvelteElements {}
}
