import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type File, fileNamed, type Job, spaceOf, upload } from '../support/drive.js';
import { type Answer, type Stack, startStack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
let spaceId: string;
let file: File;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
  file = await fileNamed(stack, spaceId, 'trip.zip');
});
afterAll(() => stack.close());

const bearer = () => ({ authorization: `Bearer ${stack.key}` });
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  stack.raw({ path, headers: { ...bearer(), ...headers } });
const folders = () => `/v1/spaces/${spaceId}/folders`;

/** One answer of each kind that the gateway gives. */
async function answers(): Promise<[what: string, answer: Answer][]> {
  const listed = await get('/v1/spaces');
  const job = await stack.call('POST', '/v1/jobs', { body: { action: 'restore', spaceId, fileIds: ['F1'] } });
  return [
    ['a list', listed],
    ['a kept list', await get('/v1/spaces')],
    ['304', await get('/v1/spaces', { 'if-none-match': listed.headers.get('etag') ?? '' })],
    ['health', await stack.raw({ path: '/live' })],
    ['metrics', await stack.raw({ path: '/metrics' })],
    ['a write', await stack.call('POST', folders(), { body: { name: 'headers' } })],
    ['a refused write', await stack.call('POST', folders(), { body: { name: 'headers' } })],
    ['a job', job],
    ['events', await get(`/v1/jobs/${job.json<Job>().id}/events`)],
    ['a download', await get(`/v1/spaces/${spaceId}/files/${file.id}/content`)],
    ['a range', await get(`/v1/spaces/${spaceId}/files/${file.id}/content`, { range: 'bytes=0-3' })],
    ['416', await get(`/v1/spaces/${spaceId}/files/${file.id}/content`, { range: 'bytes=999999-' })],
    ['a redirect', await get(`/v1/spaces/${spaceId}/files/${file.id}/content?redirect=true`)],
    ['links', await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds: [file.id] } })],
    ['400', await stack.raw({ method: 'POST', path: folders(), headers: jsonType(), body: '{' })],
    ['401', await stack.raw({ path: '/v1/spaces' })],
    ['404', await get('/v1/nothing')],
    ['405', await stack.raw({ method: 'DELETE', path: '/v1/spaces', headers: bearer() })],
    ['414', await get(`/v1/spaces/${'x'.repeat(600)}`)],
    ['an address nobody can read', await get('/v1/spaces/%zz')],
    ['422', await get('/v1/spaces?limit=0')],
  ];
}
const jsonType = () => ({ ...bearer(), 'content-type': 'application/json' });

describe('every answer', () => {
  let all: [string, Answer][];
  beforeAll(async () => {
    all = await answers();
  });
  const without = (holds: (answer: Answer) => boolean): string[] =>
    all.filter(([, answer]) => !holds(answer)).map(([what]) => what);

  it.each([
    ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ])('has %s (S16)', (name, value) => {
    expect(without(({ headers }) => headers.get(name) === value)).toEqual([]);
  });

  it('says that no cache may give it to another (S12)', () => {
    expect(without(({ headers }) => /^(no-store|private, no-cache)$/.test(headers.get('cache-control') ?? ''))).toEqual(
      [],
    );
  });

  it('may be asked for again by its entity tag where it is a JSON read, and not where it is anything else', () => {
    const tagged = all.filter(([, { headers }]) => headers.get('cache-control') === 'private, no-cache');
    expect(tagged.map(([what]) => what)).toEqual(['a list', 'a kept list', '304', 'health']);
    for (const [, { headers }] of tagged) expect(headers.get('etag')).toMatch(/^"[\w-]{20,}"$/);
  });

  it('says which request headers it depends on', () => {
    for (const [what, { headers }] of all.filter(([name]) => ['a list', 'a kept list', '304'].includes(name))) {
      const vary = (headers.get('vary') ?? '').toLowerCase().split(/, */);
      expect([what, vary]).toEqual([what, expect.arrayContaining(['authorization', 'x-api-key', 'x-on-behalf-of'])]);
      expect(vary).toContain('accept-language');
    }
  });

  it('is not open to pages of other origins', () => {
    expect(without(({ headers }) => headers.get('access-control-allow-origin') === null)).toEqual([]);
  });

  it('does not say what it is made with', () => {
    expect(without(({ headers }) => headers.get('server') === null && headers.get('x-powered-by') === null)).toEqual(
      [],
    );
  });
});

describe('a download (S17)', () => {
  const disposition = async (name: string, bytes = '<script>alert(1)</script>'): Promise<Headers> => {
    const { id } = await upload(stack, spaceId, name, bytes);
    const answer = await get(`/v1/spaces/${spaceId}/files/${id}/content`);
    expect(answer.status).toBe(200);
    return answer.headers;
  };

  it.each(['page.html', 'picture.svg', 'script.js', 'page.xhtml', 'no ending'])(
    '%s is an attachment without a type that a browser would show',
    async (name) => {
      const headers = await disposition(name);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    ["it's (100%) 'quoted';.txt", "it's (100_) 'quoted';.txt", 'it%27s%20%28100%25%29%20%27quoted%27%3B.txt'],
    ['Übung.txt', '_bung.txt', '%C3%9Cbung.txt'],
    ['日本 😀.txt', '__ __.txt', '%E6%97%A5%E6%9C%AC%20%F0%9F%98%80.txt'],
  ])('names %s in both forms', async (name, plain, encoded) => {
    const header = (await disposition(name)).get('content-disposition') ?? '';
    expect(header).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
    expect(decodeURIComponent(encoded)).toBe(name);
  });
});
