import { afterEach, describe, expect, it } from '@jest/globals';
import {
  documentedAnswer,
  type DocumentedUpstream,
  startDocumentedUpstream,
} from '../../../../test/support/documented-upstream.js';
import {
  cancelShare,
  cancelShares,
  changeShare,
  createShare,
  leaveShares,
  listReceived,
  listShares,
  readReceived,
  stateOf,
  toShare,
} from './shares.upstream.js';

let upstream: DocumentedUpstream;
afterEach(() => upstream.close());

const success = { code: '0', msg: 'Success.' };
const page = { limit: 50 };
const day = 86_400_000;

describe('a share', () => {
  it('is made with numbers for words, and read back', async () => {
    upstream = await startDocumentedUpstream({
      createShare: { ...success, shareLink: { shareId: '1689759841444195840' } },
      getShareByMeDetail: {
        ...success,
        shareLink: {
          ...{
            shareId: '1689759841444195840',
            linkUrl: 'https://x.example/cloudfile/#/sharelink/i/168974305451418777',
          },
          ...{ scope: 3, status: 0, expireTime: '2999-05-29T02:00:39.952Z', extractCode: 'MDg2K0vU' },
          depts: [],
          users: [{ id: '7', name: 'Fang' }],
        },
      },
    });
    const body = { spaceId: 'S1', fileIds: ['F1'], scope: 'selected', validDays: 9, departmentIds: ['2'] } as const;
    const made = await createShare(upstream.koodrive, { ...body, fileIds: ['F1'], departmentIds: ['2'] });
    expect(JSON.parse(upstream.sent('createShare')[0]?.body ?? '')).toEqual({
      ...{ containerId: 'S1', fileIds: ['F1'], scope: 3, validDays: 9, deptIds: ['2'] },
    });
    expect(made).toMatchObject({
      ...{ id: '1689759841444195840', code: '168974305451418777', scope: 'selected', status: 'active' },
      ...{ extractCode: 'MDg2K0vU', expiresAt: '2999-05-29T02:00:39.952Z', users: [{ id: '7', name: 'Fang' }] },
    });
    expect(made.departments).toBeUndefined();
  });

  it('is changed without touching its end unless days are given', async () => {
    const documented = documentedAnswer('updateShare');
    upstream = await startDocumentedUpstream({
      updateShare: { ...success, ...documented },
      getShareByMeDetail: { ...success, shareLink: { shareId: '7' } },
    });
    await changeShare(upstream.koodrive, '7', { comment: '123' });
    await changeShare(upstream.koodrive, '7', { validDays: 9 });
    expect(upstream.sent('updateShare').map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { validDays: 0, comment: '123' },
      { validDays: 9 },
    ]);
  });

  it('tells what became of it: the number decides, and 0 leaves it to the time', () => {
    const now = Date.UTC(2026, 0, 1);
    const at = (ms: number): string => new Date(now + ms).toISOString();
    expect(stateOf({ status: 0, expireTime: at(day) }, now)).toBe('active');
    expect(stateOf({ status: 0, expireTime: at(0) }, now)).toBe('expired');
    expect(stateOf({ status: 0, expireTime: '2025-12-31 23:59:59' }, now)).toBe('expired');
    expect(stateOf({ status: 1, expireTime: at(-day) }, now)).toBe('files-deleted');
    expect(stateOf({ status: '2', expireTime: at(day) }, now)).toBe('invalid');
    expect(stateOf({ status: 3 }, now)).toBe('expired');
    expect(stateOf({}, now)).toBe('active');
  });

  it('is not made up where its id is missing', () => {
    expect(() => toShare({ displayName: 'x' })).toThrow('upstream-protocol');
  });
});

describe('lists of shares', () => {
  it('take the numbers of one list as numbers and of the other as text', async () => {
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
    const mine = await listShares(upstream.koodrive, { ...page, q: 'a', sort: 'createdAt' });
    expect(mine.items).toMatchObject([{ viewCount: 3, scope: 'organization' }]);
    expect(mine.items[0]?.files).toMatchObject([
      { id: 'F1', kind: 'file', size: 7, mediaType: 'application/pdf', spaceId: 'S1' },
      { id: 'F2', kind: 'folder' },
    ]);
    expect(mine.items[0]?.files?.[1]?.size).toBeUndefined();
    const received = await listReceived(upstream.koodrive, page);
    expect(received.items).toMatchObject([{ viewCount: 4, scope: 'selected', sharedBy: { id: '9', name: 'Mei' } }]);
    const query = new URLSearchParams(upstream.sent('listShareByMe')[0]?.query);
    expect(Object.fromEntries(query)).toMatchObject({ displayName: 'a', sortType: '4', sortDirection: '1' });
  });
});

describe('a received share', () => {
  it('is read from the documented example, whatever the form of its code', async () => {
    const documented = documentedAnswer('getShareWithMeDetail');
    upstream = await startDocumentedUpstream({ getShareWithMeDetail: { ...documented, code: '0' } });
    expect(await readReceived(upstream.koodrive, '1')).toMatchObject({
      ...{ id: 'string', status: 'expired', expiresAt: '2024-06-03T02:18:51.520Z' },
      sharedBy: { id: 'string', name: 'string' },
    });
  });
});

describe('results of many at once', () => {
  it('are read from the documented example, where the share is named', async () => {
    upstream = await startDocumentedUpstream();
    const { items } = await cancelShares(upstream.koodrive, ['1689759841444195840']);
    expect(items).toEqual([{ id: '1689759841444195840', status: 'done' }]);
  });

  it('follow the order asked for where no share is named, with codes as text or number', async () => {
    const subResponseList = [{ code: '13000309', message: 'gone' }, { code: 0 }];
    upstream = await startDocumentedUpstream({ exitShare: { ...success, subResponseList } });
    const { items } = await leaveShares(upstream.koodrive, ['1', '2']);
    expect(items).toMatchObject([
      { id: '1', status: 'failed', problem: { code: 'not-found' } },
      { id: '2', status: 'done' },
    ]);
  });

  it('go by the name where the order is another, and are refused where one share has none', async () => {
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
