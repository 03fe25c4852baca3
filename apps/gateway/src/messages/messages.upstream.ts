import { type BoundClient, errorCodes, type PagedItem, parseTimestamp, type OperationOutput } from '#koodrive';
import { type BulkResult, createBulkResult } from '../http/response/bulk-result.js';
import { toPartialFailure, toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapCompleteList, mapPage, withoutTotal } from '../upstream/map-entries.js';
import { required, requiredCount, requiredFrom, requiredId } from '../upstream/required.js';
import { type ListMessagesQuery, type Message, type MessageKind, type UnreadCount } from './messages.dto.js';

const kindCodes = { share: '000', team: '001', system: '002', management: '003' } as const satisfies Record<
  MessageKind,
  string
>;
const toMessageKind = createCodeReader(kindCodes);
const stateCodes = { unread: 0, read: 1 } as const;
const toMessageState = createCodeReader(stateCodes);

const toMessage = (wire: PagedItem<'listMessages'>): Message => ({
  id: requiredId(wire, 'id'),
  kind: toMessageKind(wire.type),
  state: required(toMessageState(wire.state), wire, 'state', 'the state of a message'),
  sender: wire.sender || undefined,
  text: required(wire.context, wire, 'context', 'text'),
  receivedAt: parseTimestamp(wire.createTime),
});

export async function listMessages(koodrive: BoundClient, query: ListMessagesQuery): Promise<Page<Message>> {
  const { kind, state, limit, cursor } = query;
  const page = await koodrive.fetchPage(
    'listMessages',
    { filterType: kind && kindCodes[kind], state: state && stateCodes[state] },
    { limit, cursor },
  );
  return withoutTotal(mapPage(page, toMessage));
}

export const countUnreadMessages = async (koodrive: BoundClient): Promise<UnreadCount> => ({
  count: requiredCount(await koodrive.call('getUnreadCount', {}), 'count'),
});

/**
 * A message that the upstream did not change does not exist or belongs to another user. The upstream does not return
 * which.
 */
function toMessagesBulkResult(
  operation: string,
  ids: readonly string[],
  wire: OperationOutput<'batchReadMessage'>,
): BulkResult {
  const messages = mapCompleteList(required(wire.messages, wire, 'messages', 'a list'), (message) => ({
    id: requiredId(message, 'id'),
    changed: required(message.changed, message, 'changed', 'true or false'),
  }));
  // A message that cannot be read may be one that was changed.
  const readable = requiredFrom(operation, messages, 'a list that can be read');
  const changedIds = new Set(readable.filter(({ changed }) => changed).map(({ id }) => id));
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
