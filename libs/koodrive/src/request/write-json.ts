import { InvalidInputError } from '../failure/errors.js';

/** An integer that fits into 64 bits, near enough. */
const INTEGER = /^-?(0|[1-9]\d{0,18})$/;

/**
 * JSON.stringify, but at the places named an integer given as text is written as bare digits: the upstream wants
 * numbers there, and they do not fit into a number of ours.
 * @param longIntegers places as `ids[]` or `users[].id`
 */
export function writeJson(operation: string, value: unknown, longIntegers: readonly string[]): string {
  if (longIntegers.length === 0) return JSON.stringify(value);
  const places = new Set(longIntegers);
  const write = (node: unknown, place: string): string | undefined => {
    if (places.has(place) && node !== undefined && node !== null) return integer(operation, place, node);
    if (Array.isArray(node)) return `[${node.map((entry) => write(entry, `${place}[]`) ?? 'null').join(',')}]`;
    if (typeof node !== 'object' || node === null) return JSON.stringify(node);
    const members = Object.entries(node).flatMap(([name, member]) => {
      const text = write(member, place ? `${place}.${name}` : name);
      return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
    });
    return `{${members.join(',')}}`;
  };
  return write(value, '') ?? 'null';
}

function integer(operation: string, place: string, value: unknown): string {
  const text = typeof value === 'string' || Number.isSafeInteger(value) ? String(value) : '';
  if (!INTEGER.test(text)) throw new InvalidInputError(operation, place, 'is no integer of 64 bits');
  return text;
}
