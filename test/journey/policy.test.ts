/**
 * Everything that an element can show, under the Content-Security-Policy of docs/security.md. What the policy forbids, and
 * whatever the console says, fails the test that was at it (rig.ts).
 */
import { expect } from 'chai';
import { CSP } from '../../src/gateway/headers.js';
import { inEveryEngine } from './rig.js';

const SECRET = 'dummy-secret-access-key-7f3a';
const AWS_FILE = `[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${SECRET}\n`;

inEveryEngine('under the strict policy', (journey, name) => {
  it('is the documented policy, and it is in force', async () => {
    const { user, engine } = journey;
    const { headers } = await fetch(journey.at(''));
    expect(headers.get('Content-Security-Policy')).to.equal(CSP);
    expect(CSP).to.contain(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
    );
    expect(CSP).to.match(/; require-trusted-types-for 'script'; trusted-types lit-html$/);
    await user.open(journey.at('#/backupstorages'));
    await user.sees('minio-tls');
    // The watch itself: an inline style, and a string where markup goes, are seen.
    await engine.page.evaluate(`document.body.setAttribute('style', 'color: red')`);
    await engine.page.evaluate(`(() => { try { document.createElement('p').innerHTML = '<b>x</b>'; } catch {} })()`);
    // Firefox ESR 140 has no Trusted Types, and takes the string.
    const hasTypes = (await engine.page.evaluate(`'trustedTypes' in globalThis`)) as boolean;
    const expected = [
      /^style-src-attr: inline/,
      ...(hasTypes ? [/^require-trusted-types-for: trusted-types-sink/] : []),
    ];
    const seen = await user.until(async () => {
      const all = await user.violations();
      return all.length >= expected.length ? all : undefined;
    }, 'the violations');
    expected.forEach((pattern, index) => expect(seen[index]).to.match(pattern));
    if (engine.said) expect(engine.said.splice(0), `${name} says so`).to.not.be.empty;
    await user.open('about:blank');
    await user.open(journey.at('#/backupstorages'));
    await user.sees('minio-tls');
  });

  it('shows the list, its facets, its columns and the reason of a status', async () => {
    const { user } = journey;
    await user.open(journey.at('#/backupstorages'));
    await user.sees('minio-tls');
    await user.click('button', 'GCS 3');
    await user.until(async () => (await user.rows()).length === 3, 'its rows');
    await user.click('button', 'Clear filters');
    await user.click('button', 'Columns');
    await user.click('checkbox', 'Age');
    await user.press('Escape');
    await user.pointAt('words', 'NotReady');
    const reason = await user.until(() => user.floating(), 'the reason');
    expect(reason).to.contain('PutObject');
    await user.click('button', 'Status');
    await user.enter('Filter', 'nothing has this name', 'searchbox');
    await user.click('button', 'Clear filter');
    await user.sees('minio-tls');
  });

  it('shows a storage: sizes, tables, manifest, and what can be done to it', async () => {
    const { user, engine } = journey;
    await user.open(journey.at('#/backupstorages/backup-system/aws-primary'));
    await user.sees('Size by repository');
    await user.click('button', 'Check keys');
    await user.click('tab', 'Manifest');
    await user.sees('uid:');
    await user.click('radio', 'JSON');
    await user.sees('"uid"');
    await user.click('button', 'Copy');
    await user.sees('Copied');
    await user.click('button', 'Download');
    if (engine.said)
      await user.until(async () => Object.keys(await engine.downloads()).includes('aws-primary.json'), 'the file');
    for (const [action, words] of [
      ['Rotate credentials', 'Rotate the credentials of aws-primary'],
      ['Delete', 'Delete aws-primary?'],
    ] as const) {
      await user.click('button', action);
      await user.sees(words);
      await user.press('Escape');
    }
    await user.click('button', 'Edit');
    await user.click('button', 'Cancel');
  });

  it('shows the form of every provider, and takes credentials that are dropped and pasted', async () => {
    const { user } = journey;
    await user.open(journey.at('#/create'));
    for (const [provider, field] of [
      ['Azure', 'Account Name'],
      ['GCS', 'Google Project ID'],
      ['Local', 'Mount Path'],
      ['S3', 'End Point'],
    ] as const) {
      await user.choose('Provider', provider);
      await user.sees(field);
    }
    expect(await user.give('drop', 'AWS Access Key ID', AWS_FILE)).to.equal(true);
    await user.sees('Filled in: AWS Access Key ID, AWS Secret Access Key');
    await user.click('button', 'Undo');
    expect(await user.give('paste', 'AWS Secret Access Key', AWS_FILE)).to.equal(true);
    await user.sees('Filled in: AWS Access Key ID, AWS Secret Access Key');
    await user.click('button', 'Show AWS Secret Access Key');
    await user.click('button', 'Labels & Annotations');
    await user.click('button', 'Preview');
    await user.sees('Name is required.');
  });

  it('shows all of the editor: completion, help, search, problems, the ways to take it away', async () => {
    const { user, engine } = journey;
    await user.open(journey.at('#/create'));
    await user.choose('Namespace', 'demo');
    await user.enter('Name', 'my-storage');
    await user.choose('Provider', 'S3');
    await user.give('paste', 'AWS Access Key ID', AWS_FILE);
    await user.enter('Bucket', 'e2e');
    await user.enter('End Point', 'https://minio.storage.svc:9000');
    await user.enter('Region', 'us-east-1');
    await user.click('button', 'Preview');
    await user.click('textbox', 'Manifest as YAML');
    await user.press('End', 'Control');
    await user.type('  default: ');
    await user.press(' ', 'Control');
    await user.seesExactly('true');
    await user.press('Escape');
    await user.type('perhaps');
    await user.sees('must be of type boolean');
    await user.press('F8');
    await user.until(async () => (await user.floating())?.includes('must be of type boolean'), 'the problem');
    await user.press('Escape');
    await user.press('i', 'Control');
    await user.sees('spec.default');
    await user.press('Escape');
    await user.press('f', 'Control');
    await user.sees('Match case');
    await user.type('bucket');
    await user.press('Enter');
    await user.press('Escape');
    await user.pointAt('words', 'bucket');
    await user.sees('spec.storage.s3.bucket');
    await user.press('End', 'Control');
    for (let letter = 0; letter < 'perhaps'.length; letter++) await user.press('Backspace');
    await user.type('true');
    await user.sees('The server accepts this');
    await user.click('button', 'Copy');
    await user.sees('Copied');
    await user.click('button', 'Download');
    if (engine.said) {
      const look = async () => Object.entries(await engine.downloads()).find(([file]) => file.startsWith('my-storage'));
      const [, text] = await user.until(look, 'the file');
      expect(text).to.contain('bucket: e2e').and.not.to.contain(SECRET);
    }
  });
});
