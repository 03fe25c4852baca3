import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpace, type DriveFile, parseProblem } from '../support/gateway-api.js';
import { type GatewayStack, startGatewayStack } from '../support/gateway-stack.js';

let stack: GatewayStack;
let spaceId: string;
beforeAll(async () => {
  stack = await startGatewayStack();
  spaceId = (await findSpace(stack, 'individual')).id;
});
beforeEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => stack.close());

describe('Invalid input', () => {
  it('does not claim its Idempotency-Key: the corrected request with the same key is carried out', async () => {
    const headers = { 'idempotency-key': 'corrected-request' };
    const path = `/v1/spaces/${spaceId}/folders`;
    const invalid = await stack.call('POST', path, { body: { name: 'a/b' }, headers });
    expect([invalid.status, parseProblem(invalid).code]).toEqual([422, 'invalid-input']);
    const corrected = await stack.call('POST', path, { body: { name: 'corrected' }, headers });
    expect([corrected.status, corrected.json<DriveFile>().name]).toEqual([201, 'corrected']);
    const repeated = await stack.call('POST', path, { body: { name: 'corrected' }, headers });
    expect([repeated.status, repeated.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  });

  it('does not reach the shared tier of the cache', async () => {
    const read = jest.spyOn(stack.gateway.context.responseCache, 'read');
    expect((await stack.call('GET', `/v1/spaces/${spaceId}/files?limit=0`)).status).toBe(422);
    expect((await stack.call('GET', '/v1/spaces?unknown=1')).status).toBe(422);
    expect(read).not.toHaveBeenCalled();
    expect((await stack.call('GET', `/v1/spaces/${spaceId}/files?limit=7`)).status).toBe(200);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('of an audited route is recorded in the audit log', async () => {
    const path = `/v1/spaces/${spaceId}`;
    expect((await stack.call('PATCH', path, { body: { capacity: 'large' } })).status).toBe(422);
    const lines = readFileSync(join(stack.keysFile, '../audit.log'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({
      event: 'space-changed',
      outcome: 'refused',
      reason: 'invalid-input',
      target: { spaceId },
    });
  });
});
