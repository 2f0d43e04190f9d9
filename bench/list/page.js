// Runs in the page, one contender at a time: performs what a user or a cluster does, and is content only when the right
// words are on the screen. What is expected is worked out beforehand, outside what is measured.
import { backupStorages, bytesOf, FILTER_WORD, sizeChanges } from '../lib/objects.js';

const HEAD = 5;
const PATIENCE_MS = 120_000;
const now = Date.UTC(2026, 0, 1);

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const ORDERS = {
  name: (a, b) => (a.metadata.name < b.metadata.name ? -1 : 1),
  size: (a, b) => bytesOf(a) - bytesOf(b),
};

/** Calls back for each event in a task of its own, as a socket brings them. */
function eachInItsTask(events, deliver) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let next = 0;
    port1.onmessage = () => {
      if (next === events.length) {
        port1.close();
        resolve();
        return;
      }
      deliver(events[next++]);
      port2.postMessage(0);
    };
    port2.postMessage(0);
  });
}

export function install(contender) {
  const place = document.createElement('main');
  document.body.append(place);
  let objects = [];
  let mounted;
  let view = { column: 'name', filter: '' };
  let expected = [];
  let planned = async () => {};
  let polling = 'frames';
  let frames = 0;

  const headOf = (all) => {
    const order = ORDERS[view.column];
    const matching = all.filter((object) => object.metadata.name.includes(view.filter));
    return matching.sort(order).slice(0, HEAD);
  };
  const wordsOf = ({ metadata, status }) => [metadata.name, metadata.namespace, status.totalSize, status.phase];

  /** The texts of the topmost rows on the screen, from the top. */
  const shown = () => {
    const scroller = mounted.scroller();
    if (!scroller) return [];
    const top = scroller.getBoundingClientRect().top;
    return [...mounted.root().querySelectorAll(mounted.rowSelector)]
      .map((row) => ({ row, box: (row.firstElementChild ?? row).getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.bottom > top)
      .sort((a, b) => a.box.top - b.box.top)
      .slice(0, HEAD)
      .map(({ row }) => row.textContent);
  };
  const isRight = () => {
    const texts = shown();
    return expected.length > 0 && expected.every((words, index) => words.every((word) => texts[index]?.includes(word)));
  };
  const untilRight = async (what) => {
    const start = performance.now();
    while (!isRight()) {
      if (performance.now() - start > PATIENCE_MS)
        throw new Error(
          `${contender.name}: ${what} never showed\n${JSON.stringify(expected)}\nbut\n${shown().join('\n')}`,
        );
      if (polling === 'frames') {
        frames += 1;
        await nextFrame();
      } else await wait(50);
    }
    return performance.now() - start;
  };
  const show = async (what) => {
    place.replaceChildren();
    const box = document.createElement('div');
    box.className = 'box';
    place.append(box);
    mounted = await contender.mount(box, what);
  };

  const plans = {
    first: () => {
      view = { column: 'name', filter: '' };
      expected = headOf(objects).map(wordsOf);
      return async () => {
        const start = performance.now();
        await show(objects);
        await untilRight('the first rows');
        return performance.now() - start;
      };
    },
    nothing: () => async () => untilRight('what was there'),
    frames: (count) => async () => {
      for (let frame = 0; frame < count; frame += 1) {
        await nextFrame();
        isRight();
      }
    },
    sort: ({ column }) => {
      view = { ...view, column };
      expected = headOf(objects).map(wordsOf);
      return async () => {
        mounted.sort(column);
        return untilRight(`sorted by ${column}`);
      };
    },
    filter: ({ on }) => {
      view = { ...view, filter: on ? FILTER_WORD : '' };
      expected = headOf(objects).map(wordsOf);
      return async () => {
        mounted.filter(view.filter);
        return untilRight(`filtered by "${view.filter}"`);
      };
    },
    burst: ({ count, seed }) => {
      const first = headOf(objects).map((object) => objects.indexOf(object));
      const events = sizeChanges(objects, { count, first, seed, version: seed * 1_000_000 });
      for (const { index, object } of events) objects[index] = object;
      expected = headOf(objects).map(wordsOf);
      polling = 'now and then';
      return async () => {
        const start = performance.now();
        await eachInItsTask(events, (event) => mounted.deliver(event));
        await untilRight('the changed rows');
        const ms = performance.now() - start;
        await wait(1_500);
        return ms;
      };
    },
    stream: ({ seconds, perSecond, seed }) => {
      const order = ORDERS[view.column];
      const top = objects.map((_, index) => index).sort((a, b) => order(objects[a], objects[b]));
      const all = sizeChanges(objects, { count: seconds * perSecond, seed, version: seed * 1_000_000 });
      // Every tenth changes one of the first rows, so that there is something to be seen.
      const events = all.map((event, turn) => {
        const index = turn % 10 === 0 ? top[(turn / 10) % 20] : event.index;
        const { metadata, status } = event.object;
        const base = objects[index];
        const object = {
          ...base,
          metadata: { ...base.metadata, resourceVersion: metadata.resourceVersion },
          status: { ...base.status, totalSize: status.totalSize },
        };
        objects[index] = object;
        return { type: 'MODIFIED', object };
      });
      expected = headOf(objects).map(wordsOf);
      polling = 'now and then';
      return async () => {
        const times = [];
        let isOver = false;
        const note = (at) => {
          times.push(at);
          if (!isOver) requestAnimationFrame(note);
        };
        requestAnimationFrame(note);
        const start = performance.now();
        let next = 0;
        while (next < events.length) {
          const due = Math.min(events.length, Math.ceil(((performance.now() - start) / 1000) * perSecond));
          while (next < due) mounted.deliver(events[next++]);
          await wait(5);
        }
        await untilRight('the last changes');
        isOver = true;
        return intervals(times);
      };
    },
    scroll:
      ({ count, by, look }) =>
      async () => {
        const scroller = mounted.scroller();
        const times = [];
        let blank = 0;
        for (let frame = 0; frame < count; frame += 1) {
          times.push(await nextFrame());
          scroller.scrollTop += by;
          if (!look) continue;
          // After this frame has been painted, and before anybody could mend it.
          await wait(0);
          if (!hasRows(scroller)) blank += 1;
        }
        return { ...intervals(times), blank, scrolled: scroller.scrollTop };
      },
    back: () => async () => {
      mounted.scroller().scrollTop = 0;
      return untilRight('the top');
    },
  };

  /** Words stand at the top, in the middle and at the bottom of what is scrolled. */
  const hasRows = (scroller) => {
    const { left, top, width, height } = scroller.getBoundingClientRect();
    return [0.15, 0.5, 0.95].every((part) => {
      const hit = mounted.root().elementFromPoint(left + width / 3, top + height * part);
      return hit?.closest(mounted.rowSelector)?.textContent.trim();
    });
  };

  const intervals = (times) => {
    const gaps = times.slice(1).map((time, index) => time - times[index]);
    return {
      frames: gaps.length,
      late: gaps.filter((gap) => gap > 25).length,
      longest: Math.max(0, ...gaps),
    };
  };

  globalThis.bench = {
    generate: (count) => {
      objects = backupStorages(count, now);
    },
    plan: (action, options) => {
      polling = 'frames';
      planned = plans[action](options);
    },
    perform: async () => {
      frames = 0;
      const result = await planned();
      await nextFrame();
      await nextFrame();
      return { result, frames };
    },
    /** The contender is the only one who holds the objects. */
    mountAndForget: async (count) => {
      const all = backupStorages(count, now);
      expected = headOf(all).map(wordsOf);
      await show(all);
      await untilRight('the first rows');
      expected = [];
    },
    mountAgain: async (count, times) => {
      objects = backupStorages(count, now);
      expected = headOf(objects).map(wordsOf);
      for (let turn = 0; turn < times; turn += 1) {
        await show(objects);
        await untilRight('the first rows');
        mounted.dispose();
        mounted = undefined;
        place.replaceChildren();
        await nextFrame();
      }
    },
  };
}
