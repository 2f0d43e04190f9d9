// Whether the catalogue shows everything that the elements have: each documented part and state is in some story, and
// no story shows a part that is not documented.
import { readFileSync } from 'node:fs';

/** `status`, and what a docstring adds to a part: "also `status-success`, `status-danger`". */
const alsoIn = ({ name, description = '' }) => {
  const [, also = ''] = description.split(/\balso\b/);
  return [name, ...[...also.matchAll(/`([\w-]+)`/g)].map(([, other]) => other)];
};

/** What no story can show without pretending. */
const UNSHOWN = new Set([
  // Beside the status of what was created seconds ago: its first Repository would have to fail within them.
  'backupstorage-create-form part status-mark',
  'backupstorage-manifest-preview part status-mark',
  // No form at all: a file of the library could not be loaded.
  'backupstorage-create-form part state-heading',
]);

export class Coverage {
  #documented = new Map();
  #shown = new Map();
  #families = new Set(['cell-']);

  constructor(manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'))) {
    for (const { tagName, cssParts = [], cssStates = [] } of manifest.modules.flatMap(
      (one) => one.declarations ?? [],
    )) {
      if (!tagName) continue;
      this.#documented.set(tagName, {
        required: [...cssParts.map(({ name }) => `part ${name}`), ...cssStates.map(({ name }) => `state ${name}`)],
        allowed: new Set([
          ...cssParts.flatMap(alsoIn).map((name) => `part ${name}`),
          ...cssStates.map(({ name }) => `state ${name}`),
        ]),
      });
      this.#shown.set(tagName, new Set());
    }
  }

  get states() {
    const names = [...this.#documented.values()].flatMap(({ allowed }) => [...allowed]);
    return [...new Set(names.filter((one) => one.startsWith('state ')).map((one) => one.slice(6)))];
  }

  /** Takes what a story shows, and returns what of it is not documented. */
  note(shown) {
    const faults = new Set();
    for (const [tag, names] of Object.entries(shown))
      for (const name of names) {
        this.#shown.get(tag)?.add(name);
        const isFamily = [...this.#families].some((family) => name.startsWith(`part ${family}`));
        if (this.#documented.has(tag) && !isFamily && !this.#documented.get(tag).allowed.has(name))
          faults.add(`${tag}: custom-elements.json has no ${name}`);
      }
    return [...faults];
  }

  /** What no story has shown. */
  missing() {
    return [...this.#documented].flatMap(([tag, { required }]) =>
      required
        .filter((name) => !this.#shown.get(tag).has(name) && !UNSHOWN.has(`${tag} ${name}`))
        .map((name) => `${tag}: no story shows its ${name}`),
    );
  }
}
