import { useEffect, useReducer, useState } from 'react';
import type { ReactiveControllerHost } from 'lit';
import { PlainHost } from './plain-host.js';

/** A controller in a React component: it renders again when the controller has something new to say. */
export function useController<C>(make: (host: ReactiveControllerHost) => C, update: (controller: C) => void): C {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const [{ host, controller }] = useState(() => {
    const made = new PlainHost(renderAgain);
    return { host: made, controller: make(made) };
  });
  update(controller);
  useEffect(() => {
    host.connect();
    return () => host.disconnect();
  }, [host]);
  return controller;
}
