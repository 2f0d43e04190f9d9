// Runs in the page, after axe-core: everything that is wrong with what it shows, as sentences.
import { invisibleFocus } from './focus.mjs';
import { lostText, overlappingText, sidewaysScroll, spilledText } from './layout.mjs';
import { motion } from './motion.mjs';
import { labelsNotInNames } from './names.mjs';
import { brokenReferences, repeatedIds } from './references.mjs';
import { isCoveredForNow } from './target-size.mjs';
import { textRuns } from './text-runs.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Off by default in axe-core, and ours all the same: WCAG 2.5.8. */
const TARGET_SIZE = { 'target-size': { enabled: true } };

/** The rules of axe-core whose answer depends on what is asked about. Names and roles stay when a page turns dark. */
const AXE = {
  all: { runOnly: TAGS, rules: TARGET_SIZE },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  layout: { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } },
};

async function axeViolations(root, scope) {
  const { violations } = await globalThis.axe.run(root, {
    ...AXE[scope],
    resultTypes: ['violations'],
    elementRef: true,
  });
  return violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => id !== 'target-size' || !isCoveredForNow(node)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(
      ({ id, nodes }) =>
        `axe ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 160)} ${nodes[0].any[0]?.message ?? ''}`,
    );
}

function layoutFaults(root) {
  const runs = textRuns(root);
  return [...sidewaysScroll(root), ...lostText(root, runs), ...spilledText(root, runs), ...overlappingText(root, runs)];
}

/** What is wrong with what stands below the root. */
export async function check(root, scope) {
  const faults = await axeViolations(root, scope);
  if (scope !== 'colours') faults.push(...layoutFaults(root));
  if (scope === 'all')
    faults.push(...labelsNotInNames(root), ...brokenReferences(root), ...repeatedIds(root), ...motion(root));
  return faults;
}

/** Apart from the others: elements answer to the focus. */
export const checkFocus = invisibleFocus;

export { shownNames } from './documented.mjs';
