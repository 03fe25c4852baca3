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
  'space-changed': 'A space was created, changed or deleted.',
  'share-changed': 'A share was created, changed or ended.',
  'permission-changed': 'Permissions were changed.',
  'user-changed': 'A user, group or department was created, changed or deleted.',
} as const satisfies Record<string, string>;
export type AuditEvent = keyof typeof auditEventDescriptions;

/** One entry. Texts may come from callers and are not trusted: AuditLog truncates and escapes them. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: 'done' | 'refused' | 'failed';
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
  /** The affected resources: ids by the name of their parameter. */
  readonly target?: Readonly<Record<string, string>>;
  /** IP address of the caller. */
  readonly address?: string;
}

/** The destination of the lines. */
export interface AuditStream {
  write(line: string): unknown;
}

const maxTextLength = 256;
const maxTargets = 20;
/** Characters that JSON does not escape but terminals and line readers act on: C1 and DEL, line separators, text direction. */
const unsafeCharacters = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Writes one JSON line for each event to a separate stream (S20). */
export class AuditLog {
  constructor(
    private readonly stream: AuditStream,
    private readonly clock: { now(): number } = Date,
  ) {}

  record(entry: AuditEntry): void {
    const line = JSON.stringify({
      time: new Date(this.clock.now()).toISOString(),
      event: entry.event,
      outcome: entry.outcome,
      reason: truncateText(entry.reason),
      traceId: truncateText(entry.traceId),
      caller: truncateText(entry.caller),
      owner: truncateText(entry.owner),
      user: truncateText(entry.user),
      method: truncateText(entry.method),
      route: truncateText(entry.route),
      target: entry.target && truncateTarget(entry.target),
      address: truncateText(entry.address),
    });
    this.stream.write(`${line.replace(unsafeCharacters, escapeCharacter)}\n`);
  }
}

function truncateText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : truncate(text, maxTextLength);
}

function truncateTarget(target: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const entries = Object.entries(target).slice(0, maxTargets);
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(0, maxTextLength), truncateText(value)]));
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
