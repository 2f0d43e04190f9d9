import { elementsBelow, isShown, nameOf } from './tree.mjs';

const LONGEST_MS = 10;

const toMs = (duration) => parseFloat(duration) * (duration.endsWith('ms') ? 1 : 1000);
const longest = (durations) => Math.max(...durations.split(',').map((one) => toMs(one.trim())));

/** What still moves although the user wants no motion. */
export function motion(root) {
  const faults = [];
  for (const element of elementsBelow(root)) {
    if (!isShown(element)) continue;
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      if (style.animationName !== 'none' && longest(style.animationDuration) > LONGEST_MS)
        faults.push(
          `${nameOf(element)}${pseudo ?? ''}: animation ${style.animationName} of ${style.animationDuration}`,
        );
      if (style.transitionProperty !== 'none' && longest(style.transitionDuration) > LONGEST_MS)
        faults.push(`${nameOf(element)}${pseudo ?? ''}: transition of ${style.transitionDuration}`);
    }
    for (const animation of element.getAnimations())
      if (animation.constructor === Animation && Number(animation.effect?.getComputedTiming().endTime) > LONGEST_MS)
        faults.push(`${nameOf(element)}: it is animated by a script`);
  }
  return faults;
}
