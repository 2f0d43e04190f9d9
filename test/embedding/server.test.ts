/** Rendering on a server: a page of React's, and Lit's own renderer, with the package as it would be published. */
import { expect } from 'chai';
import { pack } from '../../tools/pack.mjs';
import { APPS, bin, install, node } from './apps.js';

const TAGS = ['create-form', 'data-source', 'detail', 'list', 'manifest-preview'].map(
  (name) => `backupstorage-${name}`,
);

describe('rendering on a server', () => {
  let tarball: string;

  before(function () {
    this.timeout(60_000);
    ({ tarball } = pack('pack-server'));
  });

  it('gives React’s page the tag, for the browser to bring to life', function () {
    this.timeout(300_000);
    const app = APPS.find(({ name }) => name === 'react')!;
    const installed = install(app, tarball);
    expect(installed.status, installed.output).to.equal(0);
    const built = bin(app, [
      'vite',
      'build',
      '--logLevel',
      'warn',
      '--ssr',
      'src/server.tsx',
      '--outDir',
      'dist-server',
    ]);
    expect(built.status, built.output).to.equal(0);
    const { status, output } = node(app, 'dist-server/server.js');
    expect(output).to.match(/^<backupstorage-list\b[^<]*><\/backupstorage-list><output><\/output>$/);
    expect(status).to.equal(0);
  });

  it('works with Lit’s renderer, for every element', function () {
    this.timeout(300_000);
    const app = { name: 'ssr' };
    const installed = install(app, tarball);
    expect(installed.status, installed.output).to.equal(0);
    const { status, output } = node(app, 'render.js');
    expect(status, output).to.equal(0);
    for (const tag of TAGS) expect(output).to.match(new RegExp(`<${tag}\\b[^>]*><template shadowroot`));
  });
});
