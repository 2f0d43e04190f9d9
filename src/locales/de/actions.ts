import type { ActionsMessages } from '../groups/actions.js';
import type { FormatsIn } from '../languages.js';

export const actions = ({ number, plural, series }: FormatsIn<'de'>): ActionsMessages => ({
  actions: 'Aktionen',
  actionNames: { edit: 'Bearbeiten', rotate: 'Zugangsdaten erneuern', delete: 'Löschen' },
  actionTerminating: 'Dieser Speicher wird gelöscht.',
  close: 'Schließen',
  save: 'Speichern',
  saving: 'Wird gespeichert…',
  lookAgain: 'Erneut nachsehen',
  serverSaid: (said) => `Der Server sagt: ${said}`,

  deleteHeading: (name) => `${name} löschen?`,
  deleteDelete:
    'Löschrichtlinie Delete: Der BackupStorage verschwindet, und mit ihm seine Repositories und Snapshots im Cluster. Die gesicherten Daten bleiben, wo sie sind; ein neu angelegter Speicher für dasselbe Verzeichnis findet sie.',
  deleteWipeOut:
    'Löschrichtlinie WipeOut: Der BackupStorage verschwindet, und mit ihm seine Repositories und Snapshots im Cluster, und alle gesicherten Daten werden im Backend gelöscht. Nichts bringt sie zurück.',
  deleteOther: (policy) =>
    `Löschrichtlinie ${policy}: Was dabei aus den gesicherten Daten wird, ist hier nicht bekannt.`,
  deleteHolds: (repositories, size) =>
    size === '' ? `Er enthält ${repositories}.` : `Er enthält ${repositories}, zusammen ${size}.`,
  deleteHoldsNone: 'Kein Repository darin ist bekannt.',
  deleteDefault:
    'Er ist ein Standardspeicher: BackupConfigurations, die keinen Speicher nennen, bekommen ihn dann nicht mehr.',
  deleteDependents: (count) =>
    plural(count, {
      one: '1 BackupConfiguration speichert hier. Sie wird nicht gelöscht und kann keine Backups machen, bis sie einen anderen Speicher nennt:',
      other: `${number(count)} BackupConfigurations speichern hier. Sie werden nicht gelöscht und können keine Backups machen, bis sie einen anderen Speicher nennen:`,
    }),
  deleteBatches: (count) =>
    plural(count, {
      one: '1 BackupBatch speichert hier. Er wird nicht gelöscht und kann keine Backups machen, bis er einen anderen Speicher nennt:',
      other: `${number(count)} BackupBatches speichern hier. Sie werden nicht gelöscht und können keine Backups machen, bis sie einen anderen Speicher nennen:`,
    }),
  deleteDependentsNone: 'Keine BackupConfiguration speichert hier.',
  deleteDependentsNoneSeen: 'Keine sichtbare BackupConfiguration speichert hier.',
  deleteDependentsLoading: 'Es wird nachgesehen, welche BackupConfigurations hier speichern…',
  deleteDependentsUnknown:
    'BackupConfigurations sind nicht sichtbar oder nicht erreichbar: Welche von ihnen hier speichern, ist nicht bekannt.',
  deleteDependentsPartly: (namespaces) =>
    namespaces.length === 0
      ? 'Nicht in jedem Namespace konnte nachgesehen werden: Es kann mehr geben.'
      : `Nicht in jedem Namespace konnte nachgesehen werden, und für ${series(namespaces)} fehlt das Recht dazu: Es kann mehr geben.`,
  deleteSecret: (name) => `Auch das Secret ${name} löschen, sobald der Speicher verschwunden ist`,
  deleteSecretFree:
    'Kein anderer BackupStorage des Namespace nennt es. Was es sonst benutzt, etwa ein Workload, ist nicht zu sagen.',
  deleteSecretUsed: (name, by) => `Das Secret ${name} bleibt: Es wird benutzt von ${series(by)}.`,
  deleteSecretUntold: (name) =>
    `Das Secret ${name} bleibt: Nicht alle BackupStorages des Namespace sind sichtbar, also ist nicht zu sagen, ob ein anderer es benutzt.`,
  deleteSecretDenied: (name) => `Das Secret ${name} bleibt: Das Recht, es zu löschen, fehlt.`,
  deleteSecretUnsupported: (name) => `Das Secret ${name} bleibt.`,
  deleteSecretLoading: (name) => `Es wird nachgesehen, ob sonst etwas das Secret ${name} benutzt…`,
  deleteTypeName: (name) => `Zum Bestätigen ${name} eintippen`,
  deleteConfirm: 'Speicher löschen',
  deleteConfirmWipeOut: 'Speicher und seine Daten löschen',
  deleteNameMissing: 'Zuerst den Namen des Speichers eintippen.',
  deleteDeleting: 'Wird gelöscht…',
  deleteChanged:
    'Er wurde inzwischen geändert, und nichts wurde gelöscht. Bitte ansehen, was jetzt hier steht, und neu entscheiden.',
  deleteReplaced: 'Er ist verschwunden, und ein anderer BackupStorage hat jetzt seinen Namen. Nichts wurde gelöscht.',
  deleteRefused: 'Nichts wurde gelöscht.',
  deleteUnknown: 'Die Antwort des Servers ging verloren: Ob er gelöscht wird, war nicht festzustellen.',
  deleteTerminating: (name) => `${name} wird gelöscht (Terminating)`,
  deleteTerminatingText: 'Der Operator räumt auf. Dieser Dialog kann geschlossen werden: Es geht von selbst weiter.',
  deleteTerminatingWipeOut:
    'Der Operator löscht die gesicherten Daten. Dieser Dialog kann geschlossen werden: Es geht von selbst weiter.',
  deleteTerminatingSecret:
    'Das Secret wird gelöscht, sobald der Speicher verschwunden ist; dafür muss diese Seite offen bleiben.',
  deleteCleanUpFaults: 'Was laut Operator nicht stimmt:',
  deleteCannotFollow: 'Das Recht, hier BackupStorages aufzulisten, fehlt. Der Fortgang lässt sich nicht verfolgen.',
  deleteSecretGoing: 'Der Speicher ist verschwunden. Sein Secret wird gelöscht…',
  deleteDone: (name) => `${name} wurde gelöscht`,
  deleteDoneSecret: (name) => `Auch das Secret ${name} wurde gelöscht.`,
  deleteSecretLeft: (name) => `Das Secret ${name} wurde nicht gelöscht.`,

  rotateHeading: (name) => `Zugangsdaten von ${name} erneuern`,
  rotateText: (secret) =>
    `Die Eingaben werden in das Secret ${secret} geschrieben. Der Speicher selbst bleibt, wie er ist.`,
  rotateKeeps: 'Ist gesetzt. Leer lassen, um ihn zu behalten.',
  rotateAdds: 'Ist noch nicht gesetzt.',
  rotateBlank: 'Leer lassen, um das Gespeicherte zu behalten.',
  rotateUntold: (secret) => `Welche Schlüssel das Secret ${secret} hat, wird hier nicht verraten.`,
  rotateUnread: (secret) =>
    `Das Secret ${secret} war gerade nicht lesbar: Welche Schlüssel es hat, ist hier nicht bekannt.`,
  rotateAbsent: (secret) =>
    `Es gibt kein Secret ${secret}. Es muss zuerst angelegt werden; von hier aus geht das nicht.`,
  rotateShared: (names) => `Sie ändern sich auch für diese Speicher, die dasselbe Secret benutzen: ${series(names)}.`,
  rotateSharedUntold: 'Nicht alle BackupStorages des Namespace sind sichtbar: Andere könnten dasselbe Secret benutzen.',
  rotateNoSecret: 'Dieser Speicher nennt kein Secret.',
  rotateNothing: 'Es wurde nichts eingegeben: Es gibt nichts zu speichern.',
  rotateRefused: 'Nichts wurde geschrieben.',
  rotateMoved:
    'Der Speicher hat inzwischen ein anderes Secret bekommen oder ist ein anderer desselben Namens. Nichts wurde geschrieben: schließen und neu beginnen.',
  rotateUnknown:
    'Die Antwort des Servers ging verloren: Vielleicht enthält das Secret die neuen Werte schon. Noch einmal speichern schadet nicht.',
  rotateDone: (secret) => `Das Secret ${secret} enthält die neuen Werte`,
  rotateWaiting: 'Der Operator hat seitdem nichts Neues gemeldet.',
  rotateReady: 'Der Operator hat sich seitdem gemeldet: Der Speicher ist bereit.',
  rotateNotReady: 'Der Operator hat sich seitdem gemeldet: Der Speicher ist nicht bereit.',
  rotateDenied: 'Der Zustand des Speichers lässt sich hier nicht verfolgen.',

  editHeading: (name) => `${name} bearbeiten`,
  editFrozen: (rule) => `${rule}. Deshalb bleibt sein Backend, wie es ist; alles andere lässt sich ändern.`,
  editUnreadable: 'Der Speicher war nicht lesbar und lässt sich deshalb nicht bearbeiten.',
  editGone: 'Der Speicher wurde inzwischen gelöscht. Die Eingaben lassen sich nicht speichern.',
  editRefused: 'Nichts wurde gespeichert.',
  editUnknown:
    'Die Antwort des Servers ging verloren, und ob gespeichert wurde, war nicht festzustellen. Noch einmal speichern zeigt es.',
  editNotSent: 'Das lässt sich nicht speichern:',
  editChanges: (count) => plural(count, { one: '1 Änderung', other: `${number(count)} Änderungen` }),
  editNoChanges: 'Noch ist nichts geändert.',
  editTaken: 'Andere haben das inzwischen geändert, und es blieb erhalten:',
  editSaved: (name) => `${name} wurde gespeichert`,
  editConflicts: (count) =>
    plural(count, {
      one: 'Jemand hat inzwischen dasselbe Feld geändert. Wählen, welche Fassung gespeichert wird.',
      other: `Jemand hat inzwischen ${number(count)} derselben Felder geändert. Für jedes wählen, welche Fassung gespeichert wird.`,
    }),
  editMine: 'Meine Fassung',
  editTheirs: 'Die andere Fassung',
  editWas: 'Vorher',
  editRemoved: 'entfernt',
  editUndecided: (count) =>
    plural(count, { one: '1 Feld ist zu entscheiden', other: `${number(count)} Felder sind zu entscheiden` }),
});
