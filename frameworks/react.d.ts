/**
 * Typed tags for React 19: `import type {} from 'backupstorage-elements/react'` once, anywhere in the program.
 *
 * React 19 sets properties, and binds an event by its exact name only: `onbackupstorage-select`. React 17 and 18 do
 * neither; for them there are the components of `backupstorage-elements/react/<tag>`.
 */
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { ElementTypes } from './elements.js';

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<T extends ElementTypes[keyof ElementTypes]> = Omit<HTMLAttributes<T['element']>, keyof T['properties']> &
  ClassAttributes<T['element']> &
  T['properties'] &
  T['attributes'] &
  Handlers<T['events']>;

/** The props of every tag. */
export type BackupStorageIntrinsicElements = { [Tag in keyof ElementTypes]: Props<ElementTypes[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends BackupStorageIntrinsicElements {}
  }
}
