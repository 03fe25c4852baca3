/** Base for parsing only: the result uses no part of it. */
const placeholderOrigin = 'https://here.invalid';
/** In characters. No path of the front end is longer, and the path becomes part of a page. */
const maxPathLength = 2_048;

/**
 * Checks and normalizes the path that a sign-in returns to, with its query and fragment. The path starts with one slash.
 * It has no backslash (browsers read it as a slash) and no control character or space (browsers drop some of them, so
 * that `/\t/evil` becomes `//evil`).
 * @param allowedPrefixes prefixes of complete path segments; `/` allows all paths except those below `/auth`
 * @returns undefined if the path is not allowed
 */
export function resolveReturnPath(path: string, allowedPrefixes: readonly string[]): string | undefined {
  if (path.length > maxPathLength || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return undefined;
  const url = URL.canParse(path, placeholderOrigin) ? new URL(path, placeholderOrigin) : undefined;
  if (url?.origin !== placeholderOrigin || url.pathname.startsWith('//')) return undefined;
  if (isWithinPath(url.pathname, '/auth') || !allowedPrefixes.some((prefix) => isWithinPath(url.pathname, prefix)))
    return undefined;
  return url.pathname + url.search + url.hash;
}

function isWithinPath(path: string, prefix: string): boolean {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path === prefix || path.startsWith(folder);
}
