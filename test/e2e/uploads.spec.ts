import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../support/deadline.js';
import { download, type File, type List, problemOf, sha256, spaceOf, upload, walk } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

const mebibyte = 1024 * 1024;
const part = 8 * mebibyte;

let stack: Stack;
let spaceId: string;
beforeAll(async () => {
  stack = await startStack();
  spaceId = (await spaceOf(stack, 'individual')).id;
});
afterAll(() => stack.close());

const names = async (): Promise<string[]> =>
  (await walk<File>(stack, `/v1/spaces/${spaceId}/files?limit=100`)).entries.map(({ name }) => name);
const metrics = async (): Promise<string> => (await stack.raw({ path: '/metrics' })).text;
const counts = () => structuredClone(stack.sandbox.counters());

describe('PUT /v1/spaces/{spaceId}/content', () => {
  it.each([0, 1, part - 1, part, part + 1, 20 * mebibyte])('takes %i bytes and gives them back', async (size) => {
    const bytes = randomBytes(size);
    const before = counts().objectStore.puts;
    const file = await upload(stack, spaceId, `size-${size}.bin`, bytes);
    expect(file).toMatchObject({ name: `size-${size}.bin`, kind: 'file', size, spaceId });
    expect(counts().objectStore.puts - before).toBe(Math.max(1, Math.ceil(size / part)));
    const back = await download(stack, spaceId, file.id);
    expect([back.bytes.length, sha256(back.bytes)]).toEqual([size, sha256(bytes)]);
    expect(await names()).toContain(`size-${size}.bin`);
  });

  it.each(['application/json', 'application/octet-stream', 'text/plain; charset=utf-16', 'multipart/form-data', ''])(
    'takes the body as bytes, though its type be "%s"',
    async (type) => {
      const text = '{"a": 1,   "__proto__": 2} not JSON';
      const name = `typed ${type.replace(/\W/g, '')}.json`;
      const answer = await stack.raw({
        method: 'PUT',
        path: `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}`,
        headers: { authorization: `Bearer ${stack.key}`, ...(type && { 'content-type': type }) },
        body: text,
      });
      expect(answer.status).toBe(201);
      const back = await download(stack, spaceId, answer.json<File>().id);
      expect(Buffer.from(back.bytes).toString()).toBe(text);
    },
  );

  it('takes an empty file whether it has a type or not', async () => {
    for (const type of [undefined, 'text/plain', 'application/json']) {
      const answer = await stack.raw({
        method: 'PUT',
        path: `/v1/spaces/${spaceId}/content?name=empty-${(type ?? 'none').replace('/', '-')}`,
        headers: {
          authorization: `Bearer ${stack.key}`,
          'content-length': '0',
          ...(type && { 'content-type': type }),
        },
      });
      expect([type, answer.status]).toEqual([type, 201]);
      expect(answer.json<File>().size).toBe(0);
    }
  });

  it('puts it into the folder it is told to, under a name of any script', async () => {
    const folder = (
      await stack.call('POST', `/v1/spaces/${spaceId}/folders`, { body: { name: 'inbox' } })
    ).json<File>();
    const name = '报告 2026 – Übersicht (1).txt';
    const path = `/v1/spaces/${spaceId}/content?name=${encodeURIComponent(name)}&parent=${folder.id}`;
    const file = (await stack.call('PUT', path, { bytes: 'x' })).json<File>();
    expect(file).toMatchObject({ name, parentId: folder.id });
  });

  it('refuses a name that is taken before it takes a byte, or finds another where that is wanted', async () => {
    const first = await upload(stack, spaceId, 'clash.txt', 'first');
    const before = counts().objectStore.puts;
    const path = `/v1/spaces/${spaceId}/content?name=clash.txt`;
    const refused = await stack.call('PUT', path, { bytes: Buffer.alloc(mebibyte) });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'name-taken' });
    expect(counts().objectStore.puts).toBe(before);
    expect(Buffer.from((await download(stack, spaceId, first.id)).bytes).toString()).toBe('first');
    const other = await stack.call('PUT', `${path}&onConflict=rename`, { bytes: 'second' });
    expect(other.json<File>().name).toMatch(/^clash.+\.txt$/);
  });

  it('leaves nothing behind where its caller goes away in the middle, and can be sent again', async () => {
    const { objectStore, byOperation } = counts();
    const puts = objectStore.puts;
    const completed = byOperation.completeFile ?? 0;
    const path = `/v1/spaces/${spaceId}/content?name=aborted.bin`;
    const outgoing = request(`${stack.url}${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${stack.key}`, 'content-length': 3 * part },
    });
    outgoing.on('error', () => undefined);
    outgoing.write(Buffer.alloc(part + mebibyte));
    await until('the first part to be there', () => counts().objectStore.puts > puts);
    outgoing.destroy();
    // The question itself is one.
    await until('its end', async () => /^http_server_active_requests 1$/m.test(await metrics()));
    expect(await names()).not.toContain('aborted.bin');
    expect(counts().byOperation.completeFile ?? 0).toBe(completed);
    expect(await metrics()).not.toMatch(/code="internal"/);
    const again = await upload(stack, spaceId, 'aborted.bin', 'whole');
    expect(again).toMatchObject({ name: 'aborted.bin', size: 5 });
  });
});

