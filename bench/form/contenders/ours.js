import '../../../dist/define/backupstorage-create-form.js';

const source = {
  list: async () => ({ items: [], resourceVersion: '1' }),
  get: async () => {
    throw new Error('There is nothing.');
  },
  create: async (_type, object) => ({ object, warnings: [] }),
};

let root;
const summaries = () => [...root.querySelectorAll('summary')];
const inputOf = (label) =>
  [...root.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(label))?.control;

export default {
  mount(place) {
    const form = document.createElement('backupstorage-create-form');
    form.dataSource = source;
    place.append(form);
    root = form.shadowRoot;
  },
  field: () => inputOf('Name'),
  open: () =>
    summaries()
      .find((one) => one.textContent.includes('Runtime Settings'))
      ?.click(),
  isOpen: () => summaries().some((one) => one.textContent.includes('Container settings')),
  /** The peers have no groups: what they show, ours shows when each group is open. */
  async openAll() {
    const closed = () => [...root.querySelectorAll('details:not([open]) > summary')];
    for (let summary = closed()[0]; summary; summary = closed()[0]) {
      for (const each of closed()) each.click();
      // What is in a group is made when it opens, and may hold others.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    }
  },
  validate: () => root.querySelector('[part="preview"]').click(),
  isRefused: () => root.querySelector('#error-summary')?.textContent.includes('Provider'),
};
