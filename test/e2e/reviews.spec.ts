import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGatewayStack, type GatewayStack } from '../support/gateway-stack.js';

const contentSha256 = 'ab'.repeat(32);

describe('reviews', () => {
  let stack: GatewayStack;
  beforeAll(async () => {
    stack = await startGatewayStack({ env: { REVIEWS: 'on' } });
  });
  afterAll(() => stack.close());

  const listReviews = async (query = '') =>
    (await stack.call('GET', `/v1/reviews${query}`)).json<{ items: object[] }>().items;
  const putReviews = (reviews: unknown) => stack.call('PUT', '/v1/reviews', { body: { reviews } });

  it('GET lists sensitive contents, with URLs if requested', async () => {
    expect(await listReviews()).toMatchObject([{ size: 11_239, verdict: 'high-sensitivity', reviewer: 'machine' }]);
    expect(await listReviews('?withUrls=true')).toMatchObject([
      { url: expect.stringContaining(stack.sandbox.objectStoreUrl) },
    ]);
  });

  it('PUT stores a review, and POST .../find reads it; contents with the verdict normal are not listed', async () => {
    expect((await putReviews([{ sha256: contentSha256, size: 7, verdict: 'normal', detail: '{}' }])).status).toBe(204);
    const contents = [
      { sha256: contentSha256, size: 7 },
      { sha256: contentSha256, size: 8 },
    ];
    expect((await stack.call('POST', '/v1/reviews/find', { body: { contents } })).json()).toEqual({
      items: [{ sha256: contentSha256, size: 7, verdict: 'normal', detail: '{}', reviewer: 'person' }],
    });
    expect(await listReviews()).toHaveLength(1);
    expect((await putReviews([{ sha256: contentSha256, size: 7, verdict: 'low-sensitivity' }])).status).toBe(204);
    expect(await listReviews()).toHaveLength(2);
  });

  it.each([
    [{ sha256: 'AB', size: 7, verdict: 'normal' }, '/reviews/0/sha256'],
    [{ sha256: contentSha256, size: -1, verdict: 'normal' }, '/reviews/0/size'],
    [{ sha256: contentSha256, size: 7, verdict: 1 }, '/reviews/0/verdict'],
  ])('PUT rejects %j without an upstream call', async (review, pointer) => {
    const before = stack.sandbox.counters().calls;
    expect((await putReviews([review])).json()).toMatchObject({ status: 422, errors: [{ pointer }] });
    expect(stack.sandbox.counters().calls).toBe(before);
  });

  it('does not violate the contract', () => {
    expect(stack.sandbox.counters()).toMatchObject({ refusedForContract: 0, answersBreakingContract: 0 });
  });
});

describe('reviews without configuration', () => {
  it('do not exist', async () => {
    const stack = await startGatewayStack();
    try {
      expect((await stack.sendRaw({ path: '/v1/reviews' })).status).toBe(404);
    } finally {
      await stack.close();
    }
  });
});
