import { createElement, useEffect, useLayoutEffect, useRef } from 'react';

type Listeners = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

interface CustomElementProps<Tag extends keyof HTMLElementTagNameMap> {
  tag: Tag;
  /** Set when they change, so that what the user chose in between stays. */
  properties?: Partial<HTMLElementTagNameMap[Tag]>;
  on?: Listeners;
}

/** A custom element in React 18, which writes every property as an attribute and binds no event of its own. */
export function CustomElement<Tag extends keyof HTMLElementTagNameMap>({
  tag,
  properties = {},
  on = {},
}: CustomElementProps<Tag>) {
  const element = useRef<HTMLElementTagNameMap[Tag]>(null);
  const given = useRef<Record<string, unknown>>({});

  useLayoutEffect(() => {
    const changed = Object.entries(properties).filter(([name, value]) => !Object.is(given.current[name], value));
    Object.assign(element.current!, Object.fromEntries(changed));
    given.current = properties as Record<string, unknown>;
  });

  useEffect(() => {
    const target: HTMLElement = element.current!;
    const listeners = Object.entries(on) as [string, EventListener][];
    for (const [name, listener] of listeners) target.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) target.removeEventListener(name, listener);
    };
  });

  return createElement(tag, { ref: element });
}
