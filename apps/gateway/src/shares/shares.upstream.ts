import { type BoundClient, id, type Input, type Item, moment, type Output, whole } from '#koodrive';
import type { BatchResult } from '../http/answer/entry-result.js';
import { problemOfCode } from '../http/problems/koodrive-problems.js';
import { resultOf } from '../http/answer/outcomes.js';
import type { Page } from '../http/input/page.js';
import { demand } from '../upstream/demand.js';
import type {
  ChangeShareBody,
  CreateShareBody,
  ListReceivedQuery,
  ListSharesQuery,
  Receiver,
  ReceivedShare,
  Share,
  SharedFile,
  ShareScope,
  ShareState,
} from './shares.dto.js';

const scopeCodes = { external: 1, organization: 2, selected: 3 } as const satisfies Record<ShareScope, number>;
const scopes = Object.fromEntries(Object.entries(scopeCodes).map(([word, code]) => [code, word])) as Readonly<
  Record<string, ShareScope>
>;
const states: Readonly<Record<string, ShareState>> = { 1: 'files-deleted', 2: 'invalid', 3: 'expired' };

/** 0 says nothing but that the time of expiry decides (facts/shares.md). */
export function stateOf(
  { status, expireTime }: { readonly status?: unknown; readonly expireTime?: string },
  now: number,
): ShareState {
  const told = states[String(status)];
  if (told) return told;
  const end = moment(expireTime);
  return end !== undefined && Date.parse(end) <= now ? 'expired' : 'active';
}

/** The code of a link; older answers have it at the end of the link's address only. */
const codeOf = ({ shortUrl, linkUrl }: { readonly shortUrl?: string; readonly linkUrl?: string }): string | undefined =>
  id(shortUrl) ?? id(/([A-Za-z0-9_-]+)\/?$/.exec(linkUrl ?? '')?.[1]);

const folderTypes: ReadonlySet<unknown> = new Set(['10', '11']);

type FileWire = Item<'listShareFiles'> | NonNullable<Item<'listShareByMe'>['files']>[number];

export function toSharedFile(wire: FileWire): SharedFile {
  const mediaType = 'mimeType' in wire ? wire.mimeType : undefined;
  const folder = folderTypes.has(wire.fileType) || mediaType === 'application/vnd.huawei-apps.folder';
  return {
    id: demand(id(wire.id)),
    kind: folder ? 'folder' : 'file',
    name: wire.fileName ?? '',
    mediaType: folder ? undefined : mediaType || undefined,
    size: folder ? undefined : whole(wire.size),
    spaceId: id(wire.containers?.[0]),
    parentId: id(wire.parentFolder?.[0]),
    modifiedAt: 'editedTime' in wire ? moment(wire.editedTime) : undefined,
  };
}

type AnyWire =
  | Item<'listShareByMe'>
  | Item<'listShareWithMe'>
  | NonNullable<Output<'getShareByMeDetail'>['shareLink']>
  | NonNullable<Output<'getShareWithMeDetail'>['shareLink']>;

const toAnyShare = (wire: AnyWire, now: number): Omit<Share, 'extractCode'> => ({
  id: demand(id(wire.shareId)),
  code: codeOf(wire),
  url: wire.linkUrl || undefined,
  name: wire.displayName || undefined,
  status: stateOf(wire, now),
  // A number here, a text there (x-doc-conflict).
  scope: 'scope' in wire ? scopes[String(wire.scope)] : undefined,
  comment: wire.comment || undefined,
  spaceId: 'containerId' in wire ? id(wire.containerId) : undefined,
  files: 'files' in wire ? wire.files?.map(toSharedFile) : undefined,
  viewCount: 'viewCnt' in wire ? whole(wire.viewCnt) : undefined,
  createdAt: moment(wire.shareTime),
  expiresAt: moment(wire.expireTime),
});

const toReceivers = (wire: readonly { id?: string; name?: string }[] | undefined): Receiver[] | undefined =>
  wire?.length ? wire.map((each) => ({ id: demand(id(each.id)), name: each.name || undefined })) : undefined;

type ShareWire = Item<'listShareByMe'> | NonNullable<Output<'getShareByMeDetail'>['shareLink']>;
export const toShare = (wire: ShareWire, now = Date.now()): Share => ({
  ...toAnyShare(wire, now),
  extractCode: wire.extractCode || undefined,
  users: 'users' in wire ? toReceivers(wire.users) : undefined,
  departments: 'depts' in wire ? toReceivers(wire.depts) : undefined,
  groups: 'groups' in wire ? toReceivers(wire.groups) : undefined,
});

/** Who shares; undefined where the answer does not say. */
export const sharerOf = (wire: { readonly ownerId?: string; readonly ownerName?: string }): Receiver | undefined => {
  const ownerId = id(wire.ownerId);
  return ownerId === undefined ? undefined : { id: ownerId, name: wire.ownerName || undefined };
};

