import {
  type BoundClient,
  errorCodes,
  parseId,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { type BulkResult, createBulkResult } from '../http/response/bulk-result.js';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import type { ListMessagesQuery, Message, MessageKind, UnreadCount } from './messages.dto.js';

const kindCodes = { share: '000', team: '001', system: '002', management: '003' } as const satisfies Record<
  MessageKind,
  string
>;
const messageKindByCode = Object.fromEntries(Object.entries(kindCodes).map(([kind, code]) => [code, kind])) as Readonly<
  Record<string, MessageKind>
>;
const stateCodes = { unread: 0, read: 1 } as const;

const toMessage = (wire: PagedItem<'listMessages'>): Message => ({
  id: parseId(wire.id) ?? '',
  kind: messageKindByCode[wire.type ?? ''],
  state: Number(wire.state) === stateCodes.read ? 'read' : 'unread',
  sender: wire.sender || undefined,
  text: wire.context ?? '',
  receivedAt: parseTimestamp(wire.createTime),
});

export async function listMessages(koodrive: BoundClient, query: ListMessagesQuery): Promise<Page<Message>> {
  const { kind, state, limit, cursor } = query;
  const page = await koodrive.fetchPage(
    'listMessages',
    { filterType: kind && kindCodes[kind], state: state && stateCodes[state] },
    { limit, cursor },
  );
  return { items: page.items.map(toMessage), nextCursor: page.nextCursor };
}

export const countUnreadMessages = async (koodrive: BoundClient): Promise<UnreadCount> => ({
  count: parseNonNegativeInteger((await koodrive.call('getUnreadCount', {})).count) ?? 0,
});

/**
 * A message that the upstream did not change does not exist or belongs to another user. The upstream does not return
 * which.
 */
function toMessagesBulkResult(
  operation: string,
  ids: readonly string[],
  { messages = [] }: OperationOutput<'batchReadMessage'>,
): BulkResult {
  const changedIds = new Set(messages.filter(({ changed }) => changed).map(({ id }) => parseId(id)));
  const problem = toPartialFailure(toProblemFromCode(operation, errorCodes.resourceNotFound));
  const failedIds = ids.filter((id) => !changedIds.has(id));
  return createBulkResult(ids, new Map(failedIds.map((id) => [id, problem])));
}

export const markMessagesRead = async (koodrive: BoundClient, ids: string[]): Promise<BulkResult> =>
  toMessagesBulkResult('batchReadMessage', ids, await koodrive.call('batchReadMessage', { ids }));

export const deleteMessages = async (koodrive: BoundClient, ids: string[]): Promise<BulkResult> =>
  toMessagesBulkResult('batchDeleteMessage', ids, await koodrive.call('batchDeleteMessage', { ids }));

/** updateSpecificMessageState.operate. */
const operateCodes = { 'mark-read': 0, delete: 1 } as const;

export const changeAllMessages = async (koodrive: BoundClient, action: keyof typeof operateCodes): Promise<void> => {
  await koodrive.call('updateSpecificMessageState', { operate: operateCodes[action] });
};
