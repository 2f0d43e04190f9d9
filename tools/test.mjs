// `npm test`: every suite, then the real counts on one line. A suite that reports no test at all is a failure.
// `npm test -- unit` runs one suite, `npm test -- embedding` the one that is run only when it is asked for; `npm test -- --watch` hands over to the browser runner.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFirefox } from './engines/firefox.mjs';
import { findWebKit } from './engines/webkit.mjs';
import { findBrowser } from './find-browser.mjs';

const bin = (name) => path.join('node_modules', '.bin', name);
const mocha = (...files) => [
  bin('mocha'),
  // A suite that failed half-way must end, whatever it has left open.
  [
    '--exit',
    '--node-option',
    'import=tsx',
    '--reporter',
    './tools/mocha-count-reporter.cjs',
    '--timeout',
    '60000',
    ...files,
  ],
];

const wtr = (engine) => [bin('wtr'), ['--config', `web-test-runner.${engine}.config.js`]];

const suites = {
  unit: { title: 'Pure floors in Node', command: mocha('test/unit/**/*.test.ts') },
  node: { title: 'Workshop and Node-only tests', command: mocha('test/node/**/*.test.ts'), build: true },
  browser: { title: 'Pure floors and elements in Chromium', command: [bin('wtr'), []] },
  // Other engines take as long as everything else together: they are asked for by name.
  firefox: { title: 'Elements in Firefox', command: wtr('firefox'), needs: () => findFirefox(), onlyWhenAsked: true },
  webkit: { title: 'Elements in WebKitGTK', command: wtr('webkit'), needs: () => findWebKit(), onlyWhenAsked: true },
  cluster: { title: 'A real cluster, when there is one', command: mocha('test/cluster/**/*.test.ts') },
  e2e: { title: 'The built files in Chromium, as a user', command: mocha('test/e2e/**/*.test.ts'), build: true },
  journey: {
    title: 'Whole journeys in Chromium, Firefox and WebKitGTK',
    command: mocha('test/journey/**/*.test.ts'),
    build: true,
    onlyWhenAsked: true,
  },
  // Installs what React, Vue, Svelte and Angular apps are made with, so it is not part of a plain `npm test`.
  embedding: {
    title: 'Apps of other frameworks, with the packed package',
    command: mocha('test/embedding/*.test.ts'),
    build: true,
    onlyWhenAsked: true,
  },
};

const asked = process.argv.slice(2).filter((word) => word in suites);
const rest = process.argv.slice(2).filter((word) => !(word in suites));
if (rest.length > 0) {
  console.error(`Unknown suite ${rest.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

process.env.CHROME_PATH = await findBrowser();
if (run('npm', ['run', '--silent', 'generate']) !== 0) process.exit(1);

const folder = mkdtempSync(path.join(tmpdir(), 'counts-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
let built;
const usual = Object.keys(suites).filter((name) => !suites[name].onlyWhenAsked);
for (const name of asked.length > 0 ? asked : usual) {
  const { title, command, build, needs } = suites[name];
  console.log(`\n=== ${title} (${name})`);
  if (needs && !needs()) {
    // Who has no such browser can work all the same; where nobody reads what a green run left out, it is a failure.
    const failed = process.env.CI === 'true' ? 1 : 0;
    console.log(`\n*** ${title}: SKIPPED, because the browser is not installed and could not be installed. ***\n`);
    total.failed += failed;
    total.skipped += 1 - failed;
    lines.push(`${name.padEnd(8)} the browser is missing: ${failed ? 'failed, because this is CI' : 'SKIPPED'}`);
    continue;
  }
  const file = path.join(folder, `${name}.json`);
  // Once for all suites that look at what is published.
  if (build) built ??= run('npm', ['run', '--silent', 'build']);
  const once = () => {
    const status = (build && built) || run(command[0], command[1], { TEST_COUNTS: file });
    try {
      return { status, counts: JSON.parse(readFileSync(file, 'utf8')) };
    } catch {
      // No count: the suite did not get as far as its reporter, which the status says too.
      return { status, counts: { passed: 0, failed: 0, skipped: 0 } };
    }
  };
  let { status, counts } = once();
  // Seen once on a busy machine: the development server could not resolve a package that was there. A test that ran and
  // failed is never tried again.
  if (counts.unloaded > 0 && counts.unloaded === counts.failed) {
    console.log(`\n*** ${counts.unloaded} test files could not be loaded; the suite is run once more. ***\n`);
    ({ status, counts } = once());
  }
  // Only the cluster's suite may have nothing to run; it says so loudly.
  const ran = counts.passed + counts.failed;
  if (ran === 0 && !(name === 'cluster' && counts.skipped > 0)) counts.failed = 1;
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  lines.push(`${name.padEnd(9)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
}
rmSync(folder, { recursive: true });
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
