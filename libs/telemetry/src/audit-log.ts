/** What is recorded. docs/audit-log.md explains each word. */
export const auditEvents = {
  'caller-refused': 'A credential was refused.',
  'scope-denied': 'A known caller lacked a scope.',
  'acting-refused': 'A caller may not act for the user it named.',
  'acting-for': 'A caller acted for a user by X-On-Behalf-Of.',
  login: 'A browser session began.',
  logout: 'A browser session was ended.',
  'file-deleted': 'Files or folders went to the recycle bin, or away for good.',
  'space-changed': 'A space was created, changed or deleted.',
  'share-changed': 'A share was created, changed or ended.',
  'permission-changed': 'Permissions were changed.',
  'user-changed': 'A user, group or department was created, changed or deleted.',
} as const satisfies Record<string, string>;
export type AuditEvent = keyof typeof auditEvents;

/** One entry. Texts may come from callers: they are cut and escaped, never trusted. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Why, as a word: the code of a problem, or the reason of a refusal. */
  readonly reason?: string | undefined;
  readonly traceId?: string | undefined;
  /** Id of the caller: of an API key, a session, a token's subject. */
  readonly caller?: string | undefined;
  /** Who answers for the caller. */
  readonly owner?: string | undefined;
  /** The KooDrive user on whose behalf. */
  readonly user?: string | undefined;
  readonly method?: string | undefined;
  /** Template of the route. */
  readonly route?: string | undefined;
  /** What was touched: ids by the name of their parameter. */
  readonly target?: Readonly<Record<string, string>> | undefined;
  /** Network address of the caller. */
  readonly address?: string | undefined;
}

/** Where lines go. */
export interface AuditStream {
  write(line: string): unknown;
}

const longestText = 256;
const mostTargets = 20;
/** What JSON leaves as it is though terminals and line readers act on it: C1 and DEL, line separators, text direction. */
const treacherous = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** One JSON line for each event, on a stream of its own (S20). */
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
      reason: cut(entry.reason),
      traceId: cut(entry.traceId),
      caller: cut(entry.caller),
      owner: cut(entry.owner),
      user: cut(entry.user),
      method: cut(entry.method),
      route: cut(entry.route),
      target: entry.target && cutAll(entry.target),
      address: cut(entry.address),
    });
    this.stream.write(`${line.replace(treacherous, escaped)}\n`);
  }
}

function cut(text: string | undefined): string | undefined {
  return text !== undefined && text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function cutAll(target: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const entries = Object.entries(target).slice(0, mostTargets);
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(0, longestText), cut(value)]));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
