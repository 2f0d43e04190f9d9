import { expect } from 'chai';
import { DataSourceError, errorFromStatus, toDataSourceError } from '../../../src/data-source/errors.js';
import { kubernetesDataSource } from '../../../src/data-source/kubernetes.js';
import { restDataSource } from '../../../src/data-source/rest.js';
import { faultWords, requestFault, saidOf, type RequestFault } from '../../../src/data-source/request-faults.js';
import { withOutcome } from '../../../src/data-source/with-outcome.js';
import { formatsOf } from '../../../src/locales/formats.js';
import { common as german } from '../../../src/locales/de/common.js';
import { requestFaults } from '../../../src/locales/en/request-faults.js';
import { BACKUP_STORAGES, SECRETS } from '../../../src/model/resources.js';
import { errorOf } from './memory-helpers.js';

const de = german(formatsOf('de', 'de'));
const FAULTS = Object.keys(requestFaults) as RequestFault[];

const answered = (response: Response) => errorOf(kubernetesDataSource(async () => response).list(BACKUP_STORAGES));

describe('faults of requests', () => {
  for (const fault of FAULTS)
    it(`are said in the words of the catalogue: ${fault}`, () => {
      const error = requestFault(fault);
      expect(error.message).to.equal(requestFaults[fault]);
      expect(saidOf(error, de)).to.equal(de.requestFaults[fault]);
      expect(saidOf(error, de)).not.to.equal(error.message);
    });

  it('may be told more exactly to hosts and logs', () => {
    const error = requestFault('lost', { message: 'The connection was lost in the middle of an event.' });
    expect(error.message).to.equal('The connection was lost in the middle of an event.');
    expect(saidOf(error, de)).to.equal(de.requestFaults.lost);
  });

  it('say what they are about', async () => {
    const source = restDataSource({ list: () => undefined, get: () => undefined });
    const error = await errorOf(source.list(BACKUP_STORAGES));
    expect(error).to.include({ code: 'not-found', reason: 'no-resource' });
    expect(saidOf(error, de)).to.equal(`${de.requestFaults['no-resource']} (backupstorages)`);
  });

  it('leave what a server says as it is', () => {
    const refused = errorFromStatus({ code: 403, reason: 'Forbidden', message: 'no' });
    expect(faultWords(refused, de)).to.equal(undefined);
    expect(saidOf(refused, de)).to.equal('no');
    for (const reason of ['constructor', 'toString', ''])
      expect(faultWords(new DataSourceError('internal', 'no', { reason }), de), reason).to.equal(undefined);
  });

  it('name the status of an answer without words', async () => {
    const page = new Response('<html>down</html>', { status: 502, statusText: 'Bad Gateway' });
    const error = await answered(page);
    expect(error).to.include({ code: 'unavailable', status: 502, message: 'The server answered 502 Bad Gateway.' });
    expect(saidOf(error, de)).to.equal('Der Server hat mit 502 Bad Gateway geantwortet.');
    expect(saidOf(await answered(new Response(null, { status: 503 })), de)).to.include('mit 503 geantwortet');
  });

  it('are not made of a refusal that has a sentence, or a reason of the server', async () => {
    const sentence = Response.json({ message: 'quota' }, { status: 500 });
    expect(saidOf(await answered(sentence), de)).to.equal('quota');
  });

  it('keep the reason of the server where that is all it says', async () => {
    const error = await answered(Response.json({ kind: 'Status', reason: 'Forbidden' }, { status: 403 }));
    expect(error).to.include({ code: 'forbidden', reason: 'Forbidden' });
    expect(saidOf(error, de)).to.equal('Der Server hat mit 403 geantwortet.');
  });

  it('quote no credential that comes back beside the status', async () => {
    const echo = async () => new Response(null, { status: 400, statusText: 'Bad value s3cr3t-value' });
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'n' } };
    const data = { stringData: { key: 's3cr3t-value' } };
    const error = await errorOf(kubernetesDataSource(echo).create(SECRETS, { ...secret, ...data }));
    expect(`${error.message} ${error.statusText} ${saidOf(error, de)}`).not.to.contain('s3cr3t');
    expect(saidOf(error, de)).to.equal('Der Server hat mit 400 Bad value [hidden] geantwortet.');
  });

  it('stand for what platforms say in words of their own', () => {
    const lost = toDataSourceError(new TypeError('Failed to fetch'));
    const late = toDataSourceError(new DOMException('signal timed out', 'TimeoutError'));
    expect(saidOf(lost, de)).to.equal(de.requestFaults.unreachable);
    expect(saidOf(late, de)).to.equal(de.requestFaults.late);
  });

  it('are the same fault when more is known of the outcome', () => {
    const cause = new Error('quotes the request');
    const lost = requestFault('lost', { cause, warnings: ['a secret'], causes: [{ message: 'a secret' }] });
    expect(withOutcome(lost, 'unknown')).to.include({ outcome: 'unknown', reason: 'lost', cause });
    const redacted = withOutcome(lost, 'unknown', (text) => text.replace('secret', 'word'));
    expect(redacted.cause).to.equal(undefined);
    expect([redacted.warnings, redacted.causes]).to.deep.equal([['a word'], [{ message: 'a word' }]]);
  });
});
