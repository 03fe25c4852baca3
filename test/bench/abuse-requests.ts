/** One request of an attack. */
export interface AttackRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface AbuseRequest {
  readonly name: string;
  /** @param position 0 for the first request of the case; requests may differ, so that nothing is remembered */
  create(position: number): AttackRequest;
}

/** Just below the limit of a JSON body. */
const bodyBytes = 1024 * 1024 - 256;
/** Just below the limit of all header lines together. */
const headerBytes = 15_000;

/** The addresses of the anonymous callers: each is a network of its own for the rate limits. */
export const networks = Array.from({ length: 20 }, (_, position) => `127.0.0.${position + 2}`);

/** `head`, then as many units as fit, then `tail`. */
function fillBody(head: string, createUnit: (position: number) => string, tail: string): string {
  const units: string[] = [];
  let size = head.length + tail.length;
  while (size < bodyBytes) {
    const unit = createUnit(units.length);
    units.push(unit);
    size += unit.length + 1;
  }
  return head + units.join(',') + tail;
}

const createUnknownMember = (position: number): string => `"a${position}":1`;

/** Each is sent to a route whose description allows a small part of it. */
const bodies: readonly (readonly [name: string, path: string, body: string])[] = [
  ['unknown members', '/v1/batch', fillBody('{', createUnknownMember, '}')],
  ['unknown members of an entry', '/v1/batch', fillBody('{"requests":[{', createUnknownMember, '}]}')],
  ['list of empty objects', '/v1/batch', fillBody('{"requests":[', () => '{}', ']}')],
  ['list of numbers', '/v1/batch', fillBody('{"requests":[', () => '0', ']}')],
  ['list of lists', '/v1/batch', fillBody('{"requests":[', () => '[[[[]]]]', ']}')],
  [
    'distinct ids',
    '/v1/jobs',
    fillBody('{"action":"copy","spaceId":"x","fileIds":[', (position) => `"${position.toString(36)}"`, ']}'),
  ],
  ['users to check', '/v1/users/import-checks', fillBody('{"departmentId":"1","users":[', () => '{}', ']}')],
  ['long text', '/v1/departments', `{"parentId":"1","name":"${'a'.repeat(bodyBytes - 40)}"}`],
  ['long text of escapes', '/v1/departments', `{"parentId":"1","name":"${'\\u0041'.repeat(bodyBytes / 6 - 8)}"}`],
  ['deep nesting', '/v1/batch', `{"requests":${'['.repeat(bodyBytes / 2 - 8)}${']'.repeat(bodyBytes / 2 - 8)}}`],
  ['white space', '/v1/batch', `{"requests":[${' '.repeat(bodyBytes - 20)}]}`],
];

export const callerRequests: readonly AbuseRequest[] = bodies.map(([name, path, body]) => ({
  name,
  create: () => ({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body }),
}));

const repeat = (createUnit: (position: number) => string, separator: string): string => {
  const units: string[] = [];
  for (let size = 0; size < headerBytes; size += (units.at(-1)?.length ?? 0) + separator.length)
    units.push(createUnit(units.length));
  return units.join(separator);
};

const parameters = repeat((position) => `p${position.toString(36)}`, '&');
const loginCookies = repeat((position) => `__Host-koodrive-login-${position.toString(36).padStart(10, '0')}=x`, '; ');
const unknownCookies = repeat((position) => `c${position.toString(36)}=`, '; ');

export const anonymousRequests: readonly AbuseRequest[] = [
  { name: 'sign-in with parameters', create: () => ({ method: 'GET', path: `/auth/login?${parameters}` }) },
  {
    name: 'sign-in with old login cookies',
    create: () => ({ method: 'GET', path: '/auth/login', headers: { cookie: loginCookies } }),
  },
  {
    name: 'callback with cookies',
    create: () => ({ method: 'GET', path: '/auth/callback?state=x&code=y', headers: { cookie: unknownCookies } }),
  },
  { name: 'metrics', create: () => ({ method: 'GET', path: '/metrics' }) },
  { name: 'readiness', create: () => ({ method: 'GET', path: '/ready' }) },
  { name: 'no route', create: (position) => ({ method: 'GET', path: `/no-route-${position}?${parameters}` }) },
  { name: 'no credential', create: () => ({ method: 'GET', path: '/v1/spaces' }) },
  {
    name: 'guessed API key',
    create: (position) => ({
      method: 'GET',
      path: '/v1/spaces',
      headers: { authorization: `Bearer kdg_${String(position).padStart(12, '0')}_${'A'.repeat(43)}` },
    }),
  },
  {
    name: 'body without credential',
    create: () => ({
      method: 'POST',
      path: '/v1/batch',
      headers: { 'content-type': 'application/json' },
      body: bodies[0]?.[2],
    }),
  },
];
