import type { FieldWords } from '../../locales/index.js';
import { SECRET_KEYS, type Provider } from '../../model/providers.js';
import type { FieldHint, FormOverlay, GroupHint, PanelHint, ProviderOverlay, SecretKeyHint } from '../form/overlay.js';
import type { FieldPath } from '../types.js';

type FieldRules = Omit<FieldHint, 'path' | 'label' | 'help' | 'placeholder'>;

const made = new WeakMap<FieldWords, FormOverlay>();

/** The form of a BackupStorage in the words of a language: the same object for the same words. */
export function backupStorageOverlay(words: FieldWords): FormOverlay {
  let overlay = made.get(words);
  if (!overlay) made.set(words, (overlay = new OverlayWriter(words).overlay()));
  return overlay;
}

/** The order is that of KubeStash's own guide, as the English labels are, because that is what users look for. */
class OverlayWriter {
  constructor(private readonly words: FieldWords) {}

  overlay(): FormOverlay {
    const { deletionPolicyOptions } = this.words;
    return {
      basic: [
        this.#field(['metadata', 'namespace'], { required: true }),
        this.#field(['metadata', 'name'], { required: true }),
        this.#field(['spec', 'deletionPolicy'], { required: true, options: deletionPolicyOptions }),
        this.#field(['spec', 'runtimeSettings', 'pod', 'securityContext', 'runAsUser']),
      ],
      providers: { azure: this.#azure(), s3: this.#s3(), gcs: this.#gcs(), local: this.#local() },
      groups: this.#groups(),
    };
  }

  #azure(): ProviderOverlay {
    return {
      label: this.words.providerLabels.azure,
      secretKeys: this.#secretKeys('azure'),
      authFields: [this.#in('azure', 'storageAccount', { required: true })],
      credentialLess: this.words.credentialLess.azure,
      panels: [
        this.#spec(
          this.#in('azure', 'container', { required: true }),
          this.#in('azure', 'maxConnections'),
          this.#in('azure', 'prefix'),
        ),
      ],
    };
  }

  #s3(): ProviderOverlay {
    return {
      label: this.words.providerLabels.s3,
      secretKeys: this.#secretKeys('s3'),
      authFields: [],
      credentialLess: this.words.credentialLess.s3,
      panels: [
        this.#spec(
          this.#in('s3', 'insecureTLS', { switch: true }),
          this.#in('s3', 'bucket', { required: true }),
          this.#in('s3', 'endpoint', { required: true, check: (value) => this.#checkEndpoint(value) }),
          this.#in('s3', 'prefix'),
          this.#in('s3', 'region', { required: true }),
        ),
      ],
    };
  }

  #gcs(): ProviderOverlay {
    return {
      label: this.words.providerLabels.gcs,
      secretKeys: this.#secretKeys('gcs'),
      authFields: [],
      credentialLess: this.words.credentialLess.gcs,
      panels: [
        this.#spec(
          this.#in('gcs', 'bucket', { required: true }),
          this.#in('gcs', 'maxConnections'),
          this.#in('gcs', 'prefix'),
        ),
      ],
    };
  }

  #local(): ProviderOverlay {
    const { fieldLabels, fieldHelps, panelTitles, providerLabels } = this.words;
    const volume = ['spec', 'storage', 'local'];
    return {
      label: providerLabels.local,
      authFields: [],
      panels: [
        this.#spec(
          this.#in('local', 'mountPath', { required: true, check: (value) => this.#checkAbsolutePath(value) }),
          this.#in('local', 'subPath'),
        ),
        {
          title: panelTitles.volume,
          fields: [],
          choice: {
            path: volume,
            label: fieldLabels['spec.storage.local'],
            help: fieldHelps['spec.storage.local'],
            first: ['persistentVolumeClaim', 'nfs', 'hostPath'],
            fields: [
              this.#in('local', 'persistentVolumeClaim'),
              this.#in('local', 'persistentVolumeClaim.claimName', { required: true }),
              this.#in('local', 'persistentVolumeClaim.readOnly', { switch: true }),
              this.#in('local', 'emptyDir'),
            ],
          },
        },
      ],
    };
  }

  #groups(): readonly GroupHint[] {
    const allowed = ['spec', 'usagePolicy', 'allowedNamespaces'];
    const from = [...allowed, 'from'];
    return [
      this.#group('usage-policy', [
        this.#field(from, { options: this.words.allowedNamespacesOptions }),
        this.#field([...allowed, 'selector'], { when: { path: from, equals: 'Selector' } }),
      ]),
      this.#group('default-storage', [this.#field(['spec', 'default'], { switch: true })]),
      {
        ...this.#group('runtime-settings', [
          this.#field(['spec', 'runtimeSettings', 'pod']),
          this.#field(['spec', 'runtimeSettings', 'container']),
        ]),
        filter: true,
      },
    ];
  }

  #group(id: keyof FieldWords['groupHelps'], fields: readonly FieldHint[]): GroupHint {
    return { id, title: this.words.groupTitles[id], help: this.words.groupHelps[id], fields };
  }

  #spec(...fields: FieldHint[]): PanelHint {
    return { title: this.words.panelTitles.spec, fields };
  }

  #in(provider: Provider, field: string, rules: FieldRules = {}): FieldHint {
    return this.#field(['spec', 'storage', provider, ...field.split('.')], rules);
  }

  /** What the catalogue says of a field: of some it says nothing, and the schema does. */
  #field(path: FieldPath, rules: FieldRules = {}): FieldHint {
    const id = path.join('.');
    const said = (texts: Readonly<Record<string, string>>) => (Object.hasOwn(texts, id) ? texts[id] : undefined);
    const { fieldLabels, fieldHelps, fieldExamples } = this.words;
    const [label, help, placeholder] = [said(fieldLabels), said(fieldHelps), said(fieldExamples)];
    return {
      path,
      ...(label === undefined ? {} : { label }),
      ...(help === undefined ? {} : { help }),
      ...(placeholder === undefined ? {} : { placeholder }),
      ...rules,
    };
  }

  /** The model knows the keys; here are their labels and helps. */
  #secretKeys(provider: Provider): SecretKeyHint[] {
    const labels: Readonly<Record<string, string>> = this.words.secretKeyLabels;
    const helps: Readonly<Record<string, string>> = this.words.secretKeyHelps;
    return SECRET_KEYS[provider].map((key) => ({
      ...key,
      label: labels[key.key] ?? key.key,
      help: helps[key.key] ?? '',
    }));
  }

  /** The storage client refuses an endpoint without a scheme, but only when the storage is initialised. */
  #checkEndpoint(value: unknown): string | undefined {
    return /^https?:\/\/[^/\s]/.test(String(value)) ? undefined : this.words.endpointNoUrl;
  }

  #checkAbsolutePath(value: unknown): string | undefined {
    return String(value).startsWith('/') ? undefined : this.words.mountPathRelative;
  }
}
