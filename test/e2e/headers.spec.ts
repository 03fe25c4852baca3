import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DriveFile, findFileByName, type Job, findSpace, uploadFile } from '../support/gateway-api.js';
import { type GatewayResponse, type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
let file: DriveFile;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
  file = await findFileByName(stack, spaceId, 'trip.zip');
});
afterAll(() => stack.close());

const bearerHeaders = () => ({ authorization: `Bearer ${stack.key}` });
const getRaw = (path: string, headers: Record<string, string> = {}): Promise<GatewayResponse> =>
  stack.sendRaw({ path, headers: { ...bearerHeaders(), ...headers } });
const foldersPath = () => `/v1/spaces/${spaceId}/folders`;

/** One response of each kind. */
async function collectResponses(): Promise<[description: string, response: GatewayResponse][]> {
  const list = await getRaw('/v1/spaces');
  const job = await stack.call('POST', '/v1/jobs', { body: { action: 'restore', spaceId, fileIds: ['F1'] } });
  return [
    ['a list', list],
    ['a cached list', await getRaw('/v1/spaces')],
    ['304', await getRaw('/v1/spaces', { 'if-none-match': list.headers.get('etag') ?? '' })],
    ['health', await stack.sendRaw({ path: '/live' })],
    ['metrics', await stack.sendRaw({ path: '/metrics' })],
    ['a write', await stack.call('POST', foldersPath(), { body: { name: 'headers' } })],
    ['a rejected write', await stack.call('POST', foldersPath(), { body: { name: 'headers' } })],
    ['a job', job],
    ['events', await getRaw(`/v1/jobs/${job.json<Job>().id}/events`)],
    ['a download', await getRaw(`/v1/spaces/${spaceId}/files/${file.id}/content`)],
    ['a range', await getRaw(`/v1/spaces/${spaceId}/files/${file.id}/content`, { range: 'bytes=0-3' })],
    ['416', await getRaw(`/v1/spaces/${spaceId}/files/${file.id}/content`, { range: 'bytes=999999-' })],
    ['a redirect', await getRaw(`/v1/spaces/${spaceId}/files/${file.id}/content?redirect=true`)],
    ['links', await stack.call('POST', `/v1/spaces/${spaceId}/download-links`, { body: { fileIds: [file.id] } })],
    ['400', await stack.sendRaw({ method: 'POST', path: foldersPath(), headers: jsonHeaders(), body: '{' })],
    ['401', await stack.sendRaw({ path: '/v1/spaces' })],
    ['404', await getRaw('/v1/nothing')],
    ['405', await stack.sendRaw({ method: 'DELETE', path: '/v1/spaces', headers: bearerHeaders() })],
    ['414', await getRaw(`/v1/spaces/${'x'.repeat(600)}`)],
    ['an invalid URL', await getRaw('/v1/spaces/%zz')],
    ['422', await getRaw('/v1/spaces?limit=0')],
  ];
}
const jsonHeaders = () => ({ ...bearerHeaders(), 'content-type': 'application/json' });

describe('every response', () => {
  let responses: [description: string, response: GatewayResponse][];
  beforeAll(async () => {
    responses = await collectResponses();
  });
  const findViolations = (holds: (response: GatewayResponse) => boolean): string[] =>
    responses.filter(([, response]) => !holds(response)).map(([description]) => description);

  it.each([
    ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
    ['x-content-type-options', 'nosniff'],
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ])('has %s (S16)', (name, value) => {
    expect(findViolations(({ headers }) => headers.get(name) === value)).toEqual([]);
  });

  it('forbids shared caches (S12)', () => {
    expect(
      findViolations(({ headers }) => /^(no-store|private, no-cache)$/.test(headers.get('cache-control') ?? '')),
    ).toEqual([]);
  });

  it('has an entity tag if it is a JSON read, and only then', () => {
    const tagged = responses.filter(([, { headers }]) => headers.get('cache-control') === 'private, no-cache');
    expect(tagged.map(([description]) => description)).toEqual(['a list', 'a cached list', '304', 'health']);
    for (const [, { headers }] of tagged) expect(headers.get('etag')).toMatch(/^"[\w-]{20,}"$/);
  });

  it('names in Vary the request headers on which it depends', () => {
    for (const [description, { headers }] of responses.filter(([name]) =>
      ['a list', 'a cached list', '304'].includes(name),
    )) {
      const vary = (headers.get('vary') ?? '').toLowerCase().split(/, */);
      expect([description, vary]).toEqual([
        description,
        expect.arrayContaining(['authorization', 'x-api-key', 'x-on-behalf-of']),
      ]);
      expect(vary).toContain('accept-language');
    }
  });

  it('allows no page of another origin', () => {
    expect(findViolations(({ headers }) => headers.get('access-control-allow-origin') === null)).toEqual([]);
  });

  it('does not name the server software', () => {
    expect(
      findViolations(({ headers }) => headers.get('server') === null && headers.get('x-powered-by') === null),
    ).toEqual([]);
  });
});

describe('a download (S17)', () => {
  const getDownloadHeaders = async (name: string, bytes = '<script>alert(1)</script>'): Promise<Headers> => {
    const { id } = await uploadFile(stack, spaceId, name, bytes);
    const response = await getRaw(`/v1/spaces/${spaceId}/files/${id}/content`);
    expect(response.status).toBe(200);
    return response.headers;
  };

  it.each(['page.html', 'picture.svg', 'script.js', 'page.xhtml', 'no ending'])(
    '%s is an attachment with a media type that no browser displays',
    async (name) => {
      const headers = await getDownloadHeaders(name);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    ["it's (100%) 'quoted';.txt", "it's (100_) 'quoted';.txt", 'it%27s%20%28100%25%29%20%27quoted%27%3B.txt'],
    ['Übung.txt', '_bung.txt', '%C3%9Cbung.txt'],
    ['日本 😀.txt', '__ __.txt', '%E6%97%A5%E6%9C%AC%20%F0%9F%98%80.txt'],
  ])('has both forms of the name %s', async (name, plain, encoded) => {
    const header = (await getDownloadHeaders(name)).get('content-disposition') ?? '';
    expect(header).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
    expect(decodeURIComponent(encoded)).toBe(name);
  });
});
