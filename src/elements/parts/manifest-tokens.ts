import type { ManifestFormat } from '../../manifest/serialize.js';

/** A piece of a line and how it is coloured: a class of the stylesheet, or none. */
export type Token = readonly [text: string, kind: 'key' | 'comment' | 'literal' | 'punctuation' | ''];

/**
 * The lines of a manifest in coloured pieces, for the view that is there before the editor is. It knows the YAML that is
 * written here, not all of YAML: what it gets wrong is a colour, for as long as the editor takes to load.
 */
export function tokenLines(text: string, format: ManifestFormat): Token[][] {
  const lines = text.split(/\r?\n/);
  if (format === 'json') return lines.map(jsonTokens);
  /** The indentation of the key whose block literal these lines are. */
  let literal: number | undefined;
  return lines.map((line) => {
    const indent = line.search(/\S/);
    if (literal !== undefined && (indent === -1 || indent > literal)) return [[line, '']];
    literal = /(?:^|[\s:-])[|>][-+\d]*\s*(?:\s#.*)?$/.test(line) ? indent : undefined;
    return yamlTokens(line);
  });
}

const YAML_LINE =
  /^(\s*(?:- +)*)(?:("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"'[\]{},&*!|>%@-][^#]*?|-[^\s#][^#]*?)(:)(?=\s|$))?(.*)$/;

function yamlTokens(line: string): Token[] {
  if (/^\s*#/.test(line)) return [[line, 'comment']];
  if (/^(---|\.\.\.)(\s|$)/.test(line)) return [[line, 'punctuation']];
  const [, lead = '', key = '', colon = '', rest = ''] = YAML_LINE.exec(line) ?? [];
  const tokens: Token[] = [[lead, 'punctuation'], [key, 'key'], [colon, 'punctuation'], ...yamlValue(rest)];
  return tokens.filter(([text]) => text !== '');
}

function yamlValue(text: string): Token[] {
  const [, value = text, comment = ''] = /^(\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|.*?))(\s+#.*)?$/.exec(text) ?? [];
  return [
    [value, isLiteral(value) ? 'literal' : ''],
    [comment, 'comment'],
  ];
}

function isLiteral(value: string): boolean {
  return /^\s*(true|false|null|~|-?\d+(\.\d+)?([eE][-+]?\d+)?)\s*$/.test(value);
}

function jsonTokens(line: string): Token[] {
  const tokens: Token[] = [];
  for (const [text] of line.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[^"]+|"/g)) {
    if (text.startsWith('"')) tokens.push(text.endsWith(':') ? [text, 'key'] : [text, '']);
    else tokens.push([text, isLiteral(text.replace(/[,\]}\s]+$/, '')) ? 'literal' : 'punctuation']);
  }
  return tokens;
}
