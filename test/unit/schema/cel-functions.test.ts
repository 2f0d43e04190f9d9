import { expect } from 'chai';
import { compileRule } from '../../../src/schema/cel/program.js';

/** Examples of Kubernetes' own documentation of its libraries, and the traps between Go and JavaScript. */
const TRUE: Record<string, string[]> = {
  text: [
    String.raw`"a".matches("^a\\z") && !"az".matches("^a\\z") && "A".matches("(?i)^a$")`,
    '"abc".matches("b") && matches("abc", "b")',
    '"abc 123".find("[0-9]+") == "123" && "abc 123".find("xyz") == ""',
    '"123 abc 456".findAll("[0-9]+") == ["123", "456"] && "123 abc 456".findAll("[0-9]+", 1) == ["123"]',
    '"ÄB".lowerAscii() == "Äb" && "äb".upperAscii() == "äB"',
    '"tacocat".charAt(3) == "o" && "tacocat".charAt(7) == ""',
    '"hello hello".replace("he", "we") == "wello wello" && "hello hello".replace("he", "we", 1) == "wello hello"',
    '"%s is %d, %.2f, %x, 100%%".format(["a", 3, 1.5, 255]) == "a is 3, 1.50, ff, 100%"',
    '"a,b".split(",") == ["a", "b"] && ["a", "b"].join("-") == "a-b" && " a ".trim() == "a"',
    '"😀".size() == 1 && "tacocat".indexOf("ac") == 1 && "tacocat".substring(4) == "cat"',
  ],
  lists: [
    '[1, 2, 3].isSorted() && ["a", "b", "b"].isSorted() && ![2.0, 1.0].isSorted() && [].isSorted()',
    '[1, 3].sum() == 4 && [1.5, 2.5].sum() == 4.0 && [duration("1m"), duration("1s")].sum() == duration("61s")',
    '[3, 1].min() == 1 && [1, 3].max() == 3 && ["a", "b"].max() == "b"',
    '["a", "b", "a"].indexOf("a") == 0 && ["a", "b", "a"].lastIndexOf("a") == 2 && ["a"].indexOf("z") == -1',
    'sets.contains([1, 2], [1]) && sets.equivalent([1, 2], [2, 1, 1]) && !sets.intersects([1], [2])',
    '[1, 2].all(x, x > 0) && [1].exists(x, x == 1) && [1].exists_one(x, x == 1) && [1, 2].filter(x, x > 1) == [2]',
    '{"a": 1}.all(k, k == "a") && {"a": 1}.exists(k, k == "a") && [1].map(x, x + 1) == [2]',
  ],
  quantities: [
    'quantity("200M").compareTo(quantity("0.2G")) == 0 && quantity("50M").compareTo(quantity("50Mi")) == -1',
    'quantity("150Mi").isGreaterThan(quantity("100Mi")) && quantity("50M").isLessThan(quantity("100M"))',
    'isQuantity("1.3Gi") && isQuantity("10000k") && isQuantity("1e3") && isQuantity(".5")',
    '!isQuantity("200K") && !isQuantity("Three") && !isQuantity("Mi") && !isQuantity("1,3G")',
    'quantity("50k").add(20).sub(quantity("100k")).sub(-50000) == quantity("20")',
    'quantity("50k").asInteger() == 50000 && !quantity("1m").isInteger() && quantity("1500m").asApproximateFloat() == 1.5',
    'quantity("-1m").sign() == -1 && quantity("0").sign() == 0 && quantity("1") != quantity("2")',
  ],
  urls: [
    'isURL("https://user:pass@example.com:80/path?query=val#fragment") && isURL("/path") && !isURL("https://a:b:c/")',
    '!isURL("hello") && !isURL("../relative-path") && !isURL("") && !isURL("https://a b/")',
    'url("https://example.com:80/p").getHost() == "example.com:80" && url("HTTPS://Example.com").getScheme() == "https"',
    'url("https://[::1]:80/").getHostname() == "::1" && url("https://e.com:81/").getPort() == "81"',
    'url("https://e.com/p?k=v&k=w").getQuery() == {"k": ["v", "w"]} && url("https://e.com/p%20q").getEscapedPath() == "/p%20q"',
  ],
  addresses: [
    'isIP("127.0.0.1") && isIP("::1") && !isIP("127.0.0.256") && !isIP(":::1") && !isIP("::ffff:1.2.3.4") && !isIP("01.2.3.4")',
    'ip("127.0.0.1").family() == 4 && ip("::1").family() == 6 && ip("::1.2.3.4").family() == 6',
    'ip.isCanonical("2001:db8::abcd") && !ip.isCanonical("2001:DB8::ABCD") && !ip.isCanonical("2001:db8::0:0:0:abcd")',
    'string(ip("2001:DB8:0:0:1:0:0:1")) == "2001:db8::1:0:0:1" && string(ip("::")) == "::" && string(ip("1::")) == "1::"',
    'ip("0.0.0.0").isUnspecified() && ip("::1").isLoopback() && ip("fe80::1").isLinkLocalUnicast()',
    'ip("224.0.0.1").isLinkLocalMulticast() && !ip("224.0.1.1").isLinkLocalMulticast() && ip("ff02::1").isLinkLocalMulticast()',
    'ip("192.168.0.1").isGlobalUnicast() && !ip("255.255.255.255").isGlobalUnicast() && !ip("ff00::1").isGlobalUnicast()',
    'cidr("192.168.0.0/24").containsIP("192.168.0.1") && !cidr("192.168.0.0/24").containsIP(ip("192.168.1.1"))',
    'cidr("192.168.0.1/24").masked() == cidr("192.168.0.0/24") && cidr("192.168.0.1/24") != cidr("192.168.0.0/24")',
    'cidr("::1/128").prefixLength() == 128 && !isCIDR("192.168.0.0/33") && cidr("10.0.0.0/8").ip() == ip("10.0.0.0")',
  ],
  others: [
    'optional.none().orValue(2) == 2 && {"a": {"b": 1}}.?a.?c.orValue(3) == 3',
    'timestamp("2020-01-01T00:00:00Z") + duration("24h") == timestamp("2020-01-02T00:00:00Z")',
    'type(1) == int && int("3") == 3 && double(3) == 3.0 && string(1) == "1" && 1 in [1, 2]',
  ],
};

