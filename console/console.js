// The host's part: routes in the URL's fragment, and which element stands on which page. Everything else is the library.
import { connect } from './connection.js';

const page = document.getElementById('page');
const title = document.getElementById('title');
const trail = document.getElementById('trail');
const provider = document.querySelector('backupstorage-data-source');
const LIST = '#/backupstorages';

// For screenshots and tests: `?now=2026-08-20T12:00:00Z` stops the clock that ages are reckoned by.
const frozen = Date.parse(new URLSearchParams(location.search).get('now') ?? '');
const now = Number.isNaN(frozen) ? undefined : () => frozen;
if (now) provider.now = now;

/** The namespace to begin with; empty for all. */
let startNamespace = '';

function element(tag, attributes = {}, properties = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  Object.assign(made, now ? { now } : {}, properties);
  return made;
}

/** For a user who may not list namespaces. */
const candidates = () => (startNamespace ? [startNamespace] : []);

function listPage() {
  const query = new URLSearchParams(location.hash.split('?')[1]);
  const attributes = {
    namespace: query.get('namespace') ?? '',
    filter: query.get('filter') ?? '',
    sort: query.get('sort') ?? 'name',
    providers: query.get('providers') ?? '',
    statuses: query.get('statuses') ?? '',
    columns: query.get('columns') ?? '',
    'detail-href': `${LIST}/{namespace}/{name}`,
    'create-href': '#/create',
  };
  const list = element('backupstorage-list', attributes, { namespaces: candidates() });
  // The view is part of the URL: it can be bookmarked, shared, and come back to.
  const remember = () => {
    const state = new URLSearchParams();
    if (list.namespace) state.set('namespace', list.namespace);
    if (list.filter) state.set('filter', list.filter);
    if (list.sort !== 'name') state.set('sort', list.sort);
    for (const part of ['providers', 'statuses', 'columns']) if (list[part]) state.set(part, list[part]);
    history.replaceState(null, '', state.size > 0 ? `${LIST}?${state}` : LIST);
  };
  list.addEventListener('backupstorage-namespace-change', remember);
  list.addEventListener('backupstorage-view-change', remember);
  return { heading: 'BackupStorage', content: list };
}

function detailPage(namespace, name) {
  const query = new URLSearchParams(location.hash.split('?')[1]);
  const detail = element('backupstorage-detail', {
    namespace,
    name,
    tab: query.get('tab') ?? 'overview',
    'list-href': LIST,
  });
  detail.addEventListener('backupstorage-detail-view-change', () => {
    const [page] = location.hash.split('?');
    history.replaceState(null, '', detail.tab === 'overview' ? page : `${page}?tab=${detail.tab}`);
  });
  return { heading: name, content: detail, below: true };
}

function createPage() {
  const form = element('backupstorage-create-form', { namespace: startNamespace }, { namespaces: candidates() });
  form.addEventListener('backupstorage-created', ({ object }) => {
    location.hash = `${LIST}/${object.metadata.namespace}/${object.metadata.name}`;
  });
  form.addEventListener('backupstorage-cancel', (event) => {
    if (event.dirty && !confirm('Leave and lose what you have entered?')) event.preventDefault();
    else location.hash = LIST;
  });
  return { heading: 'Create', content: form, below: true };
}

function route() {
  const [, name, ...rest] = location.hash.split('?')[0].split('/').map(decodeURIComponent);
  const { heading, content, below } =
    name === 'create' ? createPage() : rest.length === 2 ? detailPage(rest[0], rest[1]) : listPage();
  document.title = `${heading} · BackupStorages`;
  title.textContent = heading;
  // Below the list the element's own heading says what is shown; this one is for screen readers and the focus.
  title.classList.toggle('unseen', below === true);
  trail.replaceChildren();
  if (below) {
    const up = document.createElement('a');
    up.href = LIST;
    up.textContent = 'BackupStorage';
    trail.append(up, ` / ${heading}`);
  }
  document.getElementById('nav-storages').setAttribute('aria-current', below ? 'true' : 'page');
  page.replaceChildren(content);
}

async function start() {
  const { title: brand, label, namespace } = await connect(provider);
  document.getElementById('brand').textContent = brand;
  const cluster = document.getElementById('cluster');
  cluster.textContent = label;
  cluster.hidden = false;
  startNamespace = namespace;
  if (namespace && location.hash === '') history.replaceState(null, '', `${LIST}?namespace=${namespace}`);
  addEventListener('hashchange', () => {
    route();
    title.focus();
  });
  route();
}

document.getElementById('theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
});
start().catch(({ message }) => {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = message;
  page.replaceChildren(notice);
});
