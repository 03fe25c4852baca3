import type { OperationExample } from '../../../apps/gateway/src/http/openapi/examples.js';
import type { RouteCall } from './call-route.js';

/** The number of list entries in an example. */
const maxEntries = 2;
/** Longer texts, such as tokens, are truncated. */
const maxTextLength = 400;

/** The example of a request and its response. */
export function toExample({ path, request: { body }, response }: RouteCall): OperationExample {
  const isJson = /^application\/json/.test(response.headers.get('content-type') ?? '');
  return {
    url: path,
    request: redactAndShorten(body),
    response: isJson ? redactAndShorten(JSON.parse(response.text)) : undefined,
  };
}

/** Truncates lists and texts, and replaces pre-signed URLs of the local object store. */
function redactAndShorten(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, maxEntries).map(redactAndShorten);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactAndShorten(member)]));
  }
  if (typeof value !== 'string') return value;
  if (/^https?:\/\/(?:127\.0\.0\.1|localhost):\d+\//.test(value))
    return 'https://bucket.obs.example.com/object?signature=...';
  return value.length > maxTextLength ? `${value.slice(0, maxTextLength)}...` : value;
}

/** Members that a job has only from a certain time on: whether a response has them depends on the speed of the machine. */
const timeDependentMembers: ReadonlySet<string> = new Set(['startedAt', 'finishedAt', 'result']);

/**
 * The shape of a JSON value: the names and types of its members, without those that depend on time; of a list, the shape
 * of the first entry.
 */
export function inferShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [inferShape(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const members = Object.entries(value)
    .filter(([name]) => !timeDependentMembers.has(name))
    .map(([name, member]) => [name, inferShape(member)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}
