import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSpace, uploadFile } from '../support/gateway-api.js';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

interface Version {
  id: string;
  number: number;
  current: boolean;
  keepForever: boolean;
  url?: string;
}

describe('the versions of a file', () => {
  let stack: GatewayStack;
  let filePath: string;
  beforeAll(async () => {
    stack = await startGatewayStack();
    const { id: spaceId } = await findSpace(stack, 'individual');
    const file = await uploadFile(stack, spaceId, 'draft.txt', 'first');
    filePath = `/v1/spaces/${spaceId}/files/${file.id}`;
  });
  afterAll(() => stack.close());

  const listVersions = async (): Promise<Version[]> =>
    (await stack.call('GET', `${filePath}/versions`)).json<{ items: Version[] }>().items;
  const readContent = async (): Promise<string> => (await stack.call('GET', `${filePath}/content`)).text;

  it('PUT .../content creates a new version, and the old bytes stay readable', async () => {
    expect(await listVersions()).toHaveLength(1);
    const response = await stack.call('PUT', `${filePath}/content`, { bytes: 'second, longer' });
    expect(response.json()).toMatchObject({ name: 'draft.txt', size: 14 });
    expect(await readContent()).toBe('second, longer');
    const [current, first, ...others] = await listVersions();
    expect([current?.current, first?.current, others.length]).toEqual([true, false, 0]);
    const version = (await stack.call('GET', `${filePath}/versions/${first?.id ?? ''}`)).json<Version>();
    expect(await (await fetch(version.url ?? '')).text()).toBe('first');
  });

  it('POST .../restore makes an old version the current one', async () => {
    const first = (await listVersions()).find(({ current }) => !current);
    expect((await stack.call('POST', `${filePath}/versions/${first?.id ?? ''}/restore`)).status).toBe(204);
    expect(await readContent()).toBe('first');
    expect((await listVersions()).find(({ current }) => current)).toMatchObject({ reason: 'restored' });
  });

  it('PATCH sets keepForever', async () => {
    const [, past] = await listVersions();
    const changed = await stack.call('PATCH', `${filePath}/versions/${past?.id ?? ''}`, {
      body: { keepForever: true },
    });
    expect(changed.json()).toMatchObject({ id: past?.id, keepForever: true });
  });

  it('DELETE deletes a past version, but not the current one', async () => {
    const all = await listVersions();
    const [current, past] = all;
    expect((await stack.call('DELETE', `${filePath}/versions/${past?.id ?? ''}`)).status).toBe(204);
    expect(await listVersions()).toHaveLength(all.length - 1);
    expect((await stack.call('DELETE', `${filePath}/versions/${current?.id ?? ''}`)).status).toBe(422);
  });

  it.each(['1', '1.2.3', 'a.b', '1.'])('rejects the version id %s without an upstream call', async (versionId) => {
    const before = stack.sandbox.counters().calls;
    const response = await stack.call('GET', `${filePath}/versions/${versionId}`);
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer: '/versionId' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('returns 404 for an unknown version', async () => {
    expect((await stack.call('GET', `${filePath}/versions/1.1`)).json()).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
