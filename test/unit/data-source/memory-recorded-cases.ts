/**
 * Answers of a real API server (apiextensions-apiserver 0.32.3) to dry-run creates of BackupStorages, webhooks off, with
 * fieldValidation Strict unless said otherwise. Each object is completed with apiVersion, kind and namespace.
 */
export interface RecordedCase {
  name: string;
  object: Record<string, unknown>;
  /** null: the parameter was not sent. */
  fieldValidation?: string | null;
  code: number;
  /** The stored spec; null when none was stored. */
  stored?: unknown;
  warnings?: string[];
  reason?: string;
  message?: string;
  /** The fields of the causes. */
  fields?: string[];
}

export const RECORDED_CASES: readonly RecordedCase[] = [
  {
    name: 'ok',
    object: { metadata: { name: 'bs1' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'wrong type bool',
    object: { metadata: { name: 'bs2' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, default: 'yes' } },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs2" is invalid: spec.default: Invalid value: "string": spec.default in body must be of type boolean: "string"',
    fields: ['spec.default'],
  },
  {
    name: 'enum',
    object: {
      metadata: { name: 'bs3' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, deletionPolicy: 'Foo' },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs3" is invalid: spec.deletionPolicy: Unsupported value: "Foo": supported values: "Delete", "WipeOut"',
    fields: ['spec.deletionPolicy'],
  },
  {
    name: 'enum empty string',
    object: {
      metadata: { name: 'bs4' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, deletionPolicy: '' },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs4" is invalid: spec.deletionPolicy: Unsupported value: "": supported values: "Delete", "WipeOut"',
    fields: ['spec.deletionPolicy'],
  },
  {
    name: 'required in array item',
    object: {
      metadata: { name: 'bs5' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { env: [{ value: 'x' }] } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs5" is invalid: spec.runtimeSettings.container.env[0].name: Required value',
    fields: ['spec.runtimeSettings.container.env[0].name'],
  },
  {
    name: 'int-or-string object',
    object: {
      metadata: { name: 'bs7' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { livenessProbe: { httpGet: { port: {} } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs7" is invalid: [spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "object": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer,string: "object", <nil>: Invalid value: "": "spec.runtimeSettings.container.livenessProbe.httpGet.port" must validate at least one schema (anyOf), spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "object": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer: "object"]',
    fields: [
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
      '<nil>',
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
    ],
  },
  {
    name: 'int-or-string float',
    object: {
      metadata: { name: 'bs8' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { livenessProbe: { httpGet: { port: 1.5 } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs8" is invalid: [spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "number": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer,string: "number", <nil>: Invalid value: "": "spec.runtimeSettings.container.livenessProbe.httpGet.port" must validate at least one schema (anyOf), spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "number": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer: "number"]',
    fields: [
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
      '<nil>',
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
    ],
  },
  {
    name: 'int-or-string bool',
    object: {
      metadata: { name: 'bs9' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { livenessProbe: { httpGet: { port: true } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs9" is invalid: [spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "boolean": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer,string: "boolean", <nil>: Invalid value: "": "spec.runtimeSettings.container.livenessProbe.httpGet.port" must validate at least one schema (anyOf), spec.runtimeSettings.container.livenessProbe.httpGet.port: Invalid value: "boolean": spec.runtimeSettings.container.livenessProbe.httpGet.port in body must be of type integer: "boolean"]',
    fields: [
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
      '<nil>',
      'spec.runtimeSettings.container.livenessProbe.httpGet.port',
    ],
  },
  {
    name: 'quantity pattern',
    object: {
      metadata: { name: 'bs10' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { resources: { limits: { cpu: '5 cores' } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs10" is invalid: spec.runtimeSettings.container.resources.limits.cpu: Invalid value: "5 cores": spec.runtimeSettings.container.resources.limits.cpu in body should match \'^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$\'',
    fields: ['spec.runtimeSettings.container.resources.limits.cpu'],
  },
  {
    name: 'quantity float number',
    object: {
      metadata: { name: 'bs11' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { resources: { limits: { cpu: 0.5 } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs11" is invalid: [spec.runtimeSettings.container.resources.limits.cpu: Invalid value: "number": spec.runtimeSettings.container.resources.limits.cpu in body must be of type integer,string: "number", <nil>: Invalid value: "": "spec.runtimeSettings.container.resources.limits.cpu" must validate at least one schema (anyOf), spec.runtimeSettings.container.resources.limits.cpu: Invalid value: "number": spec.runtimeSettings.container.resources.limits.cpu in body must be of type integer: "number"]',
    fields: [
      'spec.runtimeSettings.container.resources.limits.cpu',
      '<nil>',
      'spec.runtimeSettings.container.resources.limits.cpu',
    ],
  },
  {
    name: 'map key with dots+slash wrong type',
    object: {
      metadata: { name: 'bs12' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { resources: { limits: { 'nvidia.com/gpu': [] } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs12" is invalid: [spec.runtimeSettings.container.resources.limits.nvidia.com/gpu: Invalid value: "array": spec.runtimeSettings.container.resources.limits.nvidia.com/gpu in body must be of type integer,string: "array", <nil>: Invalid value: "": "spec.runtimeSettings.container.resources.limits.nvidia.com/gpu" must validate at least one schema (anyOf), spec.runtimeSettings.container.resources.limits.nvidia.com/gpu: Invalid value: "array": spec.runtimeSettings.container.resources.limits.nvidia.com/gpu in body must be of type integer: "array"]',
    fields: [
      'spec.runtimeSettings.container.resources.limits.nvidia.com/gpu',
      '<nil>',
      'spec.runtimeSettings.container.resources.limits.nvidia.com/gpu',
    ],
  },
  {
    name: 'map value wrong type (matchLabels)',
    object: {
      metadata: { name: 'bs13' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        usagePolicy: { allowedNamespaces: { selector: { matchLabels: { 'a.b/c': 1 } } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs13" is invalid: spec.usagePolicy.allowedNamespaces.selector.matchLabels.a.b/c: Invalid value: "integer": spec.usagePolicy.allowedNamespaces.selector.matchLabels.a.b/c in body must be of type string: "integer"',
    fields: ['spec.usagePolicy.allowedNamespaces.selector.matchLabels.a.b/c'],
  },
  {
    name: 'list-map duplicate key',
    object: {
      metadata: { name: 'bs14' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { resources: { claims: [{ name: 'a' }, { name: 'a' }] } } },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs14" is invalid: spec.runtimeSettings.container.resources.claims[1]: Duplicate value: map[string]interface {}{"name":"a"}',
    fields: ['spec.runtimeSettings.container.resources.claims[1]'],
  },
  {
    name: 'list-map 2 keys duplicate',
    object: {
      metadata: { name: 'bs15' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: {
          pod: {
            topologySpreadConstraints: [
              { maxSkew: 1, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
              { maxSkew: 2, topologyKey: 'z', whenUnsatisfiable: 'DoNotSchedule' },
            ],
          },
        },
      },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs15" is invalid: spec.runtimeSettings.pod.topologySpreadConstraints[1]: Duplicate value: map[string]interface {}{"topologyKey":"z", "whenUnsatisfiable":"DoNotSchedule"}',
    fields: ['spec.runtimeSettings.pod.topologySpreadConstraints[1]'],
  },
  {
    name: 'int32 overflow',
    object: {
      metadata: { name: 'bs16' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, runtimeSettings: { pod: { priority: 3000000000 } } },
    },
    code: 201,
    stored: {
      deletionPolicy: 'Delete',
      runtimeSettings: { pod: { priority: 3000000000 } },
      storage: { provider: 's3', s3: { bucket: 'b' } },
    },
  },
  {
    name: 'int64 1.5',
    object: { metadata: { name: 'bs20' }, spec: { storage: { provider: 's3', s3: { maxConnections: 1.5 } } } },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs20" is invalid: spec.storage.s3.maxConnections: Invalid value: "number": spec.storage.s3.maxConnections in body must be of type integer: "number"',
    fields: ['spec.storage.s3.maxConnections'],
  },
  {
    name: 'null object',
    object: { metadata: { name: 'bs22' }, spec: { storage: { provider: 's3', s3: null } } },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3' } },
  },
  {
    name: 'null scalar no default',
    object: { metadata: { name: 'bs23' }, spec: { storage: { provider: null, s3: { bucket: 'b' } } } },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { s3: { bucket: 'b' } } },
  },
  {
    name: 'null scalar with default',
    object: {
      metadata: { name: 'bs24' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, deletionPolicy: null },
    },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'null map value',
    object: {
      metadata: { name: 'bs25' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { pod: { nodeSelector: { a: null } } },
      },
    },
    code: 201,
    stored: {
      deletionPolicy: 'Delete',
      runtimeSettings: { pod: { nodeSelector: {} } },
      storage: { provider: 's3', s3: { bucket: 'b' } },
    },
  },
  {
    name: 'null array item',
    object: {
      metadata: { name: 'bs26' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, runtimeSettings: { pod: { tolerations: [null] } } },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs26" is invalid: spec.runtimeSettings.pod.tolerations[0]: Invalid value: "null": spec.runtimeSettings.pod.tolerations[0] in body must be of type object: "null"',
    fields: ['spec.runtimeSettings.pod.tolerations[0]'],
  },
  { name: 'spec null', object: { metadata: { name: 'bs27' }, spec: null }, code: 201, stored: null },
  { name: 'spec missing', object: { metadata: { name: 'bs28' } }, code: 201, stored: null },
  {
    name: 'spec array',
    object: { metadata: { name: 'bs29' }, spec: [] },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs29" is invalid: spec: Invalid value: "array": spec in body must be of type object: "array"',
    fields: ['spec'],
  },
  {
    name: 'unknown strict',
    object: { metadata: { name: 'bs30' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 } } },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: unknown field "spec.storage.foo"',
  },
  {
    name: 'unknown 2 strict',
    object: {
      metadata: { name: 'bs31', foo: 1 },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 },
        local: {},
        runtimeSettings: { container: { env: [{ name: 'a', valuefrom: {} }] } },
      },
      bogus: 1,
    },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: unknown field "metadata.foo", unknown field "bogus", unknown field "spec.local", unknown field "spec.runtimeSettings.container.env[0].valuefrom", unknown field "spec.storage.foo"',
  },
  {
    name: 'unknown warn',
    object: { metadata: { name: 'bs32', foo: 1 }, spec: { storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 } } },
    fieldValidation: 'Warn',
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
    warnings: ['unknown field "metadata.foo"', 'unknown field "spec.storage.foo"'],
  },
  {
    name: 'unknown default (no param)',
    object: { metadata: { name: 'bs33' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 } } },
    fieldValidation: null,
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
    warnings: ['unknown field "spec.storage.foo"'],
  },
  {
    name: 'unknown ignore',
    object: { metadata: { name: 'bs34' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 } } },
    fieldValidation: 'Ignore',
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'unknown strict AND schema error',
    object: {
      metadata: { name: 'bs35' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' }, foo: 1 }, default: 'x' },
    },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: unknown field "spec.storage.foo"',
  },
  {
    name: 'bad fieldValidation value',
    object: { metadata: { name: 'bs39' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    fieldValidation: 'Foo',
    code: 422,
    reason: 'Invalid',
    message:
      'CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "Foo": supported values: "", "Ignore", "Strict", "Warn"',
    fields: ['fieldValidation'],
  },
  {
    name: 'empty env list / empty obj kept',
    object: {
      metadata: { name: 'bs42' },
      spec: {
        storage: { provider: 's3', s3: { bucket: 'b' } },
        runtimeSettings: { container: { env: [] }, pod: { nodeSelector: {} } },
      },
    },
    code: 201,
    stored: {
      deletionPolicy: 'Delete',
      runtimeSettings: { container: { env: [] }, pod: { nodeSelector: {} } },
      storage: { provider: 's3', s3: { bucket: 'b' } },
    },
  },
  {
    name: 'usagePolicy {}',
    object: { metadata: { name: 'bs43' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, usagePolicy: {} } },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } }, usagePolicy: {} },
  },
  {
    name: 'usagePolicy.allowedNamespaces {} defaulting',
    object: {
      metadata: { name: 'bs44' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } }, usagePolicy: { allowedNamespaces: {} } },
    },
    code: 201,
    stored: {
      deletionPolicy: 'Delete',
      storage: { provider: 's3', s3: { bucket: 'b' } },
      usagePolicy: { allowedNamespaces: { from: 'Same' } },
    },
  },
  {
    name: 'name uppercase',
    object: { metadata: { name: 'Bad_Name' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    code: 422,
    reason: 'Invalid',
    message:
      "BackupStorage.storage.kubestash.com \"Bad_Name\" is invalid: metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    fields: ['metadata.name'],
  },
  {
    name: 'name empty',
    object: { metadata: { name: '' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "" is invalid: metadata.name: Required value: name or generateName is required',
    fields: ['metadata.name'],
  },
  {
    name: 'generateName',
    object: { metadata: { generateName: 'gen-' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'label bad value+key',
    object: {
      metadata: { name: 'bs49', labels: { 'a b': 'bad value!', 'x/y/z': 'v' } },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 422,
    reason: 'Invalid',
    message:
      "BackupStorage.storage.kubestash.com \"bs49\" is invalid: [metadata.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'), metadata.labels: Invalid value: \"bad value!\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?'), metadata.labels: Invalid value: \"x/y/z\": a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')]",
    fields: ['metadata.labels', 'metadata.labels', 'metadata.labels'],
  },
  {
    name: 'label value 64',
    object: {
      metadata: { name: 'bs50', labels: { a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 422,
    reason: 'Invalid',
    message:
      'BackupStorage.storage.kubestash.com "bs50" is invalid: metadata.labels: Invalid value: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no more than 63 characters',
    fields: ['metadata.labels'],
  },
  {
    name: 'label non-string',
    object: {
      metadata: { name: 'bs51', labels: { a: 1 } },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string',
  },
  {
    name: 'annotation bad key',
    object: {
      metadata: { name: 'bs52', annotations: { 'bad key': 'x' } },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 422,
    reason: 'Invalid',
    message:
      "BackupStorage.storage.kubestash.com \"bs52\" is invalid: metadata.annotations: Invalid value: \"bad key\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    fields: ['metadata.annotations'],
  },
  {
    name: 'kind wrong',
    object: { kind: 'Foo', metadata: { name: 'bs56' }, spec: { storage: { provider: 's3', s3: { bucket: 'b' } } } },
    code: 422,
    reason: 'Invalid',
    message: 'Foo.storage.kubestash.com "bs56" is invalid: kind: Invalid value: "Foo": must be BackupStorage',
    fields: ['kind'],
  },
  {
    name: 'apiVersion wrong',
    object: {
      apiVersion: 'v1',
      metadata: { name: 'bs57' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1" cannot be handled as a BackupStorage: strict decoding error: unknown field "spec"',
  },
  {
    name: 'status set on create (dropped)',
    object: {
      metadata: { name: 'bs58' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
      status: { bogus: 1 },
    },
    code: 400,
    reason: 'BadRequest',
    message:
      'BackupStorage in version "v1alpha1" cannot be handled as a BackupStorage: strict decoding error: unknown field "status.bogus"',
  },
  {
    name: 'status invalid on create',
    object: {
      metadata: { name: 'bs59' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
      status: { phase: 1 },
    },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'uid/creationTimestamp/resourceVersion set',
    object: {
      metadata: { name: 'bs60', uid: 'x', creationTimestamp: '2020-01-01T00:00:00Z' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'resourceVersion set',
    object: {
      metadata: { name: 'bs61', resourceVersion: '5' },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
  },
  {
    name: 'finalizer warn',
    object: {
      metadata: { name: 'bs62', finalizers: ['foo'] },
      spec: { storage: { provider: 's3', s3: { bucket: 'b' } } },
    },
    code: 201,
    stored: { deletionPolicy: 'Delete', storage: { provider: 's3', s3: { bucket: 'b' } } },
    warnings: [
      'metadata.finalizers: "foo": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers',
    ],
  },
];
