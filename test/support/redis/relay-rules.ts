/** A command, as a relay sees it. */
export interface RelayedCommand {
  /** In upper case, such as `EVAL`. */
  readonly name: string;
  readonly args: readonly string[];
  /** The keys of the command, or its channels. */
  readonly keys: readonly string[];
}

/** What an interception affects. Without members, it is every command. */
export interface InterceptionMatch {
  /** `SET`, or several names. `MESSAGE` is a message of a subscription; its key is the channel. */
  readonly command?: string | readonly string[];
  /** Matches any key of the command. Keys have the prefix `koodrive:`. */
  readonly key?: RegExp;
  /** The Redis user of the connection (AUTH or HELLO). */
  readonly user?: string;
  /** A further condition. */
  readonly where?: (command: RelayedCommand) => boolean;
  /** Matching commands that pass before the first one is affected; 0 by default. */
  readonly skip?: number;
  /** Commands that are affected; 1 by default. */
  readonly times?: number;
}

/**
 * What happens to a command.
 * - `hold-request`: the server does not receive it, nor what follows on that connection, before `release()`.
 * - `hold-reply`: the server executes it; the reply, and what follows, is held until `release()`.
 * - `reset-request`, `reset-reply`: the connection is reset before the server receives it, or before the client gets the reply.
 * - `drop`: only for messages: this one is lost, and the connection goes on.
 * - `{ reply }`: the server does not receive it, and the client gets this text, such as `-OOM command not allowed`.
 */
export type InterceptionEffect =
  'hold-request' | 'hold-reply' | 'reset-request' | 'reset-reply' | 'drop' | { readonly reply: string };

/** A rule of a relay. */
export class Interception {
  /** Commands affected so far. */
  count = 0;
  /** Resolves when the first command is affected: for `hold-reply`, when its reply has arrived at the relay. */
  readonly reached: Promise<void>;
  /** Resolves when held bytes may go on. */
  readonly released: Promise<void>;
  private remainingSkips: number;
  private remainingTimes: number;
  private readonly names: readonly string[] | undefined;
  private resolveReached: () => void = () => undefined;
  private resolveReleased: () => void = () => undefined;

  constructor(
    private readonly match: InterceptionMatch,
    readonly effect: InterceptionEffect,
  ) {
    const { command, skip = 0, times = 1 } = match;
    this.names = command === undefined ? undefined : [command].flat().map((name) => name.toUpperCase());
    this.remainingSkips = skip;
    this.remainingTimes = times;
    this.reached = new Promise((resolve) => (this.resolveReached = resolve));
    this.released = new Promise((resolve) => (this.resolveReleased = resolve));
  }

  /** Sends held bytes on, and affects no further command. */
  release(): void {
    this.remainingTimes = 0;
    this.resolveReleased();
  }

  /** @returns whether this command is affected */
  claim(command: RelayedCommand, user: string | undefined): boolean {
    if (this.remainingTimes <= 0 || !this.matches(command, user)) return false;
    if (this.remainingSkips > 0) {
      this.remainingSkips -= 1;
      return false;
    }
    this.remainingTimes -= 1;
    return true;
  }

  markReached(): void {
    this.count += 1;
    this.resolveReached();
  }

  private matches(command: RelayedCommand, user: string | undefined): boolean {
    const { key, user: expectedUser, where } = this.match;
    if (this.names ? !this.names.includes(command.name) : command.name === 'MESSAGE') return false;
    if (expectedUser !== undefined && expectedUser !== user) return false;
    if (key && !command.keys.some((each) => key.test(each))) return false;
    return where?.(command) ?? true;
  }
}

/** See RedisRelay.cut. */
export class RelayCut {
  /** Resolves when bytes may pass again. */
  readonly released: Promise<void>;
  private resolveReleased: () => void = () => undefined;

  constructor(readonly user: string | undefined) {
    this.released = new Promise((resolve) => (this.resolveReleased = resolve));
  }

  release(): void {
    this.resolveReleased();
  }
}

/** The rules of a relay, which apply to all its connections. */
export class RelayRules {
  private readonly rules = new Set<Interception | RelayCut>();

  /** Adds a rule until it is released. */
  add<Rule extends Interception | RelayCut>(rule: Rule): Rule {
    this.rules.add(rule);
    void rule.released.then(() => this.rules.delete(rule));
    return rule;
  }

  clear(): void {
    for (const rule of this.rules) rule.release();
  }

  /** The interception that affects this command, if any. */
  claim(command: RelayedCommand, user: string | undefined): Interception | undefined {
    for (const rule of this.rules) if (rule instanceof Interception && rule.claim(command, user)) return rule;
    return undefined;
  }

  /** Resolves when a cut of that user has ended; undefined without one. */
  findCut(user: string | undefined): Promise<void> | undefined {
    for (const rule of this.rules) {
      if (rule instanceof RelayCut && (rule.user === undefined || rule.user === user)) return rule.released;
    }
    return undefined;
  }
}
