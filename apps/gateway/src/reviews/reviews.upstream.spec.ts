import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { findReviews, listReviews, setReviews } from './reviews.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: 0, msg: 'success' };
const sha256 = 'd5757c6fe0882122d45456d1ecd2fbce59abfb00f86508be7f62304e7b0ec6d9';
const documented = { sha256, size: 11_239, auditLevel: 10, auditResult: 3 };

describe('a review', () => {
  it.each([
    ['from the documented example', documented],
    ['with numbers as text', { ...documented, size: '11239', auditLevel: '10', auditResult: '3' }],
  ])('is read %s', async (_title, wire) => {
    upstream = await startDocumentedUpstream({ auditList: { ...success, auditList: [wire] } });
    expect(await listReviews(upstream.koodrive, { limit: 1 })).toEqual({
      items: [{ sha256, size: 11_239, verdict: 'high-sensitivity', reviewer: 'machine' }],
      nextCursor: null,
    });
  });

  it('is looked up by content', async () => {
    upstream = await startDocumentedUpstream({
      batchGet: { ...success, data: { auditList: [{ ...documented, auditLevel: 99, auditResult: 1 }] } },
    });
    const { items } = await findReviews(upstream.koodrive, { contents: [{ sha256, size: 11_239, fileId: 'F1' }] });
    expect(items).toEqual([{ sha256, size: 11_239, verdict: 'normal', reviewer: 'appeal' }]);
    expect(upstream.requestsFor('batchGet')[0]?.body).toBe(
      JSON.stringify({ featureList: [{ sha256, size: 11_239, fileId: 'F1' }] }),
    );
  });

  it('is sent with the code of its verdict', async () => {
    upstream = await startDocumentedUpstream({ batchAudit: success });
    await setReviews(upstream.koodrive, { reviews: [{ sha256, size: 1, verdict: 'low-sensitivity' }] });
    expect(upstream.requestsFor('batchAudit')[0]?.body).toBe(
      JSON.stringify({ list: [{ sha256, size: 1, auditResult: 2 }] }),
    );
  });
});
