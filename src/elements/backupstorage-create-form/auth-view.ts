import type { CredentialsForm } from '../../controllers/form/credentials.js';
import type { FormIssue } from '../../controllers/form/form-issue.js';
import type { FormWords } from '../../locales/index.js';
import type { ProviderForm } from '../../schema/form/storage-form.js';

/** What the Auth panel shows. */
export interface AuthView {
  credentials: CredentialsForm;
  provider: ProviderForm;
  messages: FormWords;
  /** The issues to show: of fields that were left, or of all after a review. */
  issues: readonly FormIssue[];
  /** Secret keys, and rows of free keys, that the user has asked to see. */
  revealed: ReadonlySet<string>;
  onReveal: (key: string) => void;
  /** Whether a Secret can be made beside the storage; an edit makes none. */
  mayMakeSecret?: boolean;
  /** Fields of the storage that users look for beside its credentials. */
  fields: unknown;
}

/** The issue to show at a field, errors first; those with these words are shown elsewhere. */
export function issueAt({ issues }: AuthView, id: string, elsewhere: readonly string[] = []): FormIssue | undefined {
  const own = issues.filter((issue) => issue.id === id && !elsewhere.includes(issue.message));
  return own.find(({ severity }) => severity === 'error') ?? own[0];
}
