import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack } from '../support/stack.js';

const sha256 = 'ab'.repeat(32);

describe('reviews', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ env: { REVIEWS: 'on' } });
  });
  afterAll(() => stack.close());

  const listed = async (query = '') =>
    (await stack.call('GET', `/v1/reviews${query}`)).json<{ items: object[] }>().items;
  const set = (reviews: unknown) => stack.call('PUT', '/v1/reviews', { body: { reviews } });

  it('GET lists what was found sensitive, with addresses where they are asked for', async () => {
    expect(await listed()).toMatchObject([{ size: 11_239, verdict: 'high-sensitivity', reviewer: 'machine' }]);
    expect(await listed('?withUrls=true')).toMatchObject([{ url: expect.stringMatching(/^https:/) }]);
  });

  it('PUT says what was decided, and POST .../find reads it; what is normal is not listed', async () => {
    expect((await set([{ sha256, size: 7, verdict: 'normal', detail: '{}' }])).status).toBe(204);
    const contents = [
      { sha256, size: 7 },
      { sha256, size: 8 },
    ];
    expect((await stack.call('POST', '/v1/reviews/find', { body: { contents } })).json()).toEqual({
      items: [{ sha256, size: 7, verdict: 'normal', detail: '{}', reviewer: 'person' }],
    });
    expect(await listed()).toHaveLength(1);
    expect((await set([{ sha256, size: 7, verdict: 'low-sensitivity' }])).status).toBe(204);
    expect(await listed()).toHaveLength(2);
  });

  it.each([
    [{ sha256: 'AB', size: 7, verdict: 'normal' }, '/reviews/0/sha256'],
    [{ sha256, size: -1, verdict: 'normal' }, '/reviews/0/size'],
    [{ sha256, size: 7, verdict: 1 }, '/reviews/0/verdict'],
  ])('PUT refuses %j and calls nobody', async (review, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await set([review])).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('never breaks the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

describe('reviews, where nothing is configured', () => {
  it('are not there', async () => {
    const stack = await startStack();
    try {
      expect((await stack.raw({ path: '/v1/reviews' })).status).toBe(404);
    } finally {
      await stack.close();
    }
  });
});
