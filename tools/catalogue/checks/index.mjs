// Runs in the page, after axe-core: everything that is wrong with what it shows, as sentences.
import { invisibleFocus } from './focus.mjs';
import { lostText, overlappingText, sidewaysScroll, spilledText } from './layout.mjs';
import { motion } from './motion.mjs';
import { labelsNotInNames } from './names.mjs';
import { brokenReferences } from './references.mjs';
import { textRuns } from './text-runs.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function axeViolations(root) {
  const { violations } = await globalThis.axe.run(root, {
    runOnly: TAGS,
    // Off by default in axe-core, and ours all the same: WCAG 2.5.8.
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
  });
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 160)} ${nodes[0].any[0]?.message ?? ''}`,
  );
}

/** What is wrong with what stands below the root. */
export async function check(root) {
  const runs = textRuns(root);
  return [
    ...(await axeViolations(root)),
    ...sidewaysScroll(root),
    ...lostText(root, runs),
    ...spilledText(root, runs),
    ...overlappingText(root, runs),
    ...labelsNotInNames(root),
    ...brokenReferences(root),
    ...motion(root),
  ];
}

/** Apart from the others: elements answer to the focus. */
export const checkFocus = invisibleFocus;
