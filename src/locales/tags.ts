/** What was said as a language tag (BCP 47), in its canonical form; undefined for what is none. `de_AT` is understood. */
export function tagOf(said: string | null | undefined): string | undefined {
  return said ? canonicalTag(said) : undefined;
}

const canonicalTag = remembered((said: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(said.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
});

/**
 * The tags under which words for a language may be found, the best first (RFC 4647, lookup): `de-AT`, `de`. A script that
 * goes without saying counts: `zh-CN` and `zh` find `zh-Hans`, `zh-TW` does not.
 */
export const lookupChain = remembered((tag: string): readonly string[] => {
  const locale = new Intl.Locale(tag);
  const { language } = locale;
  const script = scriptOf(locale);
  const chain: string[] = [];
  for (let at = tag; at !== language && at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) chain.push(at);
  if (script !== undefined) chain.push(`${language}-${script}`);
  return [...new Set([...chain, language])];
});

/**
 * The region that dates and numbers follow. A page that says `en` and no more leaves open whether that is British: the
 * reader's own languages say it.
 */
export function regionOf(tag: string, readers: readonly string[]): string {
  return regionAmong([tag, ...readers].join());
}

const regionAmong = remembered((tags: string): string => {
  const [tag = '', ...readers] = tags.split(',');
  const locale = new Intl.Locale(tag);
  if (locale.region !== undefined) return tag;
  // A browser may say what is no tag: Chromium in a C locale says `en-US@posix`.
  const own = readers.map(tagOf).find((reader) => {
    if (reader === undefined) return false;
    const found = new Intl.Locale(reader);
    return found.language === locale.language && scriptOf(found) === scriptOf(locale);
  });
  return own ?? tag;
});

/** Latin goes without saying in these. Of others `Intl` is asked, which has to load its tables for that: 20 ms of a page's start. */
const LATIN = new Set(['en', 'de', 'es', 'fr', 'it', 'nl', 'pt']);

function scriptOf(locale: Intl.Locale): string | undefined {
  return locale.script ?? (LATIN.has(locale.language) ? 'Latn' : locale.maximize().script);
}

/** Asked at every render, for the few tags that a page says: `Intl` takes longer to answer than all the rest. */
function remembered<Answer>(answerTo: (said: string) => Answer): (said: string) => Answer {
  const known = new Map<string, Answer>();
  return (said) => {
    if (!known.has(said)) known.set(said, answerTo(said));
    return known.get(said)!;
  };
}
