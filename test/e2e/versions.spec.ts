import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

interface Version {
  id: string;
  number: number;
  current: boolean;
  keepForever: boolean;
  url?: string;
}

describe('the versions of a file', () => {
  let stack: Stack;
  let file: string;
  beforeAll(async () => {
    stack = await startStack();
    const spaces = (await stack.call('GET', '/v1/spaces?limit=1')).json<{ items: { id: string }[] }>();
    const space = `/v1/spaces/${spaces.items[0]?.id ?? ''}`;
    const made = await stack.call('PUT', `${space}/content?name=draft.txt`, { bytes: 'first' });
    file = `${space}/files/${made.json<{ id: string }>().id}`;
  });
  afterAll(() => stack.close());

  const versions = async (): Promise<Version[]> =>
    (await stack.call('GET', `${file}/versions`)).json<{ items: Version[] }>().items;
  const content = async (): Promise<string> => (await stack.call('GET', `${file}/content`)).text;

  it('PUT .../content makes a new version, and the old bytes stay readable', async () => {
    expect(await versions()).toHaveLength(1);
    const answer = await stack.call('PUT', `${file}/content`, { bytes: 'second, longer' });
    expect(answer.json()).toMatchObject({ name: 'draft.txt', size: 14 });
    expect(await content()).toBe('second, longer');
    const [current, first, ...others] = await versions();
    expect([current?.current, first?.current, others.length]).toEqual([true, false, 0]);
    const read = (await stack.call('GET', `${file}/versions/${first?.id ?? ''}`)).json<Version>();
    expect(await (await fetch(read.url ?? '')).text()).toBe('first');
  });

  it('POST .../restore makes an old version the current one', async () => {
    const first = (await versions()).find(({ current }) => !current);
    expect((await stack.call('POST', `${file}/versions/${first?.id ?? ''}/restore`)).status).toBe(204);
    expect(await content()).toBe('first');
    expect((await versions()).find(({ current }) => current)).toMatchObject({ reason: 'restored' });
  });

  it('PATCH says whether a version is kept for ever', async () => {
    const [, past] = await versions();
    const changed = await stack.call('PATCH', `${file}/versions/${past?.id ?? ''}`, { body: { keepForever: true } });
    expect(changed.json()).toMatchObject({ id: past?.id, keepForever: true });
  });

  it('DELETE takes one away, and not the current one', async () => {
    const all = await versions();
    const [current, past] = all;
    expect((await stack.call('DELETE', `${file}/versions/${past?.id ?? ''}`)).status).toBe(204);
    expect(await versions()).toHaveLength(all.length - 1);
    expect((await stack.call('DELETE', `${file}/versions/${current?.id ?? ''}`)).status).toBe(422);
  });

  it.each(['1', '1.2.3', 'a.b', '1.'])('refuses the version id %s and calls nobody', async (versionId) => {
    const before = stack.sandbox.counters().calls;
    const answer = await stack.call('GET', `${file}/versions/${versionId}`);
    expect(answer.json()).toMatchObject({ status: 422, errors: [{ pointer: '/versionId' }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('answers 404 for a version that is not there', async () => {
    expect((await stack.call('GET', `${file}/versions/1.1`)).json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});
