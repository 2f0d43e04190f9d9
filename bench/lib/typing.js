// In the page: how long a key takes from its event to the frame that shows it.
const delays = [];

addEventListener(
  'keydown',
  ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => delays.push(performance.now() - timeStamp);
      port2.postMessage(0);
    });
  },
  { capture: true },
);

/** The delays since the last call, in milliseconds. */
export const takeDelays = () => delays.splice(0);

/** Looks at each frame until there is something; says what never came. */
export async function until(find, what, ms = 60_000) {
  const start = performance.now();
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() - start > ms) throw new Error(`Never came: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Puts what a scenario asks for where the runner finds it. */
export function install(contender) {
  const place = document.createElement('main');
  place.className = 'box';
  document.body.append(place);
  /** How many fields there are: what contenders show can be compared. */
  const controls = () =>
    (place.firstElementChild?.shadowRoot ?? place).querySelectorAll('input, select, textarea').length;
  globalThis.bench = { contender, place, takeDelays, until, controls };
}
