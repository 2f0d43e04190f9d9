/** The lint rule that holds the floors apart: it must say no to each kind of step upwards. */
import { expect } from 'chai';
import { ESLint } from 'eslint';

const eslint = new ESLint();

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages
    .filter(({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports')
    .map(({ message }) => message);
}

describe('the floors of docs/architecture.md', () => {
  const FORBIDDEN: Readonly<Record<string, [file: string, imported: string]>> = {
    'model → schema': ['src/model/size.ts', '../schema/types.js'],
    'model → locales': ['src/model/size.ts', '../locales/index.js'],
    'schema → data-source': ['src/schema/prune.ts', '../data-source/errors.js'],
    'data-source → manifest': ['src/data-source/errors.ts', '../manifest/json.js'],
    'data-source (a folder deeper) → controllers': ['src/data-source/live/feed.ts', '../../controllers/row-view.js'],
    'manifest → controllers': ['src/manifest/draft.ts', '../controllers/row-view.js'],
    'controllers → elements': ['src/controllers/row-view.ts', '../elements/base-element.js'],
    'elements → define': ['src/elements/base-element.ts', '../define/backupstorage-list.js'],
    'elements → define.ts': ['src/elements/base-element.ts', '../define.js'],
    'model → lit': ['src/model/size.ts', 'lit'],
    'data-source → a part of lit': ['src/data-source/errors.ts', 'lit/directives/repeat.js'],
    'manifest → the editor': ['src/manifest/parse.ts', '@codemirror/view'],
    'controllers → markup': ['src/controllers/row-view.ts', 'lit'],
    'controllers → the editor': ['src/controllers/row-view.ts', 'codemirror'],
    'data-source → gateway': ['src/data-source/kubernetes.ts', '../gateway/gateway.js'],
    'elements → gateway': ['src/elements/base-element.ts', '../gateway/gateway.js'],
    'gateway → elements': ['src/gateway/gateway.ts', '../elements/base-element.js'],
    'gateway → lit': ['src/gateway/gateway.ts', 'lit'],
    'browser code → Node': ['src/data-source/transport.ts', 'node:http'],
    'browser code → the Kubernetes client': ['src/data-source/kubernetes.ts', '@kubernetes/client-node'],
  };
  for (const [step, [file, imported]] of Object.entries(FORBIDDEN))
    it(`forbid ${step}`, async () => {
      expect(await faults(file, `import { x } from '${imported}';\nexport const y = x;\n`)).to.have.lengthOf(1);
    });

  const ALLOWED: Readonly<Record<string, [file: string, line: string]>> = {
    'elements → model': ['src/elements/base-element.ts', "import { x } from '../model/size.js';"],
    'controllers → tasks': ['src/controllers/row-view.ts', "import { Task as x } from '@lit/task';"],
    'controllers → the types of lit': [
      'src/controllers/row-view.ts',
      "import type { ReactiveController as x } from 'lit';",
    ],
    'gateway → Node': ['src/gateway/gateway.ts', "import x from 'node:http';"],
    'the kubeconfig adapter → Node': ['src/data-source/kubeconfig.ts', "import x from 'node:https';"],
  };
  for (const [step, [file, line]] of Object.entries(ALLOWED))
    it(`allow ${step}`, async () => {
      const use = line.startsWith('import type') ? 'export type Y = x;' : 'export const y = x;';
      expect(await faults(file, `${line}\n${use}\n`)).to.deep.equal([]);
    });
});
