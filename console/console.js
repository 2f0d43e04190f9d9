// The host's part: routes in the URL's fragment, and which element stands on which page. Everything else is the library.
const page = document.getElementById('page');
const title = document.getElementById('title');
const trail = document.getElementById('trail');
const LIST = '#/backupstorages';

// For screenshots and tests: `?now=2026-08-20T12:00:00Z` stops the clock that ages are reckoned by.
const frozen = Date.parse(new URLSearchParams(location.search).get('now') ?? '');
const now = Number.isNaN(frozen) ? undefined : () => frozen;
if (now) document.querySelector('backupstorage-data-source').now = now;

function element(tag, attributes = {}, properties = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  Object.assign(made, now ? { now } : {}, properties);
  return made;
}

function listPage() {
  const query = new URLSearchParams(location.hash.split('?')[1]);
  const list = element('backupstorage-list', {
    namespace: query.get('namespace') ?? '',
    filter: query.get('filter') ?? '',
    sort: query.get('sort') ?? 'name',
    'detail-href': `${LIST}/{namespace}/{name}`,
    'create-href': '#/create',
  });
  // The view is part of the URL: it can be bookmarked, shared, and come back to.
  const remember = () => {
    const state = new URLSearchParams();
    if (list.namespace) state.set('namespace', list.namespace);
    if (list.filter) state.set('filter', list.filter);
    if (list.sort !== 'name') state.set('sort', list.sort);
    history.replaceState(null, '', state.size > 0 ? `${LIST}?${state}` : LIST);
  };
  list.addEventListener('backupstorage-namespace-change', remember);
  list.addEventListener('backupstorage-view-change', remember);
  return { heading: 'BackupStorage', content: list };
}

function detailPage(namespace, name) {
  return { heading: name, content: element('backupstorage-detail', { namespace, name }), below: true };
}

function createPage() {
  const form = element('backupstorage-create-form');
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

addEventListener('hashchange', () => {
  route();
  title.focus();
});
document.getElementById('theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
});
route();
