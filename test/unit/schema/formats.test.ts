import { expect } from 'chai';
import { FORMATS } from '../../../src/schema/formats.js';

const UUID4 = '9f8b1c2d-3e4f-4a5b-8c7d-0e1f2a3b4c5d';

describe('schema: formats', () => {
  const cases: [format: string, good: unknown[], bad: unknown[]][] = [
    ['int32', [0, 2 ** 31 - 1, -(2 ** 31)], [2 ** 31, -(2 ** 31) - 1]],
    ['int64', [2 ** 53, -(2 ** 63)], [2 ** 63, 1e300]],
    ['date', ['2024-02-29', '0001-01-01'], ['2023-02-29', '2024-13-01', '2024-00-10', '24-1-1', 'x']],
    [
      'date-time',
      ['2026-08-01T00:00:00Z', '2026-08-01t23:59:59.123+02:00'],
      ['2026-08-01', '2026-08-01T24:00:00Z', '2026-08-01T00:00:00', '2026-02-30T00:00:00Z', '2026-08-01 00:00:00Z'],
    ],
    ['duration', ['5m', '1h30m', '-1.5h', '0', '300ms', '22 ns', '3 weeks', '2 hours'], ['', '5', '5 apples', 'm', '1 h!']],
    ['ipv4', ['1.2.3.4', '::ffff:1.2.3.4'], ['1.2.3', '1.2.3.256', '01.2.3.4', '::1', '1.2.3.4.5']],
    ['ipv6', ['::', '::1', '1:2:3:4:5:6:7:8', 'fe80::1:2', '::ffff:1.2.3.4'], ['1.2.3.4', ':::', '1::2::3', '1:2', '12345::', '1:2:3:4:5:6:7:8:9']],
    ['cidr', ['10.0.0.0/8', '::/0', 'fd00::/64'], ['10.0.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/08']],
    ['mac', ['01:23:45:67:89:ab', '01-23-45-67-89-AB-CD-EF', '0123.4567.89ab'], ['01:23:45:67:89', '01:23-45:67:89:ab']],
    ['hostname', ['a', 'example.com', 'a-b.example.com', 'ö.de'], ['', '-a', 'a.', 'a b', `${'a'.repeat(64)}.com`]],
    ['uuid', [UUID4, UUID4.replaceAll('-', '').toUpperCase()], ['x', UUID4.slice(1)]],
    ['uuid3', [UUID4.replace('-4', '-3')], [UUID4]],
    ['uuid4', [UUID4], [UUID4.replace('-8', '-c')]],
    ['uuid5', [UUID4.replace('-4', '-5')], [UUID4]],
    ['byte', ['YQ==', 'YWI=', 'YWJj'], ['', 'YQ', 'Y===', 'YQ=a']],
    ['hexcolor', ['#fff', 'A0B1C2'], ['#ff']],
    ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['507f']],
    ['ssn', ['111-22-3333'], ['1-2-3']],
    ['uri', ['https://a/b c', '/path', 'mailto:x', '*'], ['', 'a/b', '//a\n']],
    ['email', ['a@b', 'Name <a@b.c>'], ['', 'a', '@b', 'a@']],
  ]; // prettier-ignore
  for (const [name, good, bad] of cases)
    it(`knows ${name}`, () => {
      const { validate } = FORMATS[name]!;
      for (const value of good) expect(validate(value as never), String(value)).to.be.true;
      for (const value of bad) expect(validate(value as never), String(value)).to.be.false;
    });
});
