import { errorCodes } from '../contract/errors.js';
import { readString, readStrings, readNumber } from '../json-input.js';
import { OperationError, type OperationHandlers, type Subject } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { MessageState, type Message } from '../state/messages/messages.js';
import { requireUser } from '../state/spaces/space-access.js';
import { formatIsoTime } from './formats.js';
import { defaultPageSize } from './input.js';

/** The value of `operate` that deletes all messages. Other values mark them as read. */
const deleteOperate = 1;

/** The messages of the caller. */
export function messageHandlers(drive: Drive): OperationHandlers {
  const ownMessages = (subject: Subject): Message[] => drive.messages.listByUser(requireUser(drive, subject).userId);
  const changeEach = (
    subject: Subject,
    ids: unknown,
    change: (message: Message) => boolean,
  ): Record<string, unknown> => {
    const messages = ownMessages(subject);
    const outcomes = readStrings(ids).map((id) => {
      const message = messages.find((candidate) => candidate.id === id);
      return { id, changed: message !== undefined && change(message) };
    });
    return { messages: outcomes };
  };
  return {
    getUnreadCount: ({ subject }) => ({ count: ownMessages(subject).filter(isUnread).length }),
    listMessages: ({ subject, query }) => {
      const type = readString(query.filterType);
      const state = readNumber(query.state);
      const messages = ownMessages(subject).filter((message) => {
        return (type === undefined || message.type === type) && (state === undefined || message.state === state);
      });
      return toMessagePage(
        messages,
        readString(query.pageCursor) ?? '0',
        readNumber(query.pageSize) ?? defaultPageSize,
      );
    },
    batchReadMessage: ({ subject, body }) => changeEach(subject, body.ids, markRead),
    batchDeleteMessage: ({ subject, body }) =>
      changeEach(subject, body.ids, (message) => {
        drive.messages.remove(message);
        return true;
      }),
    updateSpecificMessageState: ({ subject, query }) => {
      const deletes = readNumber(query.operate) === deleteOperate;
      for (const message of ownMessages(subject)) {
        if (deletes) drive.messages.remove(message);
        else markRead(message);
      }
      return {};
    },
  };
}

const isUnread = (message: Message): boolean => message.state === MessageState.unread;

function markRead(message: Message): boolean {
  const changed = isUnread(message);
  message.state = MessageState.read;
  return changed;
}

/** The cursor is the time and the id of the last returned message, so that new messages do not shift the pages. */
function toMessagePage(messages: readonly Message[], cursor: string, size: number): Record<string, unknown> {
  const start = cursor === '0' ? 0 : indexAfterCursor(messages, cursor);
  const page = messages.slice(start, start + size);
  const last = page.at(-1);
  const nextCursor = last && start + size < messages.length ? `${last.createdAt}|${last.id}` : undefined;
  return { messages: page.map(toMessageInfo), nextCursor };
}

function indexAfterCursor(messages: readonly Message[], cursor: string): number {
  const [time, id] = cursor.split('|');
  if (!time || !id || !/^\d+$/.test(time)) throw new OperationError(errorCodes.invalidParameter, 'pageCursor');
  const sameIndex = messages.findIndex((message) => message.id === id);
  if (sameIndex >= 0) return sameIndex + 1;
  const olderIndex = messages.findIndex((message) => message.createdAt < Number(time));
  return olderIndex < 0 ? messages.length : olderIndex;
}

function toMessageInfo({ id, sender, type, context, state, createdAt }: Message): Record<string, unknown> {
  return { id, sender, type, context, state, createTime: formatIsoTime(createdAt) };
}
