import { type AuditTarget, splitTarget } from './audit-target.js';
import { RejectionCounts } from './rejection-counts.js';
import { truncate } from './truncate.js';

/** Every event, with its description in docs/audit-log.md. */
export const auditEventDescriptions = {
  'caller-refused': 'A credential was rejected.',
  'scope-denied': 'A known caller lacked a scope.',
  'acting-refused': 'A caller may not act for the user it named.',
  'acting-for': 'A caller acted for a user with X-On-Behalf-Of.',
  login: 'A browser session was started.',
  logout: 'A browser session was ended.',
  'file-deleted': 'Files or folders were moved to the recycle bin or permanently deleted.',
  'file-changed': 'Files or folders were uploaded, created, renamed, copied, moved, restored, extracted or packed.',
  'job-cancelled': 'A job was cancelled.',
  'sync-folder-changed': 'A sync folder was opened or closed.',
  'space-changed': 'A space was created, changed or deleted, or quota was transferred.',
  'share-changed': 'A share was created, changed or ended.',
  'link-unlocked': 'A link was opened with its extraction code.',
  'permission-changed': 'Permissions were changed.',
  'user-changed': 'A user, group or department was created, changed or deleted.',
  'message-changed': 'Messages were marked as read or deleted.',
  'setting-changed': 'A setting of the organization was changed.',
  'review-changed': 'Verdicts on contents were set.',
} as const satisfies Record<string, string>;
export type AuditEvent = keyof typeof auditEventDescriptions;

/** How a call ended, with the description in docs/audit-log.md. */
export const auditOutcomeDescriptions = {
  done: 'KooDrive confirmed it.',
  'partly-done':
    'KooDrive confirmed a part of it, and rejected the rest: of a call for several entries, those in `failedIds`.',
  refused: 'The gateway or KooDrive rejected it. Nothing was changed.',
  failed: 'It failed before anything was changed.',
  unknown: 'KooDrive may or may not have done it.',
} as const satisfies Record<string, string>;
export type AuditOutcome = keyof typeof auditOutcomeDescriptions;

/** One entry. Texts may come from callers and are not trusted: AuditLog truncates and escapes them. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: AuditOutcome;
  /** The code of a problem, or the reason of an authentication failure. */
  readonly reason?: string;
  readonly traceId?: string;
  /** Id of the caller: an API key, a browser session or the subject of a token. */
  readonly caller?: string;
  /** The person or team that is responsible for the caller. */
  readonly owner?: string;
  /** The KooDrive user that the caller acts for. */
  readonly user?: string;
  readonly method?: string;
  /** Template of the route, such as `/v1/spaces/:spaceId`. */
  readonly route?: string;
  readonly target?: AuditTarget;
  /** Id of what the call created or started. */
  readonly resultId?: string;
  /** IP address of the caller. */
  readonly address?: string;
}

/** The destination of the lines. */
export interface AuditStream {
  write(line: string): unknown;
}

/** Who is responsible for a rejection: a known caller, or the network of an anonymous one. */
export type RejectionSource = { readonly caller: string } | { readonly address: string };

interface AuditLogOptions {
  readonly clock?: { now(): number };
  /** Called for each rejection that is counted in place of a line of its own. */
  readonly onSuppressed?: (event: AuditEvent) => void;
}

const maxTextLength = 256;
/** Characters that JSON does not escape but terminals and line readers act on: C1 and DEL, line separators, text direction. */
const unsafeCharacters = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes the events to a separate stream as JSON lines (S20, S34). */
export class AuditLog {
  private readonly clock: { now(): number };
  private readonly onSuppressed: (event: AuditEvent) => void;
  private readonly rejections: RejectionCounts;

  constructor(
    private readonly stream: AuditStream,
    { clock = Date, onSuppressed = () => undefined }: AuditLogOptions = {},
  ) {
    this.clock = clock;
    this.onSuppressed = onSuppressed;
    this.rejections = new RejectionCounts(
      (kind, suppressed) => this.write({ time: this.formatTime(), ...kind, outcome: 'refused', suppressed }),
      clock,
    );
  }

  /** Writes one line, or several with `part` where the target does not fit into one. */
  record(entry: AuditEntry): void {
    const targets = entry.target ? splitTarget(entry.target, (value) => serialize(value).length) : [undefined];
    targets.forEach((target, index) => {
      this.write({
        time: this.formatTime(),
        event: entry.event,
        outcome: entry.outcome,
        reason: truncateText(entry.reason),
        part: targets.length > 1 ? `${index + 1}/${targets.length}` : undefined,
        traceId: truncateText(entry.traceId),
        caller: truncateText(entry.caller),
        owner: truncateText(entry.owner),
        user: truncateText(entry.user),
        method: truncateText(entry.method),
        route: truncateText(entry.route),
        target,
        resultId: truncateText(entry.resultId),
        address: truncateText(entry.address),
      });
    });
  }

  /**
   * Records a rejection that its source can cause at any rate. Under a flood, one line in each minute has the number of
   * those that got no line of their own (S36).
   */
  recordRejection(entry: Omit<AuditEntry, 'outcome'>, source: RejectionSource): void {
    const sourceFields = Object.fromEntries(Object.entries(source).map(([name, text]) => [name, truncateText(text)]));
    if (this.rejections.count({ event: entry.event, reason: truncateText(entry.reason), ...sourceFields })) {
      this.record({ ...entry, outcome: 'refused' });
    } else {
      this.onSuppressed(entry.event);
    }
  }

  /** Writes the counts of rejections that got no line. */
  close(): void {
    this.rejections.flush();
  }

  private formatTime(): string {
    return new Date(this.clock.now()).toISOString();
  }

  private write(fields: Readonly<Record<string, unknown>>): void {
    this.stream.write(`${serialize(fields)}\n`);
  }
}

const serialize = (value: unknown): string => JSON.stringify(value).replace(unsafeCharacters, escapeCharacter);

function truncateText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : truncate(text, maxTextLength);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