type ReceivedWire = Item<'listShareWithMe'> | NonNullable<Output<'getShareWithMeDetail'>['shareLink']>;
export const toReceivedShare = (wire: ReceivedWire, now = Date.now()): ReceivedShare => ({
  ...toAnyShare(wire, now),
  sharedBy: sharerOf(wire),
});

function listInput({ q, sort }: ListSharesQuery | ListReceivedQuery): Input<'listShareByMe'> {
  const sortDirection = sort?.startsWith('-') === false ? 1 : 2;
  return { ...(q && { displayName: q }), ...(sort && { sortType: 4, sortDirection }) };
}

export async function listShares(koodrive: BoundClient, query: ListSharesQuery): Promise<Page<Share>> {
  const { limit, cursor } = query;
  const found = await koodrive.page('listShareByMe', listInput(query), { limit, ...(cursor && { cursor }) });
  return { items: found.items.map((wire) => toShare(wire)), nextCursor: found.nextCursor };
}

export async function listReceived(koodrive: BoundClient, query: ListReceivedQuery): Promise<Page<ReceivedShare>> {
  const { limit, cursor } = query;
  const found = await koodrive.page('listShareWithMe', listInput(query), { limit, ...(cursor && { cursor }) });
  return { items: found.items.map((wire) => toReceivedShare(wire)), nextCursor: found.nextCursor };
}

export const readShare = async (koodrive: BoundClient, shareId: string): Promise<Share> =>
  toShare(demand((await koodrive.call('getShareByMeDetail', { shareId })).shareLink));

/** What is at the top of a share of the caller's own, read through its link, with its access code where it has one. */
export async function listFilesOfShare(
  koodrive: BoundClient,
  { code, extractCode }: Pick<Share, 'code' | 'extractCode'>,
  limit: number,
): Promise<Page<SharedFile>> {
  const shortUrl = demand(code);
  const { kdstoken } = extractCode ? await koodrive.call('verifyExtractCode', { shortUrl, extractCode }) : {};
  const found = await koodrive.page(
    'listShareFiles',
    { shortUrl },
    { limit, ...(kdstoken && { unbound: { kdstoken } }) },
  );
  return { items: found.items.map(toSharedFile), nextCursor: found.nextCursor };
}

export const readReceived = async (koodrive: BoundClient, shareId: string): Promise<ReceivedShare> =>
  toReceivedShare(demand((await koodrive.call('getShareWithMeDetail', { shareId })).shareLink));

const receiversInput = ({ userIds, departmentIds, groupIds }: CreateShareBody | ChangeShareBody) => ({
  ...(userIds && { userIds }),
  ...(departmentIds && { deptIds: departmentIds }),
  ...(groupIds && { groupIds }),
});

/** Shares, and reads the share back: the answer holds its link only. */
export async function createShare(koodrive: BoundClient, body: CreateShareBody): Promise<Share> {
  const { spaceId, fileIds, scope, validDays, extractCode, comment } = body;
  const { shareLink } = await koodrive.call('createShare', {
    ...receiversInput(body),
    ...{ containerId: spaceId, fileIds, scope: scopeCodes[scope], validDays },
    ...(extractCode && { extractCode }),
    ...(comment && { comment }),
  });
  return readShare(koodrive, demand(id(shareLink?.shareId)));
}

/** validDays is required upstream, where 0 leaves the time of expiry alone. */
export async function changeShare(koodrive: BoundClient, shareId: string, body: ChangeShareBody): Promise<Share> {
  const { validDays = 0, extractCode, comment } = body;
  await koodrive.call('updateShare', {
    ...receiversInput(body),
    ...{ shareId, validDays },
    ...(extractCode && { extractCode }),
    ...(comment && { comment }),
  });
  return readShare(koodrive, shareId);
}

type BulkOperation = 'batchCancel' | 'exitShare';
type Outcomes = Output<'batchCancel'> | Output<'exitShare'>;

export function toBatchResult(operation: BulkOperation, ids: readonly string[], wire: Outcomes): BatchResult {
  const outcomes = wire.subResponseList ?? [];
  return resultOf(
    operation,
    ids,
    outcomes.map(({ shareId, code }) => ({ id: id(shareId), code })),
  );
}

export const cancelShares = async (koodrive: BoundClient, shareIds: string[]): Promise<BatchResult> =>
  toBatchResult('batchCancel', shareIds, await koodrive.call('batchCancel', { shareIds }));

export const leaveShares = async (koodrive: BoundClient, shareIds: string[]): Promise<BatchResult> =>
  toBatchResult('exitShare', shareIds, await koodrive.call('exitShare', { shareIds }));

/** @throws ProblemError as a bulk call would tell of its one entry */
export async function cancelShare(koodrive: BoundClient, shareId: string): Promise<void> {
  const { subResponseList } = await koodrive.call('batchCancel', { shareIds: [shareId] });
  const code = String(subResponseList?.[0]?.code ?? 0);
  if (code !== '0') throw problemOfCode('batchCancel', code);
}
