import { expect } from 'chai';
import { checkPem } from '../../../src/model/credentials/index.js';
import { CERTIFICATE, FAR_CERTIFICATE, SERVICE_ACCOUNT } from './credentials-samples.js';

const NOW = Date.UTC(2027, 0, 1);
const body = CERTIFICATE.split('\n').slice(1, -2).join('\n');
const faultsOf = (text: string) => checkPem(text, NOW).faults.join();

describe('model: credentials: certificates in PEM', () => {
  it('are read, one or more, with the day on which the first ends', () => {
    expect(checkPem(CERTIFICATE, NOW)).to.deep.equal({
      certificates: 1,
      faults: [],
      notAfter: Date.UTC(2046, 10, 18, 6, 56, 33),
    });
    expect(checkPem(FAR_CERTIFICATE, NOW).notAfter).to.equal(Date.UTC(2066, 10, 13, 6, 56, 33));
    const both = checkPem(`# my CA\n${FAR_CERTIFICATE}\n${CERTIFICATE}`, NOW);
    expect(both).to.deep.equal({ certificates: 2, faults: [], notAfter: Date.UTC(2046, 10, 18, 6, 56, 33) });
  });

  it('may have Windows line ends, a byte order mark, no newline at the end', () => {
    for (const text of [CERTIFICATE.replaceAll('\n', '\r\n'), `\uFEFF${CERTIFICATE}`, CERTIFICATE.trimEnd()])
      expect(checkPem(text, NOW)).to.include({ certificates: 1 }).and.to.deep.include({ faults: [] });
  });

  it('are told when they have expired', () => {
    const later = checkPem(CERTIFICATE + FAR_CERTIFICATE, Date.UTC(2050, 0, 1));
    expect(later).to.deep.include({ certificates: 2, faults: ['expired'] });
  });

  const FAULTY: Record<string, [text: string, fault: string]> = {
    'a private key': ['-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n', 'private-key'],
    'a private key behind a certificate': [
      `${CERTIFICATE}-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----\n`,
      'private-key',
    ],
    'a damaged private key': ['---- BEGIN OPENSSH PRIVATE KEY ----\nAA', 'private-key'],
    'a Google key': [JSON.stringify(SERVICE_ACCOUNT), 'no-certificate'],
    'a request': ['-----BEGIN CERTIFICATE REQUEST-----\nAA==\n-----END CERTIFICATE REQUEST-----\n', 'other-block'],
    'the value of a Secret': [btoa(CERTIFICATE), 'base64-of-pem'],
    'base64 without its lines': [body, 'bare-base64'],
    'any text': ['hello', 'no-certificate'],
    nothing: ['', 'no-certificate'],
    'escaped line breaks': [CERTIFICATE.replaceAll('\n', '\\n'), 'escaped-newlines'],
    'one line': [CERTIFICATE.replaceAll('\n', ' '), 'one-line'],
    'indented lines': [CERTIFICATE.replace(/^/gm, '  '), 'indented'],
    'four dashes': [CERTIFICATE.replace('-----BEGIN', '----BEGIN'), 'mangled-lines'],
    'long dashes': [CERTIFICATE.replaceAll('-----', '—-'), 'mangled-lines'],
    'no first line': [CERTIFICATE.replace('-----BEGIN CERTIFICATE-----\n', ''), 'no-begin'],
    'no last line': [CERTIFICATE.replace('-----END CERTIFICATE-----\n', ''), 'no-end'],
    'another last line': [CERTIFICATE.replace('END CERTIFICATE', 'END X'), 'mangled-lines'],
    'no base64': [CERTIFICATE.replace('MII', 'M*I'), 'not-base64'],
    'base64 that was cut': [CERTIFICATE.replace('KSg=\n', 'K\n'), 'not-base64'],
    'base64 of something else': [
      '-----BEGIN CERTIFICATE-----\nRFVNTVkgQ0VSVElGSUNBVEU=\n-----END CERTIFICATE-----\n',
      'not-der',
    ],
    'a certificate with bytes behind it': [
      `-----BEGIN CERTIFICATE-----\n${btoa(`${atob(body.replaceAll('\n', ''))}x`)}\n-----END CERTIFICATE-----\n`,
      'not-der',
    ],
    'a certificate with bytes missing': [CERTIFICATE.replace('MIIBhD', 'MIIBhj'), 'not-der'],
  };
  for (const [what, [text, fault]] of Object.entries(FAULTY))
    it(`are not ${what}`, () => {
      expect(faultsOf(text)).to.equal(fault);
      expect(checkPem(text, NOW).certificates).to.equal(0);
    });

  it('count when one beside them cannot be read', () => {
    const cut = CERTIFICATE.replace('-----END CERTIFICATE-----\n', '');
    expect(checkPem(cut + FAR_CERTIFICATE, NOW)).to.deep.include({ certificates: 1, faults: ['no-end'] });
  });

  it('survive any bytes in their place', () => {
    let seed = 7;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31);
    const der = Uint8Array.from(atob(body.replaceAll('\n', '')), (character) => character.charCodeAt(0));
    for (let round = 0; round < 2_000; round++) {
      const copy = der.slice(0, round % 7 === 0 ? random() % der.length : der.length);
      for (let change = 0; change < 3; change++) if (copy.length > 0) copy[random() % copy.length] = random() % 256;
      const text = `-----BEGIN CERTIFICATE-----\n${btoa(String.fromCharCode(...copy))}\n-----END CERTIFICATE-----\n`;
      const { notAfter } = checkPem(text, NOW);
      if (notAfter !== undefined) expect(notAfter).to.be.a('number');
    }
  });
});
