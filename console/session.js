// The token that the gateway hands over in the URL's fragment (docs/gateway.md). It leaves the address bar at once, before
// anything else of the page is loaded.
const KEY = 'backupstorage-elements/token';

// Kept for this tab, so that a reload goes on. Whoever could read it there could ask the gateway without it as well: it
// is for scripts of this origin, of which there are none but the console's own, and it ends with the gateway.
export const sessionToken = {
  get: () => sessionStorage.getItem(KEY) ?? '',
};

function take() {
  const [, given] = /^#token=([\w-]+)$/.exec(location.hash) ?? [];
  if (given === undefined) return false;
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

take();
// A gateway that was started anew on the same port, and its address in the tab of the one before.
addEventListener('hashchange', () => {
  if (take()) location.reload();
});

// A link that is opened in another tab: the tab that it was opened from knows the token.
const tabs = new BroadcastChannel(KEY);
tabs.addEventListener('message', ({ data }) => {
  if (data.wanted && sessionToken.get()) tabs.postMessage({ token: sessionToken.get() });
});

/** The token from another tab of the console, or nothing. */
export async function tokenOfOtherTab() {
  tabs.postMessage({ wanted: true });
  await new Promise((resolve) => {
    setTimeout(resolve, 500);
    tabs.addEventListener('message', ({ data }) => {
      if (!data.token) return;
      sessionStorage.setItem(KEY, data.token);
      resolve();
    });
  });
  return sessionToken.get();
}
