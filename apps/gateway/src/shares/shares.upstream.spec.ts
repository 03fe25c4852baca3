import { afterEach, describe, expect, it } from '@jest/globals';
import {
  documentedResponse,
  type DocumentedUpstream,
  startDocumentedUpstream,
} from '../../../../test/support/documented-upstream.js';
import {
  cancelShare,
  cancelShares,
  changeShare,
  createShare,
  leaveShares,
  listReceivedShares,
  listShares,
  readReceivedShare,
  readShare,
  toShareState,
} from './shares.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: '0', msg: 'Success.' };
const page = { limit: 50 };
const dayMs = 86_400_000;

describe('a share', () => {
  it('is created with the codes of the upstream, and then read', async () => {
    upstream = await startDocumentedUpstream({
      createShare: { ...success, shareLink: { shareId: '1689759841444195840' } },
      getShareByMeDetail: {
        ...success,
        shareLink: {
          shareId: '1689759841444195840',
          linkUrl: 'https://x.example/cloudfile/#/sharelink/i/168974305451418777',
          scope: 3,
          status: 0,
          expireTime: '2999-05-29T02:00:39.952Z',
          extractCode: 'MDg2K0vU',
          depts: [],
          users: [{ id: '7', name: 'Fang' }],
        },
      },
    });
    const body = { spaceId: 'S1', fileIds: ['F1'], scope: 'selected', validDays: 9, departmentIds: ['2'] } as const;
    const created = await createShare(upstream.koodrive, { ...body, fileIds: ['F1'], departmentIds: ['2'] });
    expect(JSON.parse(upstream.requestsFor('createShare')[0]?.body ?? '')).toEqual({
      containerId: 'S1',
      fileIds: ['F1'],
      scope: 3,
      validDays: 9,
      deptIds: ['2'],
    });
    expect(created).toMatchObject({
      id: '1689759841444195840',
      code: '168974305451418777',
      scope: 'selected',
      status: 'active',
      extractCode: 'MDg2K0vU',
      expiresAt: '2999-05-29T02:00:39.952Z',
      users: [{ id: '7', name: 'Fang' }],
    });
    expect(created.departments).toBeUndefined();
  });

  it('is changed without a new expiry unless days are given', async () => {
    const documented = documentedResponse('updateShare');
    upstream = await startDocumentedUpstream({
      updateShare: { ...success, ...documented },
      getShareByMeDetail: { ...success, shareLink: { shareId: '7' } },
    });
    await changeShare(upstream.koodrive, '7', { comment: '123' });
    await changeShare(upstream.koodrive, '7', { validDays: 9 });
    expect(upstream.requestsFor('updateShare').map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { validDays: 0, comment: '123' },
      { validDays: 9 },
    ]);
  });

  it('has a state by its code, or by its time of expiry for code 0', () => {
    const now = Date.UTC(2026, 0, 1);
    const at = (ms: number): string => new Date(now + ms).toISOString();
    expect(toShareState({ status: 0, expireTime: at(dayMs) }, now)).toBe('active');
    expect(toShareState({ status: 0, expireTime: at(0) }, now)).toBe('expired');
    expect(toShareState({ status: 0, expireTime: '2025-12-31 23:59:59' }, now)).toBe('expired');
    expect(toShareState({ status: 1, expireTime: at(-dayMs) }, now)).toBe('files-deleted');
    expect(toShareState({ status: '2', expireTime: at(dayMs) }, now)).toBe('invalid');
    expect(toShareState({ status: 3 }, now)).toBe('expired');
    expect(toShareState({}, now)).toBeUndefined();
  });

  it('cannot be read if its id is missing', async () => {
    upstream = await startDocumentedUpstream({ getShareByMeDetail: { ...success, shareLink: { displayName: 'x' } } });
    await expect(readShare(upstream.koodrive, '7')).rejects.toThrow('upstream-protocol');
  });
});

describe('lists of shares', () => {
  it('accept numbers in one list and numbers as text in the other', async () => {
    const file = {
      id: 'F1',
      fileName: 'a.pdf',
      fileType: '45',
      size: 7,
      mimeType: 'application/pdf',
      containers: ['S1'],
    };
    const folder = { id: 'F2', fileName: 'b', fileType: '10', size: 0 };
    upstream = await startDocumentedUpstream({
      listShareByMe: { ...success, shareLinks: [{ shareId: '1', viewCnt: 3, scope: 2, files: [file, folder] }] },
      listShareWithMe: {
        code: 0,
        shareLinks: [{ shareId: '2', viewCnt: '4', scope: '3', ownerId: '9', ownerName: 'Mei' }],
      },
    });
    const own = await listShares(upstream.koodrive, { ...page, q: 'a', sort: 'createdAt' });
    expect(own.items).toMatchObject([{ viewCount: 3, scope: 'organization' }]);
    expect(own.items[0]?.files).toMatchObject([
      { id: 'F1', kind: 'file', size: 7, mediaType: 'application/pdf', spaceId: 'S1' },
      { id: 'F2', kind: 'folder' },
    ]);
    expect(own.items[0]?.files?.[1]?.size).toBeUndefined();
    const received = await listReceivedShares(upstream.koodrive, page);
    expect(received.items).toMatchObject([{ viewCount: 4, scope: 'selected', sharedBy: { id: '9', name: 'Mei' } }]);
    const query = new URLSearchParams(upstream.requestsFor('listShareByMe')[0]?.query);
    expect(Object.fromEntries(query)).toMatchObject({ displayName: 'a', sortType: '4', sortDirection: '1' });
  });
});

describe('a received share', () => {
  it('is read from the documented example, also with its code as text', async () => {
    const documented = documentedResponse('getShareWithMeDetail');
    upstream = await startDocumentedUpstream({ getShareWithMeDetail: { ...documented, code: '0' } });
    expect(await readReceivedShare(upstream.koodrive, '1')).toMatchObject({
      id: 'string',
      status: 'expired',
      expiresAt: '2024-06-03T02:18:51.520Z',
      sharedBy: { id: 'string', name: 'string' },
    });
  });
});

describe('the results of bulk calls', () => {
  it('are read from the documented example, which names the share', async () => {
    upstream = await startDocumentedUpstream();
    const { items } = await cancelShares(upstream.koodrive, ['1689759841444195840']);
    expect(items).toEqual([{ id: '1689759841444195840', status: 'done' }]);
  });

  it('follow the order of the request if no share is named, with codes as text or numbers', async () => {
    const subResponseList = [{ code: '13000309', message: 'gone' }, { code: 0 }];
    upstream = await startDocumentedUpstream({ exitShare: { ...success, subResponseList } });
    const { items } = await leaveShares(upstream.koodrive, ['1', '2']);
    expect(items).toMatchObject([
      { id: '1', status: 'failed', problem: { code: 'not-found' } },
      { id: '2', status: 'done' },
    ]);
  });

  it('are matched by id if the order differs, and throw if one share has no result', async () => {
    const named = [
      { shareId: '2', code: 13000309 },
      { shareId: '1', code: '0' },
    ];
    upstream = await startDocumentedUpstream({ batchCancel: { ...success, subResponseList: named } });
    const { items } = await cancelShares(upstream.koodrive, ['1', '2']);
    expect(items.map(({ status }) => status)).toEqual(['done', 'failed']);
    await expect(cancelShares(upstream.koodrive, ['1', '3'])).rejects.toThrow('upstream-protocol');
    await expect(cancelShare(upstream.koodrive, '2')).rejects.toThrow('not-found');
  });
});
