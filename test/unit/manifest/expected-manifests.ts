/** The five manifests of section 14 of the API facts, letter for letter. All values in them are made up. */
export const MANIFESTS = {
  s3: String.raw`apiVersion: v1
kind: Secret
metadata:
  name: s3-backup-storage-cred
  namespace: demo
type: Opaque
stringData:
  AWS_ACCESS_KEY_ID: dummy-access-key-id
  AWS_SECRET_ACCESS_KEY: dummy-secret-access-key
  CA_CERT_DATA: |
    -----BEGIN CERTIFICATE-----
    RFVNTVkgQ0VSVElGSUNBVEU=
    -----END CERTIFICATE-----
---
apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: s3-backup
  namespace: demo
  labels:
    team: apps
spec:
  storage:
    provider: s3
    s3:
      endpoint: https://minio.storage.svc:9000
      bucket: lab
      region: us-east-1
      prefix: cluster-a
      secretName: s3-backup-storage-cred
  usagePolicy:
    allowedNamespaces:
      from: Same
  deletionPolicy: Delete
`,
  azure: String.raw`apiVersion: v1
kind: Secret
metadata:
  name: azure-backup-storage-cred
  namespace: demo
type: Opaque
stringData:
  AZURE_ACCOUNT_KEY: ZHVtbXkta2V5
---
apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: azure-backup
  namespace: demo
spec:
  storage:
    provider: azure
    azure:
      storageAccount: acmedemo
      container: db-backups
      prefix: db
      maxConnections: 10
      secretName: azure-backup-storage-cred
  usagePolicy:
    allowedNamespaces:
      from: Selector
      selector:
        matchLabels:
          backup.example.com/allowed: "true"
  deletionPolicy: Delete
  runtimeSettings:
    pod:
      securityContext:
        runAsUser: 1000
`,
  gcs: String.raw`apiVersion: v1
kind: Secret
metadata:
  name: gcs-backup-storage-cred
  namespace: demo
type: Opaque
stringData:
  GOOGLE_PROJECT_ID: acme-demo
  GOOGLE_SERVICE_ACCOUNT_JSON_KEY: |
    {
      "type": "service_account",
      "project_id": "acme-demo",
      "private_key": "-----BEGIN DUMMY KEY-----\nZHVtbXk=\n-----END DUMMY KEY-----\n",
      "client_email": "backup@acme-demo.iam.gserviceaccount.com"
    }
---
apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: gcs-backup
  namespace: demo
spec:
  default: true
  storage:
    provider: gcs
    gcs:
      bucket: acme-demo-backups
      prefix: cluster-a
      secretName: gcs-backup-storage-cred
  usagePolicy:
    allowedNamespaces:
      from: All
  deletionPolicy: Delete
`,
  local: String.raw`apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: local-backup
  namespace: demo
spec:
  storage:
    provider: local
    local:
      mountPath: /safe/data
      subPath: db
      persistentVolumeClaim:
        claimName: storage-pvc
  usagePolicy:
    allowedNamespaces:
      from: Same
  deletionPolicy: Delete
  runtimeSettings:
    pod:
      securityContext:
        fsGroup: 65534
`,
  irsa: String.raw`apiVersion: storage.kubestash.com/v1alpha1
kind: BackupStorage
metadata:
  name: irsa-backup
  namespace: demo
spec:
  storage:
    provider: s3
    s3:
      endpoint: https://s3.us-east-1.amazonaws.com
      bucket: acme-demo
      region: us-east-1
  usagePolicy:
    allowedNamespaces:
      from: Same
  deletionPolicy: Delete
  runtimeSettings:
    pod:
      serviceAccountName: bucket-user
`,
} as const;