describe('an upload that the caller carries out itself', () => {
  interface Part {
    number: number;
    size: number;
    url: string;
  }
  interface Upload {
    id: string;
    name: string;
    partSize: number;
    partCount: number;
    parts: Part[];
  }
  const begin = async (body: object): Promise<Upload> =>
    (await stack.call('POST', `/v1/spaces/${spaceId}/uploads`, { body })).json();
  const send = async ({ url, size }: Part, bytes: Uint8Array): Promise<number> => {
    expect(bytes.length).toBe(size);
    return (await fetch(url, { method: 'PUT', body: bytes as BodyInit })).status;
  };
  const complete = (id: string, body: object = {}) =>
    stack.call('POST', `/v1/spaces/${spaceId}/uploads/${id}/complete`, { body });

  it('is begun, sent part by part to pre-signed addresses, and completed', async () => {
    const bytes = randomBytes(2 * part + 5);
    const begun = await begin({ name: 'by hand.bin', size: bytes.length });
    expect(begun).toMatchObject({ name: 'by hand.bin', partSize: part, partCount: 3 });
    expect(begun.parts.map(({ number, size }) => [number, size])).toEqual([
      [1, part],
      [2, part],
      [3, 5],
    ]);
    for (const each of begun.parts) {
      const from = (each.number - 1) * part;
      expect(await send(each, bytes.subarray(from, from + each.size))).toBe(200);
    }
    expect(await names()).not.toContain('by hand.bin');
    const done = await complete(begun.id, { sha256: sha256(bytes).toUpperCase() });
    expect(done.status).toBe(201);
    expect(done.json<File>()).toMatchObject({ name: 'by hand.bin', size: bytes.length });
    expect(await names()).toContain('by hand.bin');
    const back = await download(stack, spaceId, done.json<File>().id);
    expect(sha256(back.bytes)).toBe(sha256(bytes));
  });

  it('gets addresses for more parts, and for the same once more', async () => {
    const begun = await begin({ name: 'more.bin', size: part + 9 });
    const path = `/v1/spaces/${spaceId}/uploads/${begun.id}/parts`;
    const body = { parts: [{ number: 2, size: 9 }] };
    const { items } = (await stack.call('POST', path, { body })).json<List<Part>>();
    expect(items).toMatchObject([{ number: 2, size: 9 }]);
    const [first] = begun.parts;
    if (!first || !items[0]) throw new Error('no parts');
    expect(await send(first, Buffer.alloc(part))).toBe(200);
    expect(await send(items[0], Buffer.alloc(9))).toBe(200);
    expect((await complete(begun.id)).status).toBe(201);
  });

  it('is not complete while a part is missing', async () => {
    const begun = await begin({ name: 'missing.bin', size: part + 1 });
    const [first] = begun.parts;
    if (first) await send(first, Buffer.alloc(part));
    expect(problemOf(await complete(begun.id))).toMatchObject({ status: 409, code: 'upload-incomplete' });
    expect(await names()).not.toContain('missing.bin');
  });

  it('is not complete where the bytes are others than announced', async () => {
    const begun = await begin({ name: 'other.bin', size: 3 });
    const [only] = begun.parts;
    if (only) await send(only, Buffer.from('abc'));
    const answer = await complete(begun.id, { sha256: sha256(Buffer.from('abd')) });
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'upload-incomplete' });
    expect(await names()).not.toContain('other.bin');
  });

  it('makes an empty file', async () => {
    const begun = await begin({ name: 'nothing.bin', size: 0 });
    expect(begun).toMatchObject({ partCount: 1, parts: [{ number: 1, size: 0 }] });
    const [only] = begun.parts;
    if (only) await send(only, new Uint8Array());
    expect((await complete(begun.id)).json<File>().size).toBe(0);
  });

  it('hands out the first 100 addresses of an upload of many parts', async () => {
    const begun = await begin({ name: 'huge.bin', size: 2 * 1024 * mebibyte });
    expect(begun.partCount).toBe(256);
    expect(begun.parts.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('is unknown where it was never begun, or is complete already', async () => {
    expect(problemOf(await complete('Fnothing'))).toMatchObject({ status: 404, code: 'upload-not-found' });
    const begun = await begin({ name: 'once.bin', size: 1 });
    const [only] = begun.parts;
    if (only) await send(only, Buffer.from('x'));
    expect((await complete(begun.id)).status).toBe(201);
    expect(problemOf(await complete(begun.id))).toMatchObject({ status: 404, code: 'upload-not-found' });
  });

  it('stays in its space: another one neither completes it nor hands out its addresses', async () => {
    const begun = await begin({ name: 'stays.bin', size: 1 });
    const [only] = begun.parts;
    if (only) await send(only, Buffer.from('x'));
    const other = `/v1/spaces/${spaceId}x/uploads/${begun.id}`;
    const before = counts().calls;
    const refused = [
      await stack.call('POST', `${other}/complete`, { body: {} }),
      await stack.call('POST', `${other}/parts`, { body: { parts: [{ number: 1, size: 1 }] } }),
    ];
    for (const answer of refused) expect(problemOf(answer)).toMatchObject({ status: 404, code: 'upload-not-found' });
    expect(counts().calls).toBe(before);
    expect((await complete(begun.id)).status).toBe(201);
  });

  it('refuses a name that is taken', async () => {
    await upload(stack, spaceId, 'held.bin', 'x');
    const answer = await stack.call('POST', `/v1/spaces/${spaceId}/uploads`, { body: { name: 'held.bin', size: 1 } });
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'name-taken' });
  });
});

describe('the calls of this file', () => {
  it('broke no rule of the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
