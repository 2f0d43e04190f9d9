// Which cluster the console shows, and how it is reached.
import { cluster } from './config.js';
import { sessionToken, tokenOfOtherTab } from './session.js';

const LOST = 'Open the address that the terminal shows, in which "npx backupstorage-elements" runs.';

/** Gives the provider its data source; resolves with what the page should say and begin with. Throws what to tell. */
export async function connect(provider) {
  if (cluster === 'memory') {
    provider.samples = true;
    provider.kind = 'memory';
    return { title: 'Demo console', label: 'in-memory cluster', namespace: '' };
  }
  const { context, namespace, readOnly } = await sessionOfGateway();
  // Beside the tags in the CDN build, so that both know the same errors.
  const { kubernetesOverFetch } = await import('/cdn/data-source/kubernetes.js');
  provider.dataSource = kubernetesOverFetch({
    baseUrl: '/cluster',
    headers: () => ({ 'X-Session-Token': sessionToken.get() }),
  });
  return { title: 'BackupStorages', label: readOnly ? `${context}, read-only` : context, namespace };
}

async function sessionOfGateway() {
  const token = sessionToken.get() || (await tokenOfOtherTab());
  // An address without it was typed or kept: there is nothing to ask with.
  if (!token) throw new Error(`This tab has no session. ${LOST}`);
  const answer = await fetch('/console/session.json', { headers: { 'X-Session-Token': token } }).catch(() => undefined);
  if (!answer) throw new Error(`The gateway does not answer. Is it still running? ${LOST}`);
  if (!answer.ok) throw new Error(`The session of this tab is over. ${LOST}`);
  return answer.json();
}
