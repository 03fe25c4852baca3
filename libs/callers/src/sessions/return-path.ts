/** Nowhere: only its path is looked at. */
const here = 'https://here.invalid';
/** Longer ones are no path of ours, and would swell the page that leads there. */
const longest = 2_048;

/**
 * Where a sign-in may lead back, as a path of this origin with its query: one slash first, no backslash (browsers read
 * it as a slash) and no control character or space (browsers drop some of them, so that `/\t/evil` becomes `//evil`).
 * @param allowed prefixes, each of whole path segments; `/` allows all but our own sign-in
 * @returns undefined where it may not
 */
export function returnPath(wanted: string, allowed: readonly string[]): string | undefined {
  if (wanted.length > longest || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return undefined;
  const url = URL.canParse(wanted, here) ? new URL(wanted, here) : undefined;
  if (url?.origin !== here || url.pathname.startsWith('//')) return undefined;
  if (isBelow(url.pathname, '/auth') || !allowed.some((prefix) => isBelow(url.pathname, prefix))) return undefined;
  return url.pathname + url.search + url.hash;
}

function isBelow(path: string, prefix: string): boolean {
  const whole = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path === prefix || path.startsWith(whole);
}
