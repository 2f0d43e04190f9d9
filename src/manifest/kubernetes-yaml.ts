/**
 * Kubernetes reads YAML with Go's library, which follows YAML 1.1 in part: these plain scalars are not strings there.
 * Source: the resolve tables of gopkg.in/yaml.v2 and v3 as sigs.k8s.io/yaml uses them.
 */
const NOT_A_STRING_IN_GO = new RegExp(
  [
    '^(?:',
    'y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE',
    '|~|null|Null|NULL|<<|=',
    '|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[0-9a-fA-F_]+',
    '|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?',
    '|[-+]?\\.[0-9_]+(?:[eE][-+]?[0-9]+)?',
    '|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)',
    '|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?',
    ')$',
  ].join(''),
);

/** Whether Kubernetes would read this plain (unquoted) scalar as something else than a string. */
export function isAmbiguousScalar(text: string): boolean {
  return text === '' || NOT_A_STRING_IN_GO.test(text);
}

/** Characters that a YAML reader may refuse or change unless they are escaped: C0 and C1 controls, line separators. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const NEEDS_ESCAPE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\r/;

export function needsEscape(text: string): boolean {
  return NEEDS_ESCAPE.test(text);
}
