import { elementsBelow, isShown } from './tree.mjs';

/** The parts and states of our elements that are on the page now, by tag: `part x` and `state y`. */
export function shownNames(root, states) {
  const shown = {};
  for (const element of elementsBelow(root)) {
    const tag = element.localName;
    if (!tag.startsWith('backupstorage-') || !element.shadowRoot) continue;
    const names = (shown[tag] ??= []);
    for (const one of elementsBelow(element.shadowRoot))
      if (one.part.length > 0 && isShown(one)) names.push(...[...one.part].map((part) => `part ${part}`));
    for (const state of states) if (element.matches(`:state(${state})`)) names.push(`state ${state}`);
  }
  return shown;
}
