export const MessageState = { unread: 0, read: 1 } as const;

export interface Message {
  readonly id: string;
  readonly userId: string;
  readonly sender: string;
  /** `000` share, `001` team, `002` system, `003` management. */
  readonly type: string;
  readonly context: string;
  state: number;
  readonly createdAt: number;
}

/** The messages of all users, newest first. */
export class Messages {
  private messages: Message[] = [];

  add(message: Message): void {
    const index = this.messages.findIndex((other) => other.createdAt <= message.createdAt);
    this.messages.splice(index < 0 ? this.messages.length : index, 0, message);
  }

  listByUser(userId: string): Message[] {
    return this.messages.filter((message) => message.userId === userId);
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((other) => other !== message);
  }
}
