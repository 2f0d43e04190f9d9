import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// The floors of docs/architecture.md, from the ground up. A folder imports only from its own floor's folder and from
// those below it; `beside` names a folder of the same floor that may be imported too.
const FLOORS = [
  { folders: ['model', 'locales'] },
  { folders: ['schema', 'samples'] },
  { folders: ['data-source'] },
  { folders: ['manifest'] },
  { folders: ['controllers'] },
  { folders: ['elements'] },
  { folders: ['define'] },
];

const UI_PACKAGES = ['lit', 'lit/*', '@lit/*', 'codemirror', '@codemirror/*', '@lezer/*'];
// Controllers may know Lit's ReactiveController protocol, tasks and contexts, but nothing of markup.
const MARKUP = ['lit', 'lit/*', '@lit/*', '!@lit/task', '!@lit/context', 'codemirror', '@codemirror/*', '@lezer/*'];
const BUILTINS = ['node:*', '@kubernetes/client-node', 'undici'];

const boundaries = FLOORS.flatMap(({ folders }, floor) =>
  folders.map((folder) => {
    const above = FLOORS.slice(floor + 1).flatMap((upper) => upper.folders);
    const beside = folders.filter((other) => other !== folder);
    const forbidden = [...above, ...beside, 'gateway'].flatMap((name) => [`**/${name}/**`, `../${name}.js`]);
    const packages = floor < 4 ? UI_PACKAGES : folder === 'controllers' ? MARKUP : [];
    const patterns = [
      { group: ['**/define.js', ...forbidden], message: `src/${folder} imports only from floors below it.` },
    ];
    if (packages.length > 0)
      patterns.push({
        group: packages,
        allowTypeImports: folder === 'controllers',
        message: `src/${folder} knows no markup.`,
      });
    patterns.push({ group: BUILTINS, message: 'Browser code imports no Node module.' });
    return {
      files: [`src/${folder}/**/*.ts`],
      // The kubeconfig adapter is the one Node-only entry of the data layer.
      ignores: ['src/data-source/kubeconfig.ts'],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
    };
  }),
);

// Node's part: it has the data layer and the model below it, and no browser code imports it.
const GATEWAY = ['schema', 'samples', 'manifest', 'controllers', 'elements', 'define'].map((name) => `**/${name}/**`);
boundaries.push({
  files: ['src/gateway/**/*.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group: ['**/define.js', ...GATEWAY, ...UI_PACKAGES], message: 'src/gateway is Node’s part.' }] },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist',
      'storybook-static',
      'coverage',
      'node_modules',
      'src/schema/bundled/generated',
      '.cache',
      'test/embedding/*/',
      'bench/.out',
      // What the vendors' builds make.
      'examples/*/dist',
      'examples/*/dist-pkg',
      'examples/*/host/dist',
    ],
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'stories/**/*.ts', '.storybook/*.ts'],
    extends: [
      tseslint.configs.recommended,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      { plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
    ],
    rules: {
      // chai's `expect(x).to.be.true` is an expression.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `typeof import()` names the type of a module that is loaded on demand.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'lit/no-legacy-imports': 'error',
      // A native checkbox as a switch tells its state itself; aria-checked is forbidden on it (ARIA in HTML).
      'lit-a11y/role-has-required-aria-attrs': 'off',
      'lit/no-template-map': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  ...boundaries,
);
