import { elementsBelow, nameOf } from './tree.mjs';

const LISTS = [
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'aria-flowto',
  'aria-errormessage',
];
const SINGLE = ['aria-activedescendant', 'for', 'form', 'list', 'popovertarget', 'commandfor'];

/** Ids that nothing in the same tree has: such a reference says nothing, and no tool shows it. */
export function brokenReferences(root) {
  const faults = [];
  for (const element of elementsBelow(root)) {
    for (const attribute of [...LISTS, ...SINGLE]) {
      const value = element.getAttribute(attribute);
      if (!value) continue;
      const tree = element.getRootNode();
      for (const id of LISTS.includes(attribute) ? value.trim().split(/\s+/) : [value])
        if (!tree.getElementById(id)) faults.push(`${nameOf(element)}: ${attribute} names ${id}, which is not there`);
    }
  }
  return faults;
}

/** One id on two elements of a tree: a label, a description, a link to an error then lead to the first of them. */
export function repeatedIds(root) {
  const faults = [];
  const seen = new Map();
  for (const element of elementsBelow(root)) {
    if (!element.id) continue;
    const tree = element.getRootNode();
    const ids = seen.get(tree) ?? new Set();
    if (ids.has(element.id)) faults.push(`${nameOf(element)}: another element has its id`);
    seen.set(tree, ids.add(element.id));
  }
  return faults;
}
