import { type BoundClient, id, type Item, moment, type Output, whole } from '#koodrive';
import type { ProblemDocument } from '#problem';
import { type BatchResult, batchResult } from '../http/answer/entry-result.js';
import { partProblem, problemOfCode } from '../http/problems/koodrive-problems.js';
import type { Page } from '../http/input/page.js';
import type { ListMessagesQuery, Message, MessageKind, UnreadCount } from './messages.dto.js';

const kindCodes = { share: '000', team: '001', system: '002', management: '003' } as const satisfies Record<
  MessageKind,
  string
>;
const kinds = Object.fromEntries(Object.entries(kindCodes).map(([word, code]) => [code, word])) as Readonly<
  Record<string, MessageKind>
>;
const stateCodes = { unread: 0, read: 1 } as const;

export const toMessage = (wire: Item<'listMessages'>): Message => ({
  id: id(wire.id) ?? '',
  kind: kinds[wire.type ?? ''],
  state: Number(wire.state) === stateCodes.read ? 'read' : 'unread',
  sender: wire.sender || undefined,
  text: wire.context ?? '',
  receivedAt: moment(wire.createTime),
});

export async function listMessages(koodrive: BoundClient, query: ListMessagesQuery): Promise<Page<Message>> {
  const { kind, state, limit, cursor } = query;
  const found = await koodrive.page(
    'listMessages',
    { ...(kind && { filterType: kindCodes[kind] }), ...(state && { state: stateCodes[state] }) },
    { limit, ...(cursor && { cursor }) },
  );
  return { items: found.items.map(toMessage), nextCursor: found.nextCursor };
}

export const unreadCount = async (koodrive: BoundClient): Promise<UnreadCount> => ({
  count: whole((await koodrive.call('getUnreadCount', {})).count) ?? 0,
});

/** A message that the upstream did not change is not there, or not the caller's: it does not say which. */
export function toBatchResult(
  operation: string,
  ids: readonly string[],
  { messages = [] }: Output<'batchReadMessage'>,
): BatchResult {
  const changed = new Set(messages.filter((each) => each.changed).map((each) => id(each.id)));
  const failed = ids
    .filter((each) => !changed.has(each))
    .map((each): [string, ProblemDocument] => [each, partProblem(problemOfCode(operation, '13000309'))]);
  return batchResult(ids, new Map(failed));
}

export const markRead = async (koodrive: BoundClient, ids: string[]): Promise<BatchResult> =>
  toBatchResult('batchReadMessage', ids, await koodrive.call('batchReadMessage', { ids }));

export const deleteMessages = async (koodrive: BoundClient, ids: string[]): Promise<BatchResult> =>
  toBatchResult('batchDeleteMessage', ids, await koodrive.call('batchDeleteMessage', { ids }));

/** The upstream's one call for both: 0 marks all as read, 1 deletes all. */
const operations = { 'mark-read': 0, delete: 1 } as const;

export const changeAll = async (koodrive: BoundClient, what: keyof typeof operations): Promise<void> => {
  await koodrive.call('updateSpecificMessageState', { operate: operations[what] });
};
