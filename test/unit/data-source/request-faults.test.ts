import { expect } from 'chai';
import { DataSourceError, errorFromStatus, toDataSourceError, withOutcome } from '../../../src/data-source/errors.js';
import { kubernetesDataSource } from '../../../src/data-source/kubernetes.js';
import { faultWords, requestFault, saidOf, type RequestFault } from '../../../src/data-source/request-faults.js';
import { formatsOf } from '../../../src/locales/formats.js';
import { common as german } from '../../../src/locales/de/common.js';
import { requestFaults } from '../../../src/locales/en/request-faults.js';
import { BACKUP_STORAGES } from '../../../src/model/resources.js';
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
    const error = requestFault('no-schema', { message: 'The server gives no schema of backupstorages.' });
    expect(error.message).to.equal('The server gives no schema of backupstorages.');
    expect(saidOf(error, de)).to.equal(de.requestFaults['no-schema']);
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
    const status = Response.json({ kind: 'Status', reason: 'Forbidden' }, { status: 403 });
    expect(await answered(status)).to.include({ code: 'forbidden', reason: 'Forbidden' });
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
