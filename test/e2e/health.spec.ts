import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { callsDuring, problemOf } from '../support/drive.js';
import { startStack, type Stack } from '../support/stack.js';

jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.close());

const open = (path: string) => stack.raw({ path });

describe('GET /live', () => {
  it('says that the process works, to anybody', async () => {
    const answer = await open('/live');
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok' });
  });
});

describe('GET /ready', () => {
  it('says that traffic is welcome, and what stands behind the store', async () => {
    expect((await open('/ready')).json()).toEqual({ status: 'ok', store: 'memory' });
  });

  it('asks nobody', async () => {
    expect(await callsDuring(stack, () => open('/ready'))).toBe(0);
  });
});

describe('GET /metrics', () => {
  it('counts requests and upstream calls by route and operation, without an id in it', async () => {
    const { items } = (await stack.call('GET', '/v1/spaces')).json<{ items: { id: string }[] }>();
    const id = items[0]?.id ?? '';
    await stack.call('GET', `/v1/spaces/${id}/files`);
    const answer = await open('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.text).toContain('/v1/spaces/:spaceId/files');
    expect(answer.text).toContain('getPersonalFiles');
    expect(answer.text).not.toContain(id);
    expect(answer.text).not.toContain(stack.userId);
  });
});

describe('GET /openapi.json', () => {
  it('describes the API in OpenAPI 3.1', async () => {
    const answer = await open('/openapi.json').then(
      () => 'described',
      (error: unknown) => (error as Error).message,
    );
    // It describes every route but itself.
    expect(answer).toMatch(/status 200 is not described/);
    expect(stack.description.openapi).toMatch(/^3\.1\./);
  });
});

describe('an instance that goes away', () => {
  it('says so at /ready', async () => {
    const leaving = await startStack();
    const closed = leaving.gateway.close(300);
    const answer = await leaving.raw({ path: '/ready' });
    expect(answer.status).toBe(503);
    expect(problemOf(answer)).toMatchObject({ code: 'shutting-down', retryable: true });
    await closed;
    await leaving.sandbox.close();
  });
});
