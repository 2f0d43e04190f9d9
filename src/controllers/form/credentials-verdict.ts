import type { FormWords } from '../../locales/index.js';
import { checkAwsKey } from '../../model/credentials/aws.js';
import { checkAzureKey } from '../../model/credentials/azure.js';
import { checkPem } from '../../model/credentials/pem.js';
import { readServiceAccountKey, type ServiceAccountFault } from '../../model/credentials/service-account.js';
import type { Stray } from '../../model/credentials/whitespace.js';
import type { FormIssue } from './form-issue.js';

type Verdict = Pick<FormIssue, 'message' | 'severity'>;

/** With these the storage client certainly fails; of all others it may know better. */
const CERTAIN: readonly ServiceAccountFault[] = ['empty', 'not-json', 'not-object', 'oauth-client'];

/** What is wrong with the value of a Secret's key, as far as its kind is known. Nothing of the value is in the words. */
export function verdictOn(key: string, value: string, messages: FormWords, now = Date.now()): Verdict | undefined {
  if (value === '') return undefined;
  switch (key) {
    case 'AWS_ACCESS_KEY_ID':
    case 'AWS_SECRET_ACCESS_KEY': {
      const fault = checkAwsKey(key, value);
      return fault && { message: messages.awsKeyFaults[fault], severity: 'warning' };
    }
    case 'AZURE_ACCOUNT_KEY': {
      const fault = checkAzureKey(value);
      return fault && { message: messages.azureKeyFaults[fault], severity: 'warning' };
    }
    case 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY': {
      const [fault] = readServiceAccountKey(value).faults;
      const severity = fault && CERTAIN.includes(fault) ? 'error' : 'warning';
      return fault && { message: messages.serviceAccountFaults[fault], severity };
    }
    case 'CA_CERT_DATA': {
      const { certificates, faults } = checkPem(value, now);
      const [fault] = faults;
      // What is base64 but no certificate is left to the client: it may read more than we do.
      const severity = certificates === 0 && fault !== 'not-der' ? 'error' : 'warning';
      return fault && { message: messages.pemFaults[fault], severity };
    }
    default:
      return undefined;
  }
}

/** What is said of something stray. */
export function strayWords({ kinds }: Stray, messages: FormWords): string {
  return messages.strayFound(kinds.map((kind) => messages.strayKinds[kind]));
}

const encoder = new TextEncoder();

/** What stands for a multi-line value while it is hidden, or says what was read in it. */
export function summaryOf(key: string, value: string, messages: FormWords, now = Date.now()): string {
  if (value === '') return '';
  if (key === 'CA_CERT_DATA') {
    const { certificates, faults, notAfter } = checkPem(value, now);
    if (faults.length > 0) return '';
    return messages.certificates(certificates, Number.isFinite(notAfter) ? notAfter : undefined);
  }
  const size = encoder.encode(value).length;
  if (key !== 'GOOGLE_SERVICE_ACCOUNT_JSON_KEY') return messages.hiddenText(size);
  const { projectId = '', faults } = readServiceAccountKey(value);
  return faults.some((fault) => CERTAIN.includes(fault))
    ? messages.hiddenText(size)
    : messages.hiddenServiceAccountKey(size, projectId);
}
