import type { Example } from '../../../apps/gateway/src/http/openapi/examples.js';
import type { Driven } from './drive-route.js';

/** Entries that are shown of a list. */
const mostEntries = 2;
/** Random texts of no meaning are shown by their beginning. */
const longestText = 400;

/** What a request and its answer are shown as. */
export function exampleOf({ path, request: { body }, answer }: Driven): Example {
  const json = /^application\/json/.test(answer.headers.get('content-type') ?? '');
  return {
    address: path,
    ...(body !== undefined && { request: shown(body) }),
    ...(json && { answer: shown(JSON.parse(answer.text)) }),
  };
}

/** Lists cut; addresses of this machine and what they are signed with are nobody's business. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(shown);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shown(member)]));
  }
  if (typeof value !== 'string') return value;
  if (/^https?:\/\/(?:127\.0\.0\.1|localhost):\d+\//.test(value))
    return 'https://bucket.obs.example.com/object?signature=...';
  return value.length > longestText ? `${value.slice(0, longestText)}...` : value;
}

/** The form of a JSON value: names and kinds of its members, those of a list's first entry. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const members = Object.entries(value).map(([name, member]) => [name, shapeOf(member)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}
