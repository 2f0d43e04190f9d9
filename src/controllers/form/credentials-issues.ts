import type { FormWords } from '../../locales/index.js';
import { missingKeyMessage, isForeignType } from '../../model/credentials/secret-contents.js';
import { checkName } from '../../model/names.js';
import type { CredentialsForm } from './credentials.js';
import { pairIssues } from './credentials-pairs.js';
import { PAIRS_ID, POD_LABEL_ID, SERVICE_ACCOUNT_ID } from './credentials-store.js';
import { strayWords, verdictOn } from './credentials-verdict.js';
import { error, SECRET_NAME_ID, secretFieldId, warning, type FormIssue } from './form-issue.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';

interface About {
  provider: ProviderForm;
  namespace: string;
  messages: FormWords;
}

/** Everything that is wrong with the credentials, from top to bottom. Errors keep the user from going on; warnings do not. */
export function credentialIssues(credentials: CredentialsForm, about: About): FormIssue[] {
  if (!about.provider.takesSecret) return [];
  switch (credentials.mode) {
    case 'new':
      return [
        ...(credentials.isGeneric ? pairIssues(credentials.pairs, about.messages) : keyIssues(credentials, about)),
        ...newNameIssues(credentials, about),
      ];
    case 'existing':
      return existingIssues(credentials, about);
    case 'none':
      return identityIssues(credentials, about);
  }
}

/** The ids of the fields that issues can be about, from top to bottom. */
export function credentialFieldIds(credentials: CredentialsForm): string[] {
  const rows = credentials.isGeneric && credentials.mode === 'new' ? [PAIRS_ID] : [];
  return [
    ...credentials.keys.map(({ key }) => secretFieldId(key)),
    ...rows,
    SECRET_NAME_ID,
    SERVICE_ACCOUNT_ID,
    POD_LABEL_ID,
  ];
}

function keyIssues(credentials: CredentialsForm, { messages }: About): FormIssue[] {
  return credentials.keys.flatMap(({ key, label, required }) => {
    const id = secretFieldId(key);
    const value = credentials.valueOf(key);
    if (value === '') return required ? [{ ...error(id, messages.required(label)), missing: true }] : [];
    const verdict = verdictOn(key, value, messages);
    const stray = credentials.strayIn(key);
    return [...(verdict ? [{ id, ...verdict }] : []), ...(stray ? [warning(id, strayWords(stray, messages))] : [])];
  });
}

function newNameIssues(credentials: CredentialsForm, { messages }: About): FormIssue[] {
  const { secretName, takenName } = credentials;
  const faults = secretName === '' ? [] : checkName(secretName).map((fault) => error(SECRET_NAME_ID, fault));
  return takenName === undefined ? faults : [...faults, warning(SECRET_NAME_ID, messages.secretNameTaken(takenName))];
}

function existingIssues(credentials: CredentialsForm, { namespace, messages }: About): FormIssue[] {
  const { secretName: name, existing } = credentials;
  if (name === '') return [{ ...error(SECRET_NAME_ID, messages.required(messages.secretName)), missing: true }];
  const faults = checkName(name).map((fault) => error(SECRET_NAME_ID, fault));
  if (faults.length > 0 || !existing) return faults;
  if (existing.state === 'not-found') return [warning(SECRET_NAME_ID, messages.secretNotFound(name, namespace))];
  if (existing.state !== 'found') return [];
  const said = existing.missing.map((key) => missingKeyMessage(namespace, name, key));
  if (isForeignType(existing.type)) said.push(messages.secretOfForeignType(name, existing.type ?? ''));
  return said.length === 0 ? [] : [warning(SECRET_NAME_ID, said.join(' · '))];
}

function identityIssues({ identity }: CredentialsForm, { provider, messages }: About): FormIssue[] {
  return [
    ...(identity.serviceAccount === '' ? [warning(SERVICE_ACCOUNT_ID, messages.serviceAccountMissing)] : []),
    ...(identity.needsPodLabel(provider.provider) && !identity.podLabel
      ? [warning(POD_LABEL_ID, messages.podLabelMissing)]
      : []),
  ];
}
