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
