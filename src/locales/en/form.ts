import type { FormatsIn } from '../languages.js';

/** The create form. */
export const form = ({ number, plural, series }: FormatsIn<'en'>) => ({
  labelsAndAnnotations: 'Labels & Annotations',
  entriesSet: (count: number) => `${number(count)} set`,
  addNew: '+ Add new',
  key: 'Key',
  value: 'Value',
  removeRow: (what: string) => `Delete ${what}`,
  rowOf: (list: string, position: number) => `${list} row ${number(position)}`,
  backend: 'Backend',
  provider: 'Provider',
  optional: 'Optional',
  chooseProvider: 'Choose a provider',
  chooseNamespace: 'Choose a namespace',
  defaultsTo: (value: string) => `Defaults to ${value}`,
  reveal: (label: string) => `Show ${label}`,
  conceal: (label: string) => `Hide ${label}`,
  preview: 'Preview',
  requiredLeft: (count: number) =>
    plural(count, { one: '1 required field left', other: `${number(count)} required fields left` }),
  nothingLeft: 'Every required field is filled',
  duplicateKey: (key: string) => `The key ${key} is used twice.`,
  emptyKey: 'A value needs a key.',
  longName: 'Names over 63 characters fail later: the operator puts the name into labels and job names.',
  longSecretName: (limit: number) => `With a new Secret the name may have ${number(limit)} characters at most.`,
  dnsLabelForLocal: 'For a local storage the name is also that of a volume: no dots, 63 characters at most.',
  refusedSummary: 'The server has refused this',
  errorSummary: (count: number) =>
    plural(count, { one: 'One field needs your attention', other: `${number(count)} fields need your attention` }),
  schemaSources: {
    'openapi-v3': 'This form is made of the schema that your cluster’s API server publishes.',
    crd: 'This form is made of the CustomResourceDefinition in your cluster.',
    host: 'This form is made of a schema that the page was given.',
    bundled: 'This form is made of the schema that came with the page.',
    fallback: 'Checked against the schema that came with this page; your cluster’s may differ.',
  },
  uncheckedRules: (count: number) =>
    plural(count, {
      one: 'One rule in it only the server can check.',
      other: `${number(count)} rules in it only the server can check.`,
    }),
  newObject: (kind: string) => `New ${kind}`,
  schemaFailed: 'The form could not be loaded',
  reservedPrefix: 'This prefix is reserved for Kubernetes itself.',

  webhookDown: (said: string) =>
    `KubeStash’s webhook did not answer, and without it no storage can be created. Is the operator running? The server said: ${said}`,
  webhookPanic: (said: string) =>
    `KubeStash’s webhook crashed over this. A storage of the same provider that was stored without its settings does that; it must be repaired or deleted first. The server said: ${said}`,
  webhookPanicHere: (said: string) => `KubeStash’s webhook crashes when this is left out. The server said: ${said}`,
  quotaExceeded: (said: string) => `The quota of the namespace is used up. The server said: ${said}`,

  notSet: 'Not set',
  emptyValue: 'This key needs a value.',
  editAsYaml: 'Edit as YAML',
  editAsFields: 'Edit as fields',
  yamlOnly: 'This value can be edited as YAML only.',
  moveUp: (what: string) => `Move ${what} up`,
  moveDown: (what: string) => `Move ${what} down`,
  setEmpty: 'Set as empty',
  clearField: 'Clear',
  ofField: (label: string) => ` (${label})`,
  alsoSet: (keys: readonly string[]) => `Also set, and to be edited as YAML: ${series(keys)}`,
  filterFields: 'Filter fields',
  fieldsFound: (count: number) => plural(count, { one: '1 field found', other: `${number(count)} fields found` }),
  fieldsFoundOf: (shown: number, count: number) =>
    `${number(count)} fields found; the first ${number(shown)} are shown`,
  foundWithin: (labels: readonly string[]) => `Found inside: ${series(labels)}`,
  noFieldMatches: (words: string) => `No field matches “${words}”.`,
});
