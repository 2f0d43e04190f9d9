import type { FormMessages } from '../groups/form.js';
import type { FormatsIn } from '../languages.js';

export const form = ({ number, plural, series }: FormatsIn<'de'>): FormMessages => ({
  labelsAndAnnotations: 'Labels und Annotationen',
  entriesSet: (count) => `${number(count)} gesetzt`,
  addNew: '+ Hinzufügen',
  key: 'Schlüssel',
  value: 'Wert',
  removeRow: (what) => `${what} löschen`,
  rowOf: (list, position) => `${list}, Zeile ${number(position)}`,
  backend: 'Backend',
  provider: 'Anbieter',
  optional: 'Optional',
  chooseProvider: 'Anbieter wählen',
  chooseNamespace: 'Namespace wählen',
  defaultsTo: (value) => `Vorgabe: ${value}`,
  reveal: (label) => `${label} anzeigen`,
  conceal: (label) => `${label} verbergen`,
  preview: 'Vorschau',
  requiredLeft: (count) =>
    plural(count, { one: '1 Pflichtfeld ist noch leer', other: `${number(count)} Pflichtfelder sind noch leer` }),
  nothingLeft: 'Alle Pflichtfelder sind ausgefüllt',
  duplicateKey: (key) => `Der Schlüssel ${key} kommt zweimal vor.`,
  emptyKey: 'Ein Wert braucht einen Schlüssel.',
  longName: 'Namen über 63 Zeichen scheitern später: Der Operator setzt den Namen in Labels und Job-Namen.',
  longSecretName: (limit) => `Mit einem neuen Secret darf der Name höchstens ${number(limit)} Zeichen haben.`,
  dnsLabelForLocal:
    'Bei einem lokalen Speicher ist der Name auch der eines Volumes: keine Punkte, höchstens 63 Zeichen.',
  refusedSummary: 'Der Server hat das abgelehnt',
  errorSummary: (count) =>
    plural(count, {
      one: 'Ein Feld braucht Aufmerksamkeit',
      other: `${number(count)} Felder brauchen Aufmerksamkeit`,
    }),
  schemaSources: {
    'openapi-v3': 'Dieses Formular beruht auf dem Schema, das der API-Server des Clusters veröffentlicht.',
    crd: 'Dieses Formular beruht auf der CustomResourceDefinition im Cluster.',
    host: 'Dieses Formular beruht auf einem Schema, das der Seite übergeben wurde.',
    bundled: 'Dieses Formular beruht auf dem Schema, das mit der Seite kam.',
    fallback: 'Geprüft mit dem Schema, das mit dieser Seite kam; das des Clusters kann anders sein.',
  },
  uncheckedRules: (count) =>
    plural(count, {
      one: 'Eine Regel darin kann nur der Server prüfen.',
      other: `${number(count)} Regeln darin kann nur der Server prüfen.`,
    }),
  newObject: (kind) => `Neu: ${kind}`,
  schemaFailed: 'Das Formular konnte nicht geladen werden',
  reservedPrefix: 'Dieses Präfix ist Kubernetes selbst vorbehalten.',

  webhookDown: (said) =>
    `Der Webhook von KubeStash hat nicht geantwortet, und ohne ihn lässt sich kein Speicher anlegen. Läuft der Operator? Der Server sagt: ${said}`,
  webhookPanic: (said) =>
    `Der Webhook von KubeStash ist daran abgestürzt. Das bewirkt ein Speicher desselben Anbieters, der ohne dessen Einstellungen gespeichert wurde; er muss zuerst repariert oder gelöscht werden. Der Server sagt: ${said}`,
  webhookPanicHere: (said) => `Fehlt das, stürzt der Webhook von KubeStash ab. Der Server sagt: ${said}`,
  quotaExceeded: (said) => `Das Kontingent des Namespace ist ausgeschöpft. Der Server sagt: ${said}`,

  notSet: 'Nicht gesetzt',
  emptyValue: 'Dieser Schlüssel braucht einen Wert.',
  editAsYaml: 'Als YAML bearbeiten',
  editAsFields: 'Als Felder bearbeiten',
  yamlOnly: 'Dieser Wert lässt sich nur als YAML bearbeiten.',
  moveUp: (what) => `${what} nach oben`,
  moveDown: (what) => `${what} nach unten`,
  setEmpty: 'Leer setzen',
  clearField: 'Leeren',
  ofField: (label) => ` (${label})`,
  alsoSet: (keys) => `Ebenfalls gesetzt und nur als YAML zu bearbeiten: ${series(keys)}`,
  filterFields: 'Felder filtern',
  fieldsFound: (count) => plural(count, { one: '1 Feld gefunden', other: `${number(count)} Felder gefunden` }),
  fieldsFoundOf: (shown, count) => `${number(count)} Felder gefunden; die ersten ${number(shown)} sind zu sehen`,
  foundWithin: (labels) => `Darin gefunden: ${series(labels)}`,
  noFieldMatches: (words) => `Kein Feld passt zu „${words}“.`,
});
