import { Id, Ids, Moment, Text, Whole, Word } from '../http/input/fields.js';
import { pageQueryOf } from '../http/input/page.js';

export const messageKinds = ['share', 'team', 'system', 'management'] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageStates = ['unread', 'read'] as const;

/** What KooDrive tells its user. */
export class Message {
  @Id({ example: '1320279092268104993' })
  id!: string;

  @Word(messageKinds, { optional: true })
  kind?: MessageKind | undefined;

  @Word(messageStates)
  state!: (typeof messageStates)[number];

  @Text({ max: 250, optional: true })
  sender?: string | undefined;

  @Text({ max: 10_000, description: 'As the upstream gives it; its form is not documented.' })
  text!: string;

  @Moment({ optional: true })
  receivedAt?: string | undefined;
}

export class UnreadCount {
  @Whole({ min: 0 })
  count!: number;
}

export class ListMessagesQuery extends pageQueryOf(Message) {
  @Word(messageKinds, { optional: true, description: 'Only messages about this.' })
  kind?: MessageKind;

  @Word(messageStates, { optional: true, description: 'Only messages in this state.' })
  state?: (typeof messageStates)[number];
}

export class MessageIdsBody {
  @Ids({ max: 100, description: 'The messages. At most 100 at once: the upstream names no limit.' })
  ids!: string[];
}
