/** Base for parsing only: the result uses no part of it. */
const placeholderOrigin = 'https://here.invalid';
/** In characters. No path of the front end is longer, and the path becomes part of a page. */
const maxPathLength = 2_048;
/** Servers decode a path once, some behind others once more. A path that is encoded more often is not a real one. */
const maxDecodings = 3;

/**
 * Checks and normalizes the path that a sign-in returns to, with its query and fragment. The path starts with one slash.
 * It has no backslash (browsers read it as a slash) and no control character or space (browsers drop some of them, so
 * that `/\t/evil` becomes `//evil`). The rules are applied to the decoded path: for the router `/%61uth` is `/auth`.
 * @param allowedPrefixes prefixes of complete path segments; `/` allows all paths except those below `/auth`
 * @returns undefined if the path is not allowed
 */
export function resolveReturnPath(path: string, allowedPrefixes: readonly string[]): string | undefined {
  if (path.length > maxPathLength || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return undefined;
  const url = URL.canParse(path, placeholderOrigin) ? new URL(path, placeholderOrigin) : undefined;
  if (url?.origin !== placeholderOrigin) return undefined;
  const decodings = decodeRepeatedly(url.pathname);
  if (!decodings?.every((decoded) => isAllowedPath(decoded, allowedPrefixes))) return undefined;
  return url.pathname + url.search + url.hash;
}

/**
 * The path, and what it becomes each time a server decodes it. A literal `%` stays.
 * @returns undefined for a path that is not UTF-8, or is encoded too often
 */
function decodeRepeatedly(path: string): readonly string[] | undefined {
  const decodings = [path];
  try {
    for (let decoded = decodeURIComponent(path); decoded !== decodings.at(-1); decoded = decodeAscii(decoded)) {
      if (decodings.push(decoded) > maxDecodings + 1) return undefined;
    }
    return decodings;
  } catch {
    return undefined;
  }
}

const decodeAscii = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_escape, digits: string) => String.fromCharCode(parseInt(digits, 16)));

function isAllowedPath(path: string, allowedPrefixes: readonly string[]): boolean {
  const isPlainPath = !path.startsWith('//') && !/[\\\p{Cc}\p{Zl}\p{Zp}]|\/\.{1,2}(?:\/|$)/u.test(path);
  return (
    isPlainPath &&
    !isWithinPath(path.toLowerCase(), '/auth') &&
    allowedPrefixes.some((prefix) => isWithinPath(path, prefix))
  );
}

function isWithinPath(path: string, prefix: string): boolean {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path === prefix || path.startsWith(folder);
}
