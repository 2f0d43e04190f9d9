import type { LivePage } from './environment.js';

/** `visibilitychange` is an event of the document, and bubbles. */
const EVENTS = ['online', 'pageshow', 'visibilitychange'] as const;

/** As much of a browser's global object as is used here: this floor is compiled for places without a DOM, too. */
interface PageGlobal {
  addEventListener?: (type: string, listener: () => void) => void;
  removeEventListener?: (type: string, listener: () => void) => void;
  document?: { readonly hidden?: boolean };
}

/** The page that a browser's global object belongs to; undefined where there is none. */
export function browserPage(scope: PageGlobal = globalThis as PageGlobal): LivePage | undefined {
  if (!scope.addEventListener) return undefined;
  const hidden = (): boolean => scope.document?.hidden === true;
  return {
    hidden,
    onWake(callback) {
      const wake = (): void => {
        if (!hidden()) callback();
      };
      for (const type of EVENTS) scope.addEventListener?.(type, wake);
      return () => {
        for (const type of EVENTS) scope.removeEventListener?.(type, wake);
      };
    },
  };
}
