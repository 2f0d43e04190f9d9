/**
 * The conformance kit against a cluster that is not ours: each check gets namespaces of its own, which are deleted after
 * it. What the checks call `one` and `two` are those; other people's objects are kept out of their sight.
 */
import { randomBytes } from 'node:crypto';
import type { ConformanceHarness, MakeHarness } from '../../src/data-source/conformance/index.js';
import type { DataSource, ListOptions, ObjectKey, WatchEvent, WatchOptions } from '../../src/data-source/types.js';
import { NAMESPACES, resourceTypeOf, type ResourceType } from '../../src/model/resources.js';
import type { KubernetesObject } from '../../src/model/types.js';

export function realCluster(connect: () => DataSource): MakeHarness {
  return async (setup): Promise<ConformanceHarness | { skip: string }> => {
    if (setup.rules) return { skip: 'the rights of the user of a real cluster are what they are' };
    if (setup.objects.some(({ metadata }) => metadata?.resourceVersion || metadata?.uid || metadata?.finalizers))
      return { skip: 'a real cluster gives these parts of the metadata itself' };
    if (setup.objects.length > 100) return { skip: 'too many objects for a cluster that others use' };
    const cluster = new Borrowed(connect());
    for (const object of setup.objects) await cluster.put(object);
    return {
      source: cluster.source,
      put: (object) => cluster.put(object),
      remove: (type, key) => cluster.source.delete!(type, key),
      dispose: () => cluster.dispose(),
    };
  };
}

class Borrowed {
  readonly source: DataSource;
  readonly #prefix = `bse-${randomBytes(4).toString('hex')}-`;
  readonly #made = new Set<string>();

  constructor(private readonly real: DataSource) {
    this.source = this.#wrapped();
  }

  async put<T extends KubernetesObject>(object: T): Promise<T> {
    const { namespace, name = '' } = object.metadata ?? {};
    if (object.kind === NAMESPACES.kind) return (await this.#namespace(name), object);
    if (namespace !== undefined) await this.#namespace(namespace);
    const { object: stored } = await this.real.apply!(typeOf(object), this.#out(object), {
      fieldManager: 'backupstorage-elements-conformance',
      force: true,
    });
    return this.#in(stored);
  }

  async dispose(): Promise<void> {
    for (const name of this.#made) await this.real.delete!(NAMESPACES, { name }).catch(() => {});
    this.real.dispose?.();
  }

  async #namespace(name: string): Promise<void> {
    const real = this.#prefix + name;
    if (this.#made.has(real)) return;
    this.#made.add(real);
    await this.real.create!(NAMESPACES, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: real } });
  }

  #wrapped(): DataSource {
    const { real } = this;
    const key = ({ namespace, ...rest }: ObjectKey): ObjectKey => ({
      ...rest,
      ...(namespace === undefined ? {} : { namespace: this.#prefix + namespace }),
    });
    const scope = <O extends ListOptions | WatchOptions>(options: O): O =>
      options.namespace ? { ...options, namespace: this.#prefix + options.namespace } : options;
    const source: DataSource = {
      list: async (type, options = {}) => {
        const page = await real.list<never>(type, scope(options));
        return { ...page, items: page.items.filter((item) => this.#isOurs(type, item)).map((item) => this.#in(item)) };
      },
      get: async (type, at, options) => this.#in(await real.get(type, key(at), options)),
      watch: (type, options) => this.#watch(type, scope(options)),
      create: async (type, object, options) => {
        const result = await real.create!(type, this.#out(object), options);
        return { ...result, object: this.#in(result.object) };
      },
      apply: async (type, object, options) => {
        const result = await real.apply!(type, this.#out(object), options);
        return { ...result, object: this.#in(result.object) };
      },
      patch: async (type, at, patch, options) => {
        const result = await real.patch!<never>(type, key(at), patch, options);
        return { ...result, object: this.#in(result.object) };
      },
      delete: (type, at, options) => real.delete!(type, key(at), options),
    };
    if (real.schema) source.schema = real.schema.bind(real);
    return source;
  }

  async *#watch<T extends KubernetesObject>(type: ResourceType, options: WatchOptions): AsyncGenerator<WatchEvent<T>> {
    for await (const event of this.real.watch!<T>(type, options)) {
      if (event.type === 'BOOKMARK') yield event;
      else if (this.#isOurs(type, event.object)) yield { ...event, object: this.#in(event.object) };
    }
  }

  #isOurs(type: ResourceType, { metadata }: KubernetesObject): boolean {
    return !type.namespaced || (metadata?.namespace?.startsWith(this.#prefix) ?? false);
  }

  #out<T extends KubernetesObject>(object: T): T {
    const namespace = object.metadata?.namespace;
    if (namespace === undefined) return object;
    return { ...object, metadata: { ...object.metadata, namespace: this.#prefix + namespace } };
  }

  #in<T extends KubernetesObject>(object: T): T {
    const namespace = object.metadata?.namespace;
    if (!namespace?.startsWith(this.#prefix)) return object;
    return { ...object, metadata: { ...object.metadata, namespace: namespace.slice(this.#prefix.length) } };
  }
}

function typeOf(object: KubernetesObject): ResourceType {
  const type = resourceTypeOf(object);
  if (!type) throw new Error(`No resource type for ${object.apiVersion} ${object.kind}`);
  return type;
}
