import { Transform, type TransformCallback } from 'node:stream';
import type { Interception, RelayedCommand, RelayRules } from './relay-rules.js';
import { FrameSplitter, parseWords } from './resp.js';

interface ExpectedReply {
  readonly interception?: Interception;
  /** Sent in place of a reply of the server. */
  readonly text?: string;
}

const messageKinds = new Set(['message', 'pmessage', 'smessage']);
const commandsOfManyKeys = new Set(['DEL', 'UNLINK', 'EXISTS', 'MGET', 'TOUCH', 'SUBSCRIBE', 'UNSUBSCRIBE']);
/** What follows these commands is not one reply for each command. */
const streamCommands = new Set(['PSYNC', 'SYNC', 'MONITOR']);

/** One connection through a relay: it assigns replies to commands, which Redis sends in the order of the commands. */
export class RelayedConnection {
  readonly upstream: Transform;
  readonly downstream: Transform;
  private user: string | undefined;
  private streaming = false;
  private readonly commands = new FrameSplitter();
  private readonly replies = new FrameSplitter();
  private readonly expectedReplies: ExpectedReply[] = [];

  constructor(
    private readonly rules: RelayRules,
    private readonly reset: () => void,
  ) {
    this.upstream = createFilter((chunk) => this.relayCommands(chunk));
    this.downstream = createFilter((chunk) => this.relayReplies(chunk));
  }

  private async relayCommands(chunk: Buffer): Promise<void> {
    if (this.streaming) return void this.upstream.push(chunk);
    for (const frame of this.commands.split(chunk)) {
      const command = parseCommand(frame);
      this.user = parseUser(command) ?? this.user;
      if (streamCommands.has(command.name)) {
        this.streaming = true;
        this.upstream.push(Buffer.concat([frame, this.commands.takeRest()]));
        return;
      }
      await this.rules.findCut(this.user);
      await this.relayCommand(command, frame);
    }
  }

  private async relayCommand(command: RelayedCommand, frame: Buffer): Promise<void> {
    const interception = this.rules.claim(command, this.user);
    const effect = interception?.effect;
    if (interception && effect === 'reset-request') {
      interception.markReached();
      return this.reset();
    }
    if (interception && effect === 'hold-request') {
      interception.markReached();
      await interception.released;
    }
    if (interception && typeof effect === 'object') {
      interception.markReached();
      this.expectedReplies.push({ text: effect.reply });
      return this.sendTexts();
    }
    const replyCount = command.name.endsWith('SUBSCRIBE') ? Math.max(1, command.keys.length) : 1;
    const expected = effect === 'hold-reply' || effect === 'reset-reply' ? { interception } : {};
    for (let reply = 0; reply < replyCount; reply += 1) this.expectedReplies.push(expected);
    this.upstream.push(frame);
  }

  private async relayReplies(chunk: Buffer): Promise<void> {
    if (this.streaming) return void this.downstream.push(Buffer.concat([this.replies.takeRest(), chunk]));
    for (const frame of this.replies.split(chunk)) {
      await this.rules.findCut(this.user);
      const message = parseMessage(frame);
      const interception = message ? this.rules.claim(message, this.user) : this.expectedReplies.shift()?.interception;
      if (await this.isLost(interception)) continue;
      this.downstream.push(frame);
      this.sendTexts();
    }
  }

  /** @returns whether the frame must not be sent on */
  private async isLost(interception: Interception | undefined): Promise<boolean> {
    if (!interception) return false;
    interception.markReached();
    const { effect } = interception;
    if (effect === 'hold-reply' || effect === 'hold-request') await interception.released;
    else if (effect === 'reset-reply' || effect === 'reset-request') this.reset();
    return effect !== 'hold-reply' && effect !== 'hold-request';
  }

  /** Sends the texts that are due before the next reply of the server. */
  private sendTexts(): void {
    for (let text; (text = this.expectedReplies[0]?.text) !== undefined; this.expectedReplies.shift()) {
      this.downstream.push(`${text}\r\n`);
    }
  }
}

function createFilter(relay: (chunk: Buffer) => Promise<void>): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done: TransformCallback) => void relay(chunk).then(() => done(), done),
  });
}

function parseCommand(frame: Buffer): RelayedCommand {
  const [name = '', ...args] = parseWords(frame);
  const upperCaseName = name.toUpperCase();
  return { name: upperCaseName, args, keys: findKeys(upperCaseName, args) };
}

function findKeys(name: string, args: readonly string[]): readonly string[] {
  if (/^(EVAL|EVALSHA|FCALL)(_RO)?$/.test(name)) return args.slice(2, 2 + Number(args[1]));
  return commandsOfManyKeys.has(name) ? args : args.slice(0, 1);
}

function parseUser({ name, args }: RelayedCommand): string | undefined {
  if (name === 'AUTH') return args.length > 1 ? args[0] : 'default';
  const auth = name === 'HELLO' ? args.findIndex((word) => word.toUpperCase() === 'AUTH') : -1;
  return auth < 0 ? undefined : args[auth + 1];
}

function parseMessage(frame: Buffer): RelayedCommand | undefined {
  if (frame[0] !== '*'.charCodeAt(0) && frame[0] !== '>'.charCodeAt(0)) return undefined;
  const [kind = '', ...args] = parseWords(frame);
  return messageKinds.has(kind) ? { name: 'MESSAGE', args, keys: args.slice(0, 1) } : undefined;
}
