/** A cookie's value as the page sees it; undefined outside of pages. Used for the tokens that guard against CSRF. */
export function cookieNamed(name: string, cookies = pageCookies()): string | undefined {
  for (const pair of cookies.split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

function pageCookies(): string {
  return (globalThis as { document?: { cookie?: string } }).document?.cookie ?? '';
}
