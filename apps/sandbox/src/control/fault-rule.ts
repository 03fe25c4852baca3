import type { Outgoing } from '../server/outgoing.js';

/** The places beside the operations of the API where a fault can strike. */
export type Part = 'upload' | 'download' | 'token';

/** Which calls a fault strikes. Without `part` it strikes operations only; every member that is given must fit. */
export interface FaultMatch {
  readonly operation?: string | readonly string[];
  readonly part?: Part;
  /** Known once the credential was accepted. */
  readonly userId?: string;
  readonly method?: string;
}

/** What a fault does. `delayMs`, `headers`, `cutBodyAt` and `wrongLength` also work beside the others or alone. */
export interface FaultEffect {
  /** Milliseconds of real time before anything else happens. */
  readonly delayMs?: number;
  /** The connection is destroyed before the call takes effect, or after it did. */
  readonly reset?: 'before' | 'after';
  /** Answered in place of the operation, which then has no effect. */
  readonly status?: number;
  readonly code?: number;
  readonly body?: unknown;
  /** An HTML page, as a proxy on the way would give. */
  readonly html?: boolean;
  /** JSON that breaks off. */
  readonly invalidJson?: boolean;
  /** A valid JSON answer of about so many bytes. */
  readonly hugeBodyBytes?: number;
  /** The credential lapses at once, and the call is answered as such. */
  readonly tokenExpired?: boolean;
  /** The real answer, with `code` as text. */
  readonly codeAsText?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** The real answer breaks off after so many bytes of its body and the connection is destroyed. */
  readonly cutBodyAt?: number;
  /** The real answer announces so many bytes more than come (true: 1024; negative: fewer). */
  readonly wrongLength?: boolean | number;
}

export interface FaultSettings {
  readonly match: FaultMatch;
  readonly effect: FaultEffect;
  /** How many calls it strikes; without it, all until it is removed. */
  readonly times?: number;
  /** How many fitting calls pass unharmed first. */
  readonly skip?: number;
  /** 0 to 1, by the seeded random numbers; 1 when left out. */
  readonly probability?: number;
}

/** A call as the faults see it. */
export interface FaultCall {
  readonly method: string;
  readonly operation?: string | undefined;
  readonly part?: Part | undefined;
  readonly userId?: string | undefined;
  /** How this part words a failure; each part has a default. */
  readonly failure?: (status: number, code: number | undefined) => Outgoing;
  /** Lets the credential of the call lapse and gives the refusal. */
  readonly lapse?: () => Outgoing;
}

/** True when the rule is about this kind of call. */
export function fits(match: FaultMatch, call: FaultCall): boolean {
  if (match.part !== call.part) return false;
  if (match.method !== undefined && match.method.toUpperCase() !== call.method) return false;
  if (match.userId !== undefined && match.userId !== call.userId) return false;
  if (match.operation === undefined) return true;
  if (call.operation === undefined) return false;
  return typeof match.operation === 'string'
    ? match.operation === call.operation
    : match.operation.includes(call.operation);
}
