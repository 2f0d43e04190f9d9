import type { Environment } from '@marcbachmann/cel-js';
import { isIPv6 } from '../formats.js';

/** An IP address as a number. */
class Ip {
  constructor(
    readonly family: 4 | 6,
    readonly bits: bigint,
  ) {}
}

/** A range of addresses; its address may have bits behind the prefix. */
class Cidr {
  constructor(
    readonly ip: Ip,
    readonly length: number,
  ) {}
}

/** The namespace of `ip.isCanonical`. */
class IpFunctions {}

const OCTET = /^(?:0|[1-9]\d{0,2})$/;

/** `undefined` for what is no address, and for an IPv4 address written as one of IPv6. */
function parseIp(text: string): Ip | undefined {
  if (!text.includes(':')) {
    const bits = quad(text);
    return bits === undefined ? undefined : new Ip(4, bits);
  }
  if (!isIPv6(text)) return undefined;
  const [head = '', tail] = text.split('::');
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => 0n);
  const bits = [...front, ...zeros, ...back].reduce((before, group) => (before << 16n) | group, 0n);
  return bits >> 32n === 0xffffn ? undefined : new Ip(6, bits);
}

function quad(text: string): bigint | undefined {
  const octets = text.split('.');
  const isQuad = octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) < 256);
  return isQuad ? octets.reduce((before, octet) => (before << 8n) | BigInt(octet), 0n) : undefined;
}

const groups = (text: string): bigint[] =>
  text === ''
    ? []
    : text.split(':').flatMap((group) => {
        const last = group.includes('.') ? quad(group)! : undefined;
        return last === undefined ? [BigInt(`0x${group}`)] : [last >> 16n, last & 0xffffn];
      });

/** The one way to write it: the first of the longest runs of zeros as `::`, and lower case. */
function ipText({ family, bits }: Ip): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join('.');
  const parts = Array.from({ length: 8 }, (_none, index) => (bits >> BigInt(112 - 16 * index)) & 0xffffn);
  let run = { start: 0, length: 1 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (parts[start + length] === 0n) length += 1;
    if (length > run.length) run = { start, length };
  }
  const write = (some: readonly bigint[]) => some.map((part) => part.toString(16)).join(':');
  if (run.length < 2) return write(parts);
  return `${write(parts.slice(0, run.start))}::${write(parts.slice(run.start + run.length))}`;
}

function parseCidr(text: string): Cidr | undefined {
  const [, address, length] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? [];
  const ip = address === undefined ? undefined : parseIp(address);
  if (!ip || !OCTET.test(length!) || Number(length) > widthOf(ip)) return undefined;
  return new Cidr(ip, Number(length));
}

const widthOf = ({ family }: Ip) => (family === 4 ? 32 : 128);
const prefix = ({ bits, family }: Ip, length: number) => bits >> BigInt((family === 4 ? 32 : 128) - length);

/** An address written as text may be given in the place of one. */
const ip = (text: string): Ip => known(parseIp(text));
const cidr = (text: string): Cidr => known(parseCidr(text));

function known<T>(parsed: T | undefined): T {
  if (parsed === undefined) throw new TypeError('address');
  return parsed;
}

const containsIp = ({ ip: network, length }: Cidr, address: Ip) =>
  network.family === address.family && prefix(network, length) === prefix(address, length);

function masked({ ip: { family, bits }, length }: Cidr): Cidr {
  const rest = BigInt((family === 4 ? 32 : 128) - length);
  return new Cidr(new Ip(family, (bits >> rest) << rest), length);
}

/** Whether the address lies in a range of its family. */
const lies = (address: Ip, four: string, six: string) => containsIp(cidr(address.family === 4 ? four : six), address);
const isUnspecified = ({ bits }: Ip) => bits === 0n;
const isLoopback = (address: Ip) => lies(address, '127.0.0.0/8', '::1/128');
const isLinkLocalUnicast = (address: Ip) => lies(address, '169.254.0.0/16', 'fe80::/10');
const isMulticast = (address: Ip) => lies(address, '224.0.0.0/4', 'ff00::/8');
const isGlobalUnicast = (address: Ip) =>
  !isUnspecified(address) &&
  !(address.family === 4 && address.bits === 0xffffffffn) &&
  !isLoopback(address) &&
  !isMulticast(address) &&
  !isLinkLocalUnicast(address);

const same = (one: Ip, other: Ip) => one.family === other.family && one.bits === other.bits;

/** Kubernetes' functions of IP addresses and ranges, but for `containsCIDR`, whose answer depends on the version. */
export function registerAddresses(environment: Environment): void {
  environment
    .registerType('IP', Ip)
    .registerType('CIDR', Cidr)
    .registerType('IPFunctions', IpFunctions)
    .registerConstant('ip', 'IPFunctions', new IpFunctions())
    .registerFunction(
      'IPFunctions.isCanonical(string): bool',
      (_ip: IpFunctions, text: string) => ipText(ip(text)) === text,
    )
    .registerFunction('ip(string): IP', ip)
    .registerFunction('isIP(string): bool', (text: string) => parseIp(text) !== undefined)
    .registerFunction('string(IP): string', ipText)
    .registerFunction('IP.family(): int', ({ family }: Ip) => BigInt(family))
    .registerFunction('IP.isUnspecified(): bool', isUnspecified)
    .registerFunction('IP.isLoopback(): bool', isLoopback)
    .registerFunction('IP.isLinkLocalUnicast(): bool', isLinkLocalUnicast)
    .registerFunction('IP.isLinkLocalMulticast(): bool', (address: Ip) => lies(address, '224.0.0.0/24', 'ff02::/16'))
    .registerFunction('IP.isGlobalUnicast(): bool', isGlobalUnicast)
    .registerOperator('IP == IP', same)
    .registerFunction('cidr(string): CIDR', cidr)
    .registerFunction('isCIDR(string): bool', (text: string) => parseCidr(text) !== undefined)
    .registerFunction('string(CIDR): string', ({ ip: address, length }: Cidr) => `${ipText(address)}/${length}`)
    .registerFunction('CIDR.containsIP(IP): bool', containsIp)
    .registerFunction('CIDR.containsIP(string): bool', (range: Cidr, address: string) => containsIp(range, ip(address)))
    .registerFunction('CIDR.ip(): IP', ({ ip: address }: Cidr) => address)
    .registerFunction('CIDR.masked(): CIDR', masked)
    .registerFunction('CIDR.prefixLength(): int', ({ length }: Cidr) => BigInt(length))
    .registerOperator(
      'CIDR == CIDR',
      (one: Cidr, other: Cidr) => same(one.ip, other.ip) && one.length === other.length,
    );
}
