/** What the documentation tells people to write: its TypeScript compiles against the built package, its HTML uses what exists. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.join(root, '.cache/snippets');
const markdownIn = (below: string) =>
  readdirSync(path.join(root, below), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${below}/${name}`);
const FILES = ['README.md', 'llms.txt', 'llms-full.txt', ...markdownIn('docs')];

/** What a snippet may take from its host without saying where it is from. */
const AMBIENT = `
import type { BackupStorageList, DataSource } from 'backupstorage-elements';
declare global {
  const list: BackupStorageList;
  const router: { push(path: string): void };
  const route: { params: Record<'cluster', string> };
  const session: { token: string; id: string };
  const host: { fetch: typeof fetch };
  function myDataSource(options: { request: (url: string, init?: RequestInit) => Promise<Response> }): DataSource;
  function describe(title: string, body: () => void): void;
  function it(title: string, body: () => void | Promise<void>): void;
}
`;
const HOST_MODULES = `
declare module '@kinvolk/headlamp-plugin/lib' {
  export const ApiProxy: { clusterRequest(path: string, params?: object, query?: object): Promise<any> };
}
declare module '@openshift-console/dynamic-plugin-sdk' {
  export const consoleFetch: (url: string, options?: RequestInit, timeout?: number) => Promise<Response>;
}
declare module '@backstage/frontend-plugin-api' {
  export function useApi<T>(ref: { T: T }): T;
}
declare module '@backstage/plugin-kubernetes-react' {
  export const kubernetesApiRef: {
    T: { proxy(options: { clusterName: string; path: string; init?: RequestInit }): Promise<Response> };
  };
}
declare module '*.css';
`;

interface Fence {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

const fences: Fence[] = FILES.flatMap((file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].map((match) => ({
    place: `${file}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1]!,
    text: match[2]!,
  }));
});

describe('the snippets of the documentation', () => {
  it('in TypeScript compile as a host’s code would', function () {
    this.timeout(120_000);
    // A framework's component is the source of an app in test/embedding, and compiled there.
    const snippets = fences.filter(({ language, text }) => language === 'ts' && !text.includes("'@angular/core'"));
    expect(snippets).to.have.length.above(10);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const names = snippets.map(({ place, text }) => {
      const name = `${place.replace(/\W+/g, '-')}.ts`;
      writeFileSync(path.join(folder, name), `${text}\nexport {};\n`);
      return name;
    });
    writeFileSync(path.join(folder, 'ambient.d.ts'), AMBIENT);
    writeFileSync(path.join(folder, 'host-modules.d.ts'), HOST_MODULES);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
    };
    const files = [...names, 'ambient.d.ts', 'host-modules.d.ts'];
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const tsc = path.join(root, 'node_modules/@typescript/native/bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    expect(stdout).to.equal('');
    expect(status).to.equal(0);
  });

  it('in HTML use tags and attributes that exist', () => {
    const { elements } = JSON.parse(readFileSync(path.join(root, 'backupstorage-elements.json'), 'utf8')) as {
      elements: { tag: string; properties: { attribute?: string }[] }[];
    };
    const known = new Map(elements.map(({ tag, properties }) => [tag, properties.map(({ attribute }) => attribute)]));
    const used = fences
      .filter(({ language }) => language === 'html')
      .flatMap(({ place, text }) =>
        [...text.matchAll(/<(backupstorage-[\w-]+)([^>]*)>/g)].map(([, tag, rest]) => ({
          place,
          tag: tag!,
          rest: rest!,
        })),
      );
    expect(used).to.have.length.above(3);
    for (const { place, tag, rest } of used) {
      expect(known.has(tag), `${place}: <${tag}>`).to.equal(true);
      for (const [, attribute] of rest.matchAll(/([\w-]+)(?:="[^"]*")?/g))
        expect(known.get(tag), `${place}: <${tag} ${attribute}>`).to.include(attribute);
    }
  });

  it('name files that are there', () => {
    for (const file of ['llms.txt', 'README.md']) {
      const links = [...readFileSync(path.join(root, file), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)\)/g)];
      expect(links).to.have.length.above(5);
      for (const [, target] of links) expect(existsSync(path.join(root, target!)), target).to.equal(true);
    }
  });
});
