/**
 * How Kubernetes reads plain (unquoted) YAML. Its Go library follows YAML 1.1 in part, so that some scalars that are
 * strings in YAML 1.2 are none there. Checked against `kubectl`, which reads with sigs.k8s.io/yaml.
 */

const WORDS_IN_GO = new Set(
  ['y', 'yes', 'n', 'no', 'on', 'off', 'true', 'false', 'null', '.inf', '+.inf', '-.inf', '.nan']
    .flatMap((word) => [word, word.toUpperCase(), word.replace(/[a-z]/, (letter) => letter.toUpperCase())])
    .concat('.NaN', '~', '<<'),
);

const NUMBER_IN_GO = new RegExp(
  ['^[-+]?(?:', '0b[01]+|0o[0-7]+|0x[\\da-f]+', '|(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[-+]?\\d+)?', ')$'].join(''),
  'i',
);

/** What full YAML 1.1 readers take for something else besides: base 60, dates, a lone point, prefix or exponent, `=`. */
const OTHER_IN_YAML_1_1 =
  /^(?:=|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d{1,2}-\d{1,2}(?:[T\s].*)?|[-+]?(?:0[bx]|\.?(?:e[-+]?\d+)?))$/is;

/** Go lets underscores stand anywhere in a number but at its start. */
function withoutUnderscores(text: string): string {
  return /^[-+.\d]/.test(text) ? text.replaceAll('_', '') : text;
}

/** Whether Kubernetes reads this plain scalar as a string. */
export function isPlainStringInGo(text: string): boolean {
  return text !== '' && !WORDS_IN_GO.has(text) && !NUMBER_IN_GO.test(withoutUnderscores(text));
}

/** Whether some YAML reader would take this for something else than a string unless it is quoted. */
export function isAmbiguousScalar(text: string): boolean {
  return !isPlainStringInGo(text) || OTHER_IN_YAML_1_1.test(withoutUnderscores(text));
}

/** What readers may refuse or change unless it is escaped: controls, line separators, lone halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

export function needsEscape(text: string): boolean {
  return UNSAFE.test(text.replace(/[\t\n]/g, ''));
}

/** YAML text in which every character that {@link needsEscape} means is escaped. They must stand in double quotes. */
export function escapeUnsafe(yaml: string): string {
  return yaml.replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length === 2 ? `\\x${code}` : `\\u${code}`;
  });
}