/** Whose answer depends on the server's version, or that are not here. */
const NOT_UNDERSTOOD = [
  'cidr("10.0.0.0/8").containsCIDR("10.0.0.0/9")',
  'semver("1.0.0").major() == 1',
  'format.dns1123Label().validate("x").hasValue()',
  'self.x.optMap(y, y).hasValue()',
  '"text"',
  'self ==',
  'unknown == 1',
  '1 == "a"',
];

/** What is an error to the server too, or what Go would write in a way of its own. */
const NOT_EVALUATED = [
  '"a".matches("(")',
  '"a".find("(?i)A") == "a"',
  '[].min() == 1',
  '[9223372036854775807, 1].sum() == 0',
  'quantity("x").sign() == 0',
  'quantity("1m").asInteger() == 0',
  'url("x").getHost() == ""',
  'ip("x").family() == 4',
  '"%s".format([1.5]) == ""',
  '"%d".format([]) == ""',
  '1 / 0 == 1',
  '{"a": 1}.b == 1',
];

describe('schema: what CEL rules can use', () => {
  for (const [name, rules] of Object.entries(TRUE))
    it(`knows the functions of ${name}`, () => {
      for (const rule of rules) {
        const program = compileRule({ rule });
        expect(program, rule).to.be.a('function');
        expect(program!(null), rule).to.equal(undefined);
      }
    });

  it('does not pretend to know others', () => {
    for (const rule of NOT_UNDERSTOOD) expect(compileRule({ rule }), rule).to.equal(undefined);
  });

  it('throws where there is no answer', () => {
    for (const rule of NOT_EVALUATED) {
      const program = compileRule({ rule });
      expect(program, rule).to.be.a('function');
      expect(() => program!(null), rule).to.throw();
    }
  });
});
