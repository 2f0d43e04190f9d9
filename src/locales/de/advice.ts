import type { AdviceMessages } from '../groups/advice.js';
import type { FormatsIn } from '../languages.js';

export const advice = ({ series }: FormatsIn<'de'>): AdviceMessages => ({
  // These three are the server's own sentences: they stay as people find them in logs and on the web.
  storageExists: (name) => `backupstorages.storage.kubestash.com ${JSON.stringify(name)} already exists`,
  namespaceNotFound: (name) => `namespaces ${JSON.stringify(name)} not found`,
  idOutOfRange: 'must be between 0 and 2147483647, inclusive',

  defaultTaken: (rule, other) =>
    `${rule}: ${other} ist dort der Standard. Dem zuerst den Standard nehmen oder diesen hier weglassen.`,
  defaultLast: (namespace) =>
    `Ein Standard, der allen Namespaces offensteht, kommt zuletzt an die Reihe, auch in ${namespace}: Ein Standard anderswo, dessen Selektor auf ${namespace} passt, würde vorher genommen.`,
  sameDirectoryAs: (rule, other) =>
    `${rule}: ${other} zeigt dorthin. Ein anderes Präfix oder einen anderen Bucket wählen.`,
  sameDirectoryOnOtherServer: (rule, other) =>
    `${rule}: ${other} hat denselben Bucket, dieselbe Region und dasselbe Präfix, und Endpunkte vergleicht der Server nicht. Ein anderes Präfix wählen.`,
  nearMissSlashes: (other) =>
    `${other} benutzt dasselbe Verzeichnis: Schrägstriche an den Enden machen kein anderes daraus. Der Server würde das annehmen, und beide würden an denselben Ort schreiben.`,
  nearMissRegion: (other) =>
    `${other} benutzt dasselbe Verzeichnis unter einer anderen Region. Der Server würde das annehmen, und beide würden an denselben Ort schreiben.`,
  nearMissInside: (other) =>
    `Dieses Verzeichnis liegt in dem von ${other}. Der Server würde das annehmen, und ein WipeOut des anderen Speichers würde die Daten von diesem mitnehmen.`,
  nearMissContains: (other) =>
    `Das Verzeichnis von ${other} liegt in diesem. Der Server würde das annehmen, und ein WipeOut dieses Speichers würde die Daten des anderen mitnehmen.`,
  crashAhead: (other, provider) =>
    `Daran wird der Server scheitern: ${other} hat den Anbieter ${provider} und keine ${provider}-Einstellungen, und das lässt den Webhook von KubeStash bei jedem Speicher dieses Anbieters abstürzen. Zuerst jenen reparieren oder löschen.`,
  selectorMissing: (rule) =>
    `${rule}. Ein Label oder einen Ausdruck ergänzen, auf den die Namespaces passen müssen, oder eine andere Richtlinie wählen.`,
  selectorWithoutOwn: (namespace) =>
    `Der Selektor passt nicht auf ${namespace}, den eigenen Namespace des Speichers, und für diesen gibt es keine Ausnahme: Nichts dort darf den Speicher nutzen.`,
  selectorUnused: (from) => `Der Selektor bleibt außer Acht: Die Richtlinie ist ${from}.`,
  blanksAround:
    'An einem Ende steht ein Leerzeichen oder Zeilenumbruch. Es bleibt, wie es ist; falls es nicht gemeint ist: entfernen.',
  slashCut: (stored) =>
    stored === ''
      ? 'Der Server schneidet den Schrägstrich am Ende ab: Gespeichert wird nichts.'
      : `Der Server schneidet einen Schrägstrich am Ende ab: Gespeichert wird „${stored}“.`,
  leadingSlash:
    'Mit oder ohne Schrägstrich am Anfang ist es dasselbe Verzeichnis, aber der Server hält die beiden für verschieden. Besser weglassen.',
  emptySegment:
    'Zwei Schrägstriche hintereinander machen kein anderes Verzeichnis, aber der Server hält es für ein anderes.',
  unusualName: {
    s3: 'Bucket-Namen haben meist 3 bis 63 Kleinbuchstaben, Ziffern, „.“ und „-“, mit einem Buchstaben oder einer Ziffer an beiden Enden. Der Server prüft das nicht.',
    gcs: 'Bucket-Namen haben meist 3 bis 63 Kleinbuchstaben, Ziffern, „.“, „-“ und „_“, mit einem Buchstaben oder einer Ziffer an beiden Enden. Der Server prüft das nicht.',
    container:
      'Container-Namen haben 3 bis 63 Kleinbuchstaben, Ziffern und einzelne Bindestriche, mit einem Buchstaben oder einer Ziffer an beiden Enden. Der Server prüft das nicht.',
    storageAccount: 'Namen von Speicherkonten haben 3 bis 24 Kleinbuchstaben und Ziffern. Der Server prüft das nicht.',
  },
  endpointWithPath: (path) =>
    `Der Endpunkt ist nur der Server, und der Bucket wird dahinter gesetzt: „${path}“ gehört da nicht hin.`,
  endpointWithBucket: (bucket) =>
    `Der Endpunkt nennt schon den Bucket ${bucket}. Benutzt wird nur die Adressierung über den Pfad, die den Bucket hinter den Endpunkt setzt: hier weglassen.`,
  endpointOfRegion: (region) => `Dieser Endpunkt ist der der Region ${region}.`,
  endpointWithCredentials:
    'Ein Benutzername oder Passwort im Endpunkt wird im Klartext gespeichert, und wer den Speicher lesen darf, sieht es.',
  volumeSourceMissing: 'Ein Volume ist erforderlich: wählen, wo die Daten liegen.',
  volumeSourcesMany: (sources) => `Genau ein Volume ist möglich, und es gibt mehrere: ${series(sources)}.`,
  emptyDirLosesData: 'Ein emptyDir verschwindet mit seinem Pod: Jedes Backup darin ist verloren. Nur zum Ausprobieren.',
});
