import type { SharedMessages } from '../groups/shared.js';
import type { FormatsIn } from '../languages.js';

export const shared = ({ number, series }: FormatsIn<'de'>): SharedMessages => ({
  yes: 'Ja',
  no: 'Nein',

  basic: 'Allgemein',
  labels: 'Labels',
  annotations: 'Annotationen',
  credentials: 'Zugangsdaten',
  cancel: 'Abbrechen',
  copyFailed: 'Kopieren ist hier nicht erlaubt. Den Text markieren und von Hand kopieren.',
  problemAt: (line, column) => `Zeile ${line}, Spalte ${column}`,
  blockMissing: (provider) => `spec.storage.${provider} ist erforderlich: Der Anbieter nennt diesen Block.`,
  blockOfAnother: (block, provider) =>
    `spec.storage.${block} muss weg: Der Anbieter ist ${provider}, und mit zwei Blöcken landen Daten und Metadaten an verschiedenen Orten.`,
  usagePolicyIncomplete: 'spec.usagePolicy braucht allowedNamespaces oder muss entfallen.',
  leftBehindCommand: 'So lässt es sich von Hand entfernen:',
  warnings: 'Der Server warnt:',
  defaultTie: (other) =>
    `${other} ist ebenfalls Standard für dieselben Namespaces. Wo kein anderer Standard näher liegt, ist nicht festgelegt, welchen der beiden KubeStash nimmt.`,
  defaultAfter: (namespace, other) =>
    `Ein Standard, der allen Namespaces offensteht, kommt zuletzt an die Reihe, auch in ${namespace}: Dort wird ${other} vorher genommen.`,
  selectorMatchesAll: 'Ein leerer Selektor passt auf jeden Namespace.',

  usageEveryone: 'Jeder Namespace darf ihn nutzen.',
  usageNobody: 'Kein Namespace darf ihn nutzen.',
  usageOnly: (namespace) => `Nur ${namespace} darf ihn nutzen.`,
  usageOnlyOwn: 'Nur der Namespace des Speichers darf ihn nutzen.',
  usageSome: (count, total, names) =>
    `${number(count)} von ${number(total)} Namespaces dürfen ihn nutzen${names === '' ? '.' : `: ${names}`}`,
  usageSomeKnown: (count, total, names) =>
    `${number(count)} der ${number(total)} hier bekannten Namespaces dürfen ihn nutzen${names === '' ? '.' : `: ${names}`}`,
  usageNamespacesUnknown:
    'Das Recht, Namespaces aufzulisten, fehlt. Deshalb ist hier nicht zu ermitteln, welche ihn nutzen dürfen.',
  usageLabelsUnknown:
    'Das Recht, Labels von Namespaces zu lesen, fehlt. Deshalb ist hier nicht zu ermitteln, welche ihn nutzen dürfen.',
  usageLoading: 'Es wird ermittelt, welche Namespaces ihn nutzen dürfen…',
  mayNot: (verb, resource, namespace) =>
    namespace === ''
      ? `Das Recht „${verb}“ für ${resource} fehlt.`
      : `Das Recht „${verb}“ für ${resource} in ${namespace} fehlt.`,
  copyCommand: 'Befehl kopieren',
  copyThis: 'Kopieren',
  deletionPolicy: 'Löschrichtlinie',
  maskWithoutValue: (key) => `Die Maske bei ${key} steht für keinen Wert. Den Wert eintippen.`,
  secretElsewhere: 'Das Secret muss im Namespace des BackupStorage liegen: Nur dort sucht der Operator danach.',
  required: (label) => `${label} ist erforderlich.`,

  syntaxFaults: {
    empty: 'Das Manifest ist leer.',
    'no-object': 'Hier wird ein Objekt mit apiVersion, kind und metadata erwartet.',
    'list-items': 'Die items einer List müssen eine Liste sein.',
    'only-one-value': 'Hier kann nur ein Wert stehen.',
    'too-deep': 'Das ist zu tief verschachtelt.',
    'passed-over':
      'Kubernetes übergeht dieses Dokument: Ein neues beginnt dort nur unter einem --- allein auf seiner Zeile.',
    'merge-of-other': 'Hier lassen sich nur Maps zusammenführen.',
    'inexact-number': 'Diese Zahl lässt sich nicht genau erhalten. Falls es Text ist: in Anführungszeichen setzen.',
    'no-anchor':
      'Einen Anker dieses Namens gibt es weiter oben nicht. Text, der mit * beginnt, braucht Anführungszeichen.',
    'in-itself': 'Das steht für etwas, dessen Teil es selbst ist.',
    'too-many-values': 'Die Aliasse stehen für zu viele Werte.',
    'not-text-in-kubernetes': 'Ohne Anführungszeichen liest Kubernetes das als Zahl, als true, false oder als nichts.',
    octal: 'Eine Zahl, die mit 0 beginnt, liest Kubernetes oktal.',
    'json-value': 'Hier wird ein JSON-Wert erwartet.',
    'json-key': 'Hier wird ein Schlüssel in doppelten Anführungszeichen erwartet.',
    'json-colon': 'Hier wird ein Doppelpunkt erwartet.',
    'json-more': 'Hier wird ein Komma oder eine schließende Klammer erwartet.',
    'json-end': 'Nach dem Ende des JSON wird nichts mehr erwartet.',
    BAD_DIRECTIVE: 'Diese Direktive wird nicht unterstützt.',
    BAD_DQ_ESCAPE: 'Eine solche Escape-Sequenz gibt es nicht.',
    BAD_INDENT: 'Die Einrückung stimmt hier nicht, oder eine Klammer ist nicht geschlossen.',
    BAD_SCALAR_START: 'Text, der mit diesem Zeichen beginnt, braucht Anführungszeichen.',
    BLOCK_AS_IMPLICIT_KEY:
      'Auf einer Zeile stehen zwei Schlüssel. Text mit einem Doppelpunkt braucht Anführungszeichen.',
    BLOCK_IN_FLOW: 'Innerhalb von Klammern wird alles mit Klammern geschrieben.',
    DUPLICATE_KEY: 'Diesen Schlüssel gibt es schon.',
    MISSING_CHAR: 'Hier fehlt ein Doppelpunkt.',
    MULTILINE_IMPLICIT_KEY: 'Ein Schlüssel muss auf einer Zeile stehen, mit einem Doppelpunkt dahinter.',
    NON_STRING_KEY: 'Ein Schlüssel muss Text sein.',
    TAB_AS_INDENT: 'Mit Tabulatoren lässt sich nicht einrücken. Leerzeichen verwenden.',
    TAG_RESOLVE_FAILED: 'Dieses Tag wird nicht unterstützt. Text, der mit ! beginnt, braucht Anführungszeichen.',
    UNEXPECTED_TOKEN: 'Das wird hier nicht erwartet.',
    'open-quote': 'Ein Anführungszeichen ist nicht geschlossen.',
    unreadable: 'Das lässt sich nicht lesen.',
  },
  ownFaults: {
    'exists-already': 'Ein Objekt dieses Namens gibt es schon.',
    'no-create': 'Diese Datenquelle kann keine Objekte anlegen.',
    'no-delete': 'Diese Datenquelle kann keine Objekte löschen.',
    'no-patch': 'Diese Datenquelle kann keine Objekte ändern.',
    'nobody-to-ask': 'Diese Datenquelle kann vorab niemanden fragen.',
    'not-arrived': 'Die Anfrage ist nicht angekommen.',
    'secret-unknown': 'Welches Secret es ist, war nicht festzustellen; deshalb wurde es nicht gelöscht.',
    'secret-untold': 'Der Server hat nicht gesagt, welches Secret er angelegt hat.',
    'storage-uses-secret': 'Der BackupStorage, den es schon gibt, benutzt es.',
  },
  secretInUse: (names) => `Es wird inzwischen benutzt von: ${series(names)}.`,
  forbiddenRows: (what) => `Das Recht, ${what} aufzulisten, fehlt.`,
  backupBatches: 'BackupBatches',
  createdState: {
    settling: 'Der Operator richtet ihn jetzt ein; er wird Ready, sobald in seinen Bucket geschrieben werden kann.',
    ready: 'Er kann jetzt für Backups benutzt werden.',
    notReady:
      'Er kann noch nicht benutzt werden. Es wird erneut versucht, wenn sich seine Einstellungen oder sein Secret ändern.',
    deleted: 'Er wurde inzwischen gelöscht.',
    denied: 'Das Recht, hier BackupStorages zu lesen, fehlt. Sein Zustand lässt sich nicht zeigen.',
    signedOut: 'Die Sitzung ist abgelaufen. Sein Zustand lässt sich nicht verfolgen.',
    unreachable: 'Der Cluster ist gerade nicht erreichbar; das Gezeigte kann veraltet sein.',
  },
});
