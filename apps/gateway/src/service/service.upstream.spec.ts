import { afterEach, describe, expect, it } from '@jest/globals';
import { type DocumentedUpstream, startDocumentedUpstream } from '../../../../test/support/documented-upstream.js';
import { listAuditLog, readJsSdk, readPackageRetention, readSubscription } from './service.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: 0, msg: 'success' };
const page = { limit: 10 };

describe('the subscription', () => {
  const subscribed = { status: 1, spaceCapacity: 10, organizationName: 'Lakeside', tenantId: '4' };

  it.each([
    ['booleans and numbers', { departmentSpaceSize: 6, aiAvailable: true, wpsAvailable: false }],
    ['text', { departmentSpaceSize: '6', aiAvailable: 'true', wpsAvailable: '0' }],
  ])('has flags and capacities that are read from %s', async (_title, members) => {
    upstream = await startDocumentedUpstream({ getService: { ...success, data: { ...subscribed, ...members } } });
    expect(await readSubscription(upstream.koodrive)).toMatchObject({
      state: 'frozen',
      capacity: { total: 10 * 1024 ** 3, department: 6 * 1024 ** 3 },
      organization: { name: 'Lakeside', tenantId: '4' },
      features: { ai: true, onlineEditing: false },
    });
  });

  it('leaves out a flag with an unknown value', async () => {
    upstream = await startDocumentedUpstream({ getService: { ...success, data: { publicShareFlag: 'maybe' } } });
    const { features, state } = await readSubscription(upstream.koodrive);
    expect([features.publicSharing, state]).toEqual([undefined, undefined]);
  });
});

describe('the retention of packages', () => {
  it('is read from the documented example', async () => {
    upstream = await startDocumentedUpstream();
    expect(await readPackageRetention(upstream.koodrive)).toEqual({ days: 7 });
  });
});

describe('the JsSdk', () => {
  it('is read from the documented example, with a KooDrive session', async () => {
    upstream = await startDocumentedUpstream({}, { kind: 'session', browserSessionId: 's', userId: 'u' });
    expect(await readJsSdk(upstream.koodrive)).toEqual({
      scriptUrl: 'https://orgid-beta.ulanqab.huawei.com/orgid/console-web/jssdk/jssdk.umd.js',
      fallbackScriptUrl: 'https://orgid-beta.ulanqab.huawei.com/orgid/console-web/jssdk/jssdk.umd.js',
      pageToken: '752**************************2aa',
      pageTokenKey: '1724663471194',
      transactionId: '1724663471194',
      configuration: '{"sdk_auth_code":"043********************5e1","organization_source":"HUAWEI_ID"}',
    });
  });

  it('is not requested without a KooDrive session', async () => {
    upstream = await startDocumentedUpstream();
    await expect(readJsSdk(upstream.koodrive)).rejects.toMatchObject({ name: 'CredentialUnavailableError' });
    expect(upstream.requestsFor('getJsSdkInfo')).toEqual([]);
  });
});

describe('the audit log', () => {
  const entry = { logId: '1', operateTime: '2025-01-01T00:00:01.000Z', operation: 'createDirectory' };

  it.each([
    [0, 'done'],
    ['1', 'failed'],
    [7, undefined],
  ])('maps the result %j to %j', async (operateResult, outcome) => {
    const response = { ...success, code: '0', total: 1, logInfoList: [{ ...entry, operateResult }] };
    upstream = await startDocumentedUpstream({ listAuditLogs: response });
    const { items, total } = await listAuditLog(upstream.koodrive, page);
    expect(total).toBe(1);
    expect(items).toEqual([{ id: '1', at: '2025-01-01T00:00:01.000Z', operation: 'createDirectory', outcome }]);
  });

  it('is requested in the format of the example, newest first', async () => {
    upstream = await startDocumentedUpstream({ listAuditLogs: { ...success, total: 0, logInfoList: [] } });
    await listAuditLog(upstream.koodrive, {
      ...page,
      from: '2025-01-01T08:00:01+08:00',
      outcome: 'failed',
      operations: ['logout'],
    });
    expect(JSON.parse(upstream.requestsFor('listAuditLogs')[0]?.body ?? '')).toEqual({
      operTimeFrom: '2025-01-01T00:00:01.000Z',
      operateResult: '1',
      operations: ['logout'],
      pageInfo: { pageSize: 10, pageNum: 0 },
      sortInfo: { sortType: 1, sortDirection: 2 },
    });
  });
});
