import { Refusal, type Handlers, type Subject } from '../operation.js';
import type { Drive } from '../state/drive.js';
import { MessageState, type Message } from '../state/messages/messages.js';
import { callerOf } from '../state/spaces/access.js';
import { isoTime } from './formats.js';
import { text, texts, whole } from './input.js';

/** The caller's messages. */
export function messageHandlers(drive: Drive): Handlers {
  const own = (subject: Subject): Message[] => drive.messages.of(callerOf(drive, subject).userId);
  const each = (subject: Subject, ids: unknown, change: (message: Message) => boolean): Record<string, unknown> => {
    const messages = own(subject);
    const outcomes = texts(ids).map((id) => {
      const message = messages.find((one) => one.id === id);
      return { id, changed: message !== undefined && change(message) };
    });
    return { messages: outcomes };
  };
  return {
    getUnreadCount: ({ subject }) => ({ count: own(subject).filter(isUnread).length }),
    listMessages: ({ subject, query }) => {
      const type = text(query.filterType);
      const state = whole(query.state);
      const wanted = own(subject).filter((message) => {
        return (type === undefined || message.type === type) && (state === undefined || message.state === state);
      });
      return page(wanted, text(query.pageCursor) ?? '0', whole(query.pageSize) ?? 100);
    },
    batchReadMessage: ({ subject, body }) => each(subject, body.ids, markRead),
    batchDeleteMessage: ({ subject, body }) =>
      each(subject, body.ids, (message) => {
        drive.messages.remove(message);
        return true;
      }),
    updateSpecificMessageState: ({ subject, query }) => {
      const destroy = whole(query.operate) === 1;
      for (const message of own(subject)) {
        if (destroy) drive.messages.remove(message);
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

/** The cursor is the time and the id of the last message of the page before, so that what comes in new moves nothing. */
function page(messages: readonly Message[], cursor: string, size: number): Record<string, unknown> {
  const start = cursor === '0' ? 0 : after(messages, cursor);
  const found = messages.slice(start, start + size);
  const last = found.at(-1);
  const more = last !== undefined && start + size < messages.length;
  return { messages: found.map(messageInfo), ...(more && { nextCursor: `${last.createdAt}|${last.id}` }) };
}

function after(messages: readonly Message[], cursor: string): number {
  const [time, id] = cursor.split('|');
  if (!time || !id || !/^\d+$/.test(time)) throw new Refusal(13000102, 'pageCursor');
  const same = messages.findIndex((message) => message.id === id);
  if (same >= 0) return same + 1;
  const older = messages.findIndex((message) => message.createdAt < Number(time));
  return older < 0 ? messages.length : older;
}

function messageInfo({ id, sender, type, context, state, createdAt }: Message): Record<string, unknown> {
  return { id, sender, type, context, state, createTime: isoTime(createdAt) };
}
