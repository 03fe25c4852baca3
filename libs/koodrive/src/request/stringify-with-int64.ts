import { InvalidInputError } from '../failure/errors.js';

/** An integer of at most 19 digits: approximately the range of 64 bits. */
const int64Pattern = /^-?(0|[1-9]\d{0,18})$/;

/**
 * JSON.stringify, but an integer given as text is written as a JSON number at the listed paths. The upstream requires
 * numbers there, and a JavaScript number cannot hold all of them.
 * @param paths places of 64-bit integers, such as `ids[]` or `users[].id`
 * @throws InvalidInputError when the value at such a path is not an integer
 */
export function stringifyWithInt64(operation: string, value: unknown, paths: readonly string[]): string {
  if (paths.length === 0) return JSON.stringify(value);
  const int64Paths = new Set(paths);
  const write = (node: unknown, path: string): string | undefined => {
    if (int64Paths.has(path) && node !== undefined && node !== null) return formatInt64(operation, path, node);
    if (Array.isArray(node)) return `[${node.map((entry) => write(entry, `${path}[]`) ?? 'null').join(',')}]`;
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    const members = Object.entries(node).flatMap(([name, member]) => {
      const text = write(member, path ? `${path}.${name}` : name);
      return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
    });
    return `{${members.join(',')}}`;
  };
  return write(value, '') ?? 'null';
}

function formatInt64(operation: string, path: string, value: unknown): string {
  const text = typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : '';
  if (!int64Pattern.test(text)) throw new InvalidInputError(operation, path, 'is not a 64-bit integer');
  return text;
}
