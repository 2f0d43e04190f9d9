import { choice, object } from './fields.js';
import { labelSelector } from './selectors.js';

/** Storages and retention policies say in the same way who may refer to them. */
export const usagePolicy = (what: string) =>
  object('Usage policy', `Who may use this ${what}; only its own namespace if left out.`, {
    allowedNamespaces: object('Allowed namespaces', `Namespaces whose backups may refer to this ${what}.`, {
      from: choice(
        'From',
        'Same is its own namespace, All is every namespace, Selector goes by labels.',
        ['All', 'Selector', 'Same'],
        { default: 'Same' },
      ),
      selector: labelSelector(
        'Namespace selector',
        'Labels of the namespaces; needed for Selector, ignored otherwise, and {} means all.',
      ),
    }),
  });
