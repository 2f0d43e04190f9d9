import { badRequest } from './refusal.js';

/** The target of a request as it was sent: nothing of its path is ever decoded. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

/** Throws for every spelling of a path that another server might read in another way. */
export function targetOf(url = ''): Target {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  const query = end < 0 ? '' : url.slice(end + 1);
  if (!path.startsWith('/')) throw badRequest('The target of a request is a path of this gateway, not a whole URL.');
  if (/%(2f|5c|2e)|\\/i.test(path))
    throw badRequest('The path holds a backslash or an encoded slash, backslash or dot: write the path plainly.');
  if (/\/\/|\/\.{1,2}(\/|$)/.test(path))
    throw badRequest('The path holds an empty segment or one of dots: write the path plainly.');
  if (!/^[\w./-]+$/.test(path))
    throw badRequest('The path holds a character that no path here needs: names are of letters, digits, - and .');
  return { path, query };
}
