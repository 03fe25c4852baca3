import {
  type BoundClient,
  isUnreadable,
  parseId,
  type OperationInput,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import type { BulkResult } from '../http/response/bulk-result.js';
import { toProblemFromCode } from '../http/problems/koodrive-problems.js';
import { mapBulkOutcomes } from '../http/response/bulk-outcomes.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { describesFolder } from '../upstream/file-kind.js';
import { mapCompleteList, mapPage, withoutTotal } from '../upstream/map-entries.js';
import { withoutRootFolder } from '../upstream/named-folder.js';
import { required, requiredFrom, requiredId, requiredText } from '../upstream/required.js';
import { toWebUrl } from '../upstream/web-url.js';
import type {
  ChangeShareBody,
  CreateShareBody,
  ListReceivedSharesQuery,
  ListSharesQuery,
  ShareParticipant,
  ReceivedShare,
  Share,
  SharedFile,
  ShareScope,
  ShareState,
} from './shares.dto.js';

const scopeCodes = { external: 1, organization: 2, selected: 3 } as const satisfies Record<ShareScope, number>;
const toShareScope = createCodeReader(scopeCodes);
const toFinalState = createCodeReader({ 'files-deleted': 1, invalid: 2, expired: 3 });

/** Of a share whose time of expiry decides. */
const openStatusCode = '0';

/** With status 0, the time of expiry decides (libs/koodrive/contract/facts/shares.md). */
export function toShareState(
  wire: { readonly status?: unknown; readonly expireTime?: string },
  nowMs: number,
): ShareState | undefined {
  const state = toFinalState(wire.status);
  if (state) return state;
  const expiresAt = parseTimestamp(wire.expireTime);
  if (expiresAt !== undefined && Date.parse(expiresAt) <= nowMs) return 'expired';
  const isKnown = String(wire.status) === openStatusCode && !isUnreadable(wire, 'expireTime');
  return isKnown ? 'active' : undefined;
}

/** The code of a link. Older responses have it only at the end of the link's URL. */
const toLinkCode = ({
  shortUrl,
  linkUrl,
}: {
  readonly shortUrl?: string;
  readonly linkUrl?: string;
}): string | undefined => parseId(shortUrl) ?? parseId(/([A-Za-z0-9_-]+)\/?$/.exec(linkUrl ?? '')?.[1]);

type FileWire = PagedItem<'listShareFiles'> | NonNullable<PagedItem<'listShareByMe'>['files']>[number];

export function toSharedFile(wire: FileWire): SharedFile {
  const mediaType = 'mimeType' in wire ? wire.mimeType : undefined;
  required(wire.fileType ?? mediaType, wire, 'fileType');
  const isFolder = describesFolder({ fileType: wire.fileType, mimeType: mediaType });
  return {
    id: requiredId(wire, 'id'),
    kind: isFolder ? 'folder' : 'file',
    name: requiredText(wire, 'fileName'),
    mediaType: isFolder ? undefined : mediaType || undefined,
    size: isFolder ? undefined : parseNonNegativeInteger(wire.size),
    spaceId: parseId(wire.containers?.[0]),
    parentId: parseId(wire.parentFolder?.[0]),
    modifiedAt: 'editedTime' in wire ? parseTimestamp(wire.editedTime) : undefined,
  };
}

type AnyShareWire =
  | PagedItem<'listShareByMe'>
  | PagedItem<'listShareWithMe'>
  | NonNullable<OperationOutput<'getShareByMeDetail'>['shareLink']>
  | NonNullable<OperationOutput<'getShareWithMeDetail'>['shareLink']>;

const toBaseShare = (wire: AnyShareWire, nowMs: number): Omit<Share, 'extractCode'> => ({
  id: requiredId(wire, 'shareId'),
  code: toLinkCode(wire),
  url: toWebUrl(wire.linkUrl),
  name: wire.displayName || undefined,
  status: toShareState(wire, nowMs),
  // A number in some responses, text in others (x-doc-conflict).
  scope: 'scope' in wire ? toShareScope(wire.scope) : undefined,
  comment: wire.comment || undefined,
  spaceId: 'containerId' in wire ? parseId(wire.containerId) : undefined,
  files: 'files' in wire ? mapCompleteList(wire.files, toSharedFile) : undefined,
  viewCount: 'viewCnt' in wire ? parseNonNegativeInteger(wire.viewCnt) : undefined,
  createdAt: parseTimestamp(wire.shareTime),
  expiresAt: parseTimestamp(wire.expireTime),
});

const toParticipants = (wire: readonly { id?: string; name?: string }[] | undefined): ShareParticipant[] | undefined =>
  wire?.length
    ? mapCompleteList(wire, (each) => ({ id: requiredId(each, 'id'), name: each.name || undefined }))
    : undefined;

type ShareWire = PagedItem<'listShareByMe'> | NonNullable<OperationOutput<'getShareByMeDetail'>['shareLink']>;
const toShare = (wire: ShareWire, nowMs = Date.now()): Share => ({
  ...toBaseShare(wire, nowMs),
  extractCode: wire.extractCode || undefined,
  users: 'users' in wire ? toParticipants(wire.users) : undefined,
  departments: 'depts' in wire ? toParticipants(wire.depts) : undefined,
  groups: 'groups' in wire ? toParticipants(wire.groups) : undefined,
});

/** The user who shares; undefined if the response does not have it. */
export const toSharer = (wire: {
  readonly ownerId?: string;
  readonly ownerName?: string;
}): ShareParticipant | undefined => {
  const ownerId = parseId(wire.ownerId);
  return ownerId === undefined ? undefined : { id: ownerId, name: wire.ownerName || undefined };
};

type ReceivedShareWire =
  PagedItem<'listShareWithMe'> | NonNullable<OperationOutput<'getShareWithMeDetail'>['shareLink']>;
const toReceivedShare = (wire: ReceivedShareWire, nowMs = Date.now()): ReceivedShare => ({
  ...toBaseShare(wire, nowMs),
  sharedBy: toSharer(wire),
});

/** The upstream's code for the direction of `?sort=`: 1 for `name`, 2 for `-name` (descending). */
export const toSortDirectionCode = (sort: string | undefined): 1 | 2 | undefined =>
  sort ? (sort.startsWith('-') ? 2 : 1) : undefined;
/** The only key by which the upstream sorts shares: when they were created. */
const createdAtSortType = 4;

const toListInput = ({ q, sort }: ListSharesQuery | ListReceivedSharesQuery): OperationInput<'listShareByMe'> => ({
  displayName: q,
  sortType: sort ? createdAtSortType : undefined,
  sortDirection: toSortDirectionCode(sort),
});

export async function listShares(koodrive: BoundClient, query: ListSharesQuery): Promise<Page<Share>> {
  const { limit, cursor } = query;
  const page = await koodrive.fetchPage('listShareByMe', toListInput(query), { limit, cursor });
  return withoutTotal(mapPage(page, (wire) => toShare(wire)));
}

export async function listReceivedShares(
  koodrive: BoundClient,
  query: ListReceivedSharesQuery,
): Promise<Page<ReceivedShare>> {
  const { limit, cursor } = query;
  const page = await koodrive.fetchPage('listShareWithMe', toListInput(query), { limit, cursor });
  return withoutTotal(mapPage(page, (wire) => toReceivedShare(wire)));
}

export async function readShare(koodrive: BoundClient, shareId: string): Promise<Share> {
  const wire = await koodrive.call('getShareByMeDetail', { shareId });
  return toShare(required(wire.shareLink, wire, 'shareLink'));
}

/**
 * The top-level files of one of the caller's shares. They are read through its link, with its access code if it has
 * one.
 */
export async function listSharedFiles(
  koodrive: BoundClient,
  { code, extractCode }: Pick<Share, 'code' | 'extractCode'>,
  limit: number,
): Promise<Page<SharedFile>> {
  const shortUrl = requiredFrom('getShareByMeDetail', code, 'a share with the code of its link');
  const { kdstoken } = extractCode ? await koodrive.call('verifyExtractCode', { shortUrl, extractCode }) : {};
  const page = await koodrive.fetchPage('listShareFiles', { shortUrl }, { limit, unboundInput: { kdstoken } });
  return withoutTotal(mapPage(page, toSharedFile));
}

export async function readReceivedShare(koodrive: BoundClient, shareId: string): Promise<ReceivedShare> {
  const wire = await koodrive.call('getShareWithMeDetail', { shareId });
  return toReceivedShare(required(wire.shareLink, wire, 'shareLink'));
}

const toRecipientsInput = ({ userIds, departmentIds, groupIds }: CreateShareBody | ChangeShareBody) => ({
  userIds,
  deptIds: departmentIds,
  groupIds,
});

/** Creates a share and reads it, because the response of the upstream has only its link. */
export async function createShare(koodrive: BoundClient, body: CreateShareBody): Promise<Share> {
  const { spaceId, fileIds, scope, validDays, extractCode, comment } = body;
  const files = Object.fromEntries(fileIds.map((fileId, index) => [`/fileIds/${index}`, fileId]));
  const wire = await withoutRootFolder(koodrive, spaceId, files, () =>
    koodrive.call('createShare', {
      ...toRecipientsInput(body),
      containerId: spaceId,
      fileIds,
      scope: scopeCodes[scope],
      validDays,
      extractCode,
      comment,
    }),
  );
  return readShare(koodrive, requiredId(required(wire.shareLink, wire, 'shareLink'), 'shareId'));
}

/** The upstream requires validDays. 0 does not change the time of expiry. */
export async function changeShare(koodrive: BoundClient, shareId: string, body: ChangeShareBody): Promise<Share> {
  const { validDays = 0, extractCode, comment } = body;
  await koodrive.call('updateShare', {
    ...toRecipientsInput(body),
    shareId,
    validDays,
    extractCode,
    comment,
  });
  return readShare(koodrive, shareId);
}

type BatchSharesOperation = 'batchCancel' | 'exitShare';
type BatchSharesOutput = OperationOutput<'batchCancel'> | OperationOutput<'exitShare'>;

function toSharesBulkResult(
  operation: BatchSharesOperation,
  ids: readonly string[],
  wire: BatchSharesOutput,
): BulkResult {
  const outcomes = wire.subResponseList ?? [];
  return mapBulkOutcomes(
    operation,
    ids,
    outcomes.map(({ shareId, code }) => ({ id: parseId(shareId), code })),
  );
}

export const cancelShares = async (koodrive: BoundClient, shareIds: string[]): Promise<BulkResult> =>
  toSharesBulkResult('batchCancel', shareIds, await koodrive.call('batchCancel', { shareIds }));

export const leaveShares = async (koodrive: BoundClient, shareIds: string[]): Promise<BulkResult> =>
  toSharesBulkResult('exitShare', shareIds, await koodrive.call('exitShare', { shareIds }));

/** @throws ProblemError the problem of the upstream's code for this share */
export async function cancelShare(koodrive: BoundClient, shareId: string): Promise<void> {
  const wire = await koodrive.call('batchCancel', { shareIds: [shareId] });
  const outcome = required(wire.subResponseList?.[0], wire, 'subResponseList', 'a list with one outcome');
  const code = String(required(outcome.code, outcome, 'code', 'a code'));
  if (code !== '0') throw toProblemFromCode('batchCancel', code);
}
