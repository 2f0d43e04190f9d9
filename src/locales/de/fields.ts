import type { FieldsMessages } from '../groups/fields.js';

export const fields = (): FieldsMessages => ({
  fieldLabels: {
    'metadata.namespace': 'Namespace',
    'metadata.name': 'Name',
    'spec.deletionPolicy': 'Löschrichtlinie',
    'spec.runtimeSettings.pod.securityContext.runAsUser': 'Sicherheitskontext',
    'spec.storage.provider': 'Anbieter',
    'spec.storage.azure.storageAccount': 'Kontoname',
    'spec.storage.azure.container': 'Container',
    'spec.storage.azure.maxConnections': 'Höchstzahl Verbindungen',
    'spec.storage.azure.prefix': 'Präfix',
    'spec.storage.s3.insecureTLS': 'Unsicheres TLS',
    'spec.storage.s3.bucket': 'Bucket',
    'spec.storage.s3.endpoint': 'Endpunkt',
    'spec.storage.s3.prefix': 'Präfix',
    'spec.storage.s3.region': 'Region',
    'spec.storage.gcs.bucket': 'Bucket',
    'spec.storage.gcs.maxConnections': 'Höchstzahl Verbindungen',
    'spec.storage.gcs.prefix': 'Präfix',
    'spec.storage.local.mountPath': 'Mount-Pfad',
    'spec.storage.local.subPath': 'Unterpfad',
    'spec.storage.local': 'Quelle des Volumes',
    'spec.storage.local.persistentVolumeClaim': 'PersistentVolumeClaim',
    'spec.storage.local.persistentVolumeClaim.claimName': 'Name des Claims',
    'spec.storage.local.persistentVolumeClaim.readOnly': 'Nur lesen?',
    'spec.usagePolicy.allowedNamespaces.from': 'Erlaubte Namespaces',
    'spec.usagePolicy.allowedNamespaces.selector': 'Selektor',
    'spec.default': 'Standard',
  },
  fieldHelps: {
    'metadata.namespace': 'Wo der Speicher und sein Secret angelegt werden.',
    'metadata.name': 'Kleinbuchstaben, Ziffern, „-“ und „.“. Später nicht mehr zu ändern.',
    'spec.deletionPolicy':
      'Was mit den gesicherten Daten geschieht, wenn dieser Speicher gelöscht wird. Jederzeit zu ändern.',
    'spec.runtimeSettings.pod.securityContext.runAsUser':
      'Benutzer-ID, unter der die Jobs zum Einrichten und Aufräumen laufen. Backup-Jobs sind nicht betroffen.',
    'spec.storage.provider': 'Wo die Backups liegen.',
    'spec.storage.local':
      'Ein Claim und NFS brauchen meist eine Dateisystemgruppe, ein Host-Pfad meist die Benutzer-ID 0: siehe Laufzeiteinstellungen, Pod, Security context.',
    'spec.storage.local.emptyDir':
      'Nur zum Ausprobieren: Was hier gespeichert wird, ist mit dem Job weg, der es gespeichert hat.',
    'spec.usagePolicy.allowedNamespaces.selector':
      'Labels, die ein Namespace haben muss. Jeder Namespace hat das Label kubernetes.io/metadata.name mit seinem Namen.',
    'spec.default':
      'Ein Speicher eines Namespace kann der Standard sein. Er wird den Namespaces angeboten, die die Nutzungsrichtlinie erlaubt.',
  },
  fieldExamples: {
    'spec.runtimeSettings.pod.securityContext.runAsUser': '65534',
    'spec.storage.azure.maxConnections': '5',
    'spec.storage.s3.endpoint': 'https://s3.us-east-1.amazonaws.com',
    'spec.storage.s3.region': 'us-east-1',
    'spec.storage.gcs.maxConnections': '5',
    'spec.storage.local.mountPath': '/safe/data',
  },
  deletionPolicyOptions: {
    Delete: 'Delete (nur Datenbank-Secrets und gesicherte Daten behalten)',
    WipeOut: 'WipeOut (alles löschen, auch die gesicherten Daten)',
  },
  allowedNamespacesOptions: {
    Same: 'Same (nur der Namespace des Speichers)',
    Selector: 'Selector (Namespaces mit bestimmten Labels)',
    All: 'All (jeder Namespace)',
  },
  credentialLess: {
    azure: 'Workload Identity.',
    s3: 'IAM-Rollen für ServiceAccounts.',
    gcs: 'Workload Identity.',
  },
  secretKeyLabels: {
    AZURE_ACCOUNT_KEY: 'Kontoschlüssel',
    AWS_ACCESS_KEY_ID: 'AWS-Zugriffsschlüssel-ID',
    AWS_SECRET_ACCESS_KEY: 'Geheimer AWS-Zugriffsschlüssel',
    CA_CERT_DATA: 'CA-Zertifikat',
    GOOGLE_PROJECT_ID: 'Google-Projekt-ID',
    GOOGLE_SERVICE_ACCOUNT_JSON_KEY: 'JSON-Schlüssel des Google-Dienstkontos',
  },
  secretKeyHelps: {
    AZURE_ACCOUNT_KEY: 'Ein Zugriffsschlüssel des Speicherkontos.',
    AWS_ACCESS_KEY_ID: 'Die ID eines Schlüssels, der den Bucket lesen und schreiben darf.',
    AWS_SECRET_ACCESS_KEY: 'Die geheime Hälfte dieses Schlüssels.',
    CA_CERT_DATA: 'PEM-Zertifikat einer eigenen Zertifizierungsstelle, falls der Endpunkt eine benutzt.',
    GOOGLE_PROJECT_ID: 'Wird nur von älteren Werkzeugen gelesen: Der JSON-Schlüssel nennt sein Projekt.',
    GOOGLE_SERVICE_ACCOUNT_JSON_KEY: 'Das ganze JSON-Dokument eines Dienstkontoschlüssels.',
  },
  panelTitles: {
    spec: 'Spezifikation',
    volume: 'Volume',
  },
  groupTitles: {
    'usage-policy': 'Nutzungsrichtlinie',
    'default-storage': 'Standardspeicher',
    'runtime-settings': 'Laufzeiteinstellungen',
    more: 'Weitere Einstellungen',
  },
  groupHelps: {
    'usage-policy': 'Welche Namespaces ihre Backups hier ablegen dürfen.',
    'default-storage': 'Für BackupConfigurations, die keinen Speicher nennen.',
    'runtime-settings': 'Für die Jobs, die den Speicher einrichten und aufräumen. Backup-Jobs sind nicht betroffen.',
  },
  endpointNoUrl: 'Der Endpunkt muss eine vollständige URL sein, die mit http:// oder https:// beginnt.',
  mountPathRelative: 'Der Mount-Pfad muss absolut sein: Er beginnt mit einem Schrägstrich.',
});
