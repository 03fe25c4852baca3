import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countUpstreamCalls, parseProblem } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
beforeAll(async () => {
  stack = await startGatewayStack();
});
afterAll(() => stack.close());

const getUnauthenticated = (path: string) => stack.sendRaw({ path });

describe('GET /live', () => {
  it('responds 200 without a credential', async () => {
    const response = await getUnauthenticated('/live');
    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ status: 'ok' });
  });
});

describe('GET /ready', () => {
  it('responds 200 with the kind of the store, and the state of each dependency', async () => {
    expect((await getUnauthenticated('/ready')).json()).toEqual({
      status: 'ok',
      store: 'memory',
      dependencies: ['koodrive', 'objectStore', 'tokenEndpoint'].map((name) => ({ name, state: 'up' })),
    });
  });

  it('makes no upstream call', async () => {
    expect(await countUpstreamCalls(stack, () => getUnauthenticated('/ready'))).toBe(0);
  });
});

describe('GET /metrics', () => {
  it('counts requests and upstream calls by route and operation, without ids', async () => {
    const { items } = (await stack.call('GET', '/v1/spaces')).json<{ items: { id: string }[] }>();
    const id = items[0]?.id ?? '';
    await stack.call('GET', `/v1/spaces/${id}/files`);
    const response = await getUnauthenticated('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.text).toContain('/v1/spaces/:spaceId/files');
    expect(response.text).toContain('getPersonalFiles');
    expect(response.text).not.toContain(id);
    expect(response.text).not.toContain(stack.userId);
  });
});

describe('GET /openapi.json', () => {
  it('describes the API in OpenAPI 3.1', async () => {
    // The document describes every route except its own, so the validation of the response fails.
    await expect(getUnauthenticated('/openapi.json')).rejects.toThrow(/status 200 is not described/);
    expect(stack.openApiDocument.openapi).toMatch(/^3\.1\./);
  });
});

describe('an instance that shuts down', () => {
  it('responds 503 at /ready', async () => {
    const closingStack = await startGatewayStack();
    const closed = closingStack.gateway.close(300);
    const response = await closingStack.sendRaw({ path: '/ready' });
    expect(response.status).toBe(503);
    expect(parseProblem(response)).toMatchObject({ code: 'shutting-down', retryable: true });
    await closed;
    await closingStack.sandbox.close();
  });
});
