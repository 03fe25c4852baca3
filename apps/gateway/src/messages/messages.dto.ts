import { IdField, IdArrayField, TimestampField, StringField, IntegerField, EnumField } from '../http/input/fields.js';
import { createPageQueryClass } from '../http/input/page.js';

const messageKinds = ['share', 'team', 'system', 'management'] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageStates = ['unread', 'read'] as const;

/** A message from KooDrive to a user. */
export class Message {
  @IdField({ example: '1320279092268104993' })
  id!: string;

  @EnumField(messageKinds, { optional: true })
  kind?: MessageKind;

  @EnumField(messageStates)
  state!: (typeof messageStates)[number];

  @StringField({ maxLength: 250, optional: true })
  sender?: string;

  @StringField({ maxLength: 10_000, description: 'As the upstream returns it. The format is not documented.' })
  text!: string;

  @TimestampField({ optional: true })
  receivedAt?: string;
}

export class UnreadCount {
  @IntegerField({ min: 0 })
  count!: number;
}

export class ListMessagesQuery extends createPageQueryClass(Message) {
  @EnumField(messageKinds, { optional: true, description: 'Only messages of this kind.' })
  kind?: MessageKind;

  @EnumField(messageStates, { optional: true, description: 'Only messages in this state.' })
  state?: (typeof messageStates)[number];
}

export class MessageIdsBody {
  @IdArrayField({ maxItems: 100, description: 'The messages, at most 100. The upstream documents no limit.' })
  ids!: string[];
}
