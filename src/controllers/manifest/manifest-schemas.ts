import type { DataSource } from '../../data-source/types.js';
import type { KindName, KnownKind, SchemaOf } from '../../manifest/assist-kinds.js';
import { apiVersionOf, BACKUP_STORAGES, resourceTypeOf } from '../../model/resources.js';
import type { StructuralSchema } from '../../schema/types.js';

/**
 * The schemas of the kinds that a manifest holds: the cluster's own, or ours. Each is loaded when it is first asked for,
 * and until it has come nothing is known of its kind.
 */
export class ManifestSchemas {
  #source: DataSource | undefined;
  #kinds = new Map<string, KnownKind | undefined>();
  /** Another function when more is known, so that whoever has asked asks again. */
  #schemaOf: SchemaOf = (object) => this.#find(object);

  /** `isWanted`: whether somebody sees what the schemas are for. */
  constructor(
    private readonly isWanted: () => boolean,
    private readonly onLoad: () => void,
  ) {}

  /** Whom to ask. */
  set source(source: DataSource | undefined) {
    if (source === this.#source) return;
    this.#source = source;
    this.#kinds = new Map();
    this.#renew();
  }

  get schemaOf(): SchemaOf {
    return this.#schemaOf;
  }

  #find({ apiVersion, kind }: Partial<KindName>): KnownKind | undefined {
    if (!apiVersion || !kind) return undefined;
    const key = `${apiVersion} ${kind}`;
    if (!this.#kinds.has(key) && this.isWanted()) {
      this.#kinds.set(key, undefined);
      void this.#load(key, { apiVersion, kind }, this.#kinds);
    }
    return this.#kinds.get(key);
  }

  async #load(key: string, name: KindName, kinds: Map<string, KnownKind | undefined>): Promise<void> {
    const schema = await this.#schemaFor(name);
    if (!schema || kinds !== this.#kinds) return;
    const { loadValidator } = await import('../../schema/validator.js');
    const validate = await loadValidator(schema);
    if (kinds !== this.#kinds) return;
    kinds.set(key, { schema, validate });
    this.#renew();
    this.onLoad();
  }

  async #schemaFor(name: KindName): Promise<StructuralSchema | undefined> {
    const type = resourceTypeOf(name);
    try {
      // Of built-in kinds enough is known, and their document is by far the largest.
      const answer = type && type.group !== '' ? await this.#source?.schema?.(type) : undefined;
      if (answer) return answer.openAPIV3Schema as StructuralSchema;
    } catch {
      // Ours serves; of other kinds nothing is known then.
    }
    const isStorage = name.kind === BACKUP_STORAGES.kind && name.apiVersion === apiVersionOf(BACKUP_STORAGES);
    return isStorage ? (await import('../../schema/bundled/backup-storage.js')).backupStorageSchema() : undefined;
  }

  #renew(): void {
    this.#schemaOf = (object) => this.#find(object);
  }
}
