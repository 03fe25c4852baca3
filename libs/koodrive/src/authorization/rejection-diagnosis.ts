import { Deadline, raceWithSignal } from '#resilience';
import type { UpstreamConnection } from '../execute-attempt.js';
import { KooDriveError, type RejectionCause } from '../failure/errors.js';
import type { CredentialKind, OperationId, OperationOutput } from '../operation.js';
import type { CallOptions } from '../options.js';
import type { Principal } from '../principal.js';
import type { ResponseBody } from '../response/envelope.js';
import { parseId } from '../wire-values.js';

export interface RejectionDiagnosisOptions {
  /** Calls an operation, and throws its failure as it is, without another diagnosis. */
  readonly send: (
    operation: OperationId,
    input: Readonly<Record<string, unknown>>,
    principal: Principal,
    options: CallOptions,
  ) => Promise<ResponseBody>;
  readonly upstream: Pick<UpstreamConnection, 'clock' | 'monotonic' | 'observer'>;
  /** Ids of users that KooDrive probably accepts, besides those that it accepted since the start. */
  readonly referenceUsers?: () => Iterable<string>;
}

/** A call that failed. */
interface FailedCall {
  readonly operation: OperationId;
  readonly principal: Principal;
  /** What was sent as the credential. */
  readonly kind: CredentialKind;
  /** On the monotonic clock, milliseconds. */
  readonly startedAt: number;
  readonly deadline: Deadline;
}

/** A credential that the app has of itself, not of a session of a user. */
type AppCredentialKind = Extract<CredentialKind, 'signature' | 'app-token'>;

/** Whether KooDrive accepts the app; `unknown` where there is no other user to compare with. */
type AppState = 'accepted' | 'rejected' | 'unknown';

const causeByAppState = {
  accepted: 'user',
  rejected: 'app',
  unknown: 'app-or-user',
} as const satisfies Record<AppState, RejectionCause>;

interface AppCheck {
  /** Undefined where the check itself failed. */
  readonly state: Promise<AppState | undefined>;
  settledState?: AppState;
  /** On the monotonic clock, milliseconds. */
  expiresAt: number;
}

/** How long the result of a check is remembered. A user who is enabled again is accepted at once all the same. */
const checkLifetimeMs = 5_000;
const checkTimeoutMs = 5_000;
const maxComparedUsers = 3;
const maxAcceptedUsers = 8;

/**
 * Finds out why KooDrive responds 401 to a renewed credential, since its response does not say it. In this order: no
 * signature can be accepted because of the time; the app is not accepted; the app is accepted, but not the user. No
 * operation depends on the app secret alone, so signatures for other users show whether the app is accepted. There is one
 * check at a time, and none while calls for other users succeed.
 */
export class RejectionDiagnosis {
  /** The latest is the last. */
  private readonly acceptedUsers = new Set<string>();
  /** On the monotonic clock, milliseconds. */
  private readonly lastAcceptedAt = new Map<CredentialKind, number>();
  private readonly checks = new Map<AppCredentialKind, AppCheck>();

  constructor(private readonly options: RejectionDiagnosisOptions) {}

  /** KooDrive accepted a credential of this kind now. */
  recordAccepted(principal: Principal, kind: CredentialKind): void {
    if (kind !== 'signature' && kind !== 'app-token') return;
    this.lastAcceptedAt.set(kind, this.now());
    const check = this.checks.get(kind);
    if (check?.settledState && check.settledState !== 'accepted') this.checks.delete(kind);
    if (kind === 'signature' && principal.kind === 'user') this.addAcceptedUser(principal.userId);
  }

  /** The failure of a call; a 401 with its cause, where that can be found out in the time of the call. */
  async explain(failure: unknown, call: FailedCall): Promise<unknown> {
    if (!(failure instanceof KooDriveError) || failure.status !== 401) return failure;
    const { operation, kind, deadline } = call;
    const cause = await raceWithSignal(this.findCause(call), deadline.signal).catch(() => undefined);
    if (!cause) return failure;
    const { clock, observer } = this.options.upstream;
    const skewMs = cause === 'clock-skew' ? clock.uncorrectedSkewMs : undefined;
    observer?.onRejection?.({ operation, credential: kind, cause, skewMs });
    return new KooDriveError(operation, failure.code, failure.status, failure.classification, cause);
  }

  private async findCause({ principal, kind, startedAt }: FailedCall): Promise<RejectionCause | undefined> {
    if (kind === 'none') return undefined;
    if (kind === 'session') return 'user';
    if (kind === 'signature' && this.options.upstream.clock.uncorrectedSkewMs !== undefined) return 'clock-skew';
    if (principal.kind === 'app') return 'app';
    if (principal.kind === 'user' && kind === 'signature') this.acceptedUsers.delete(principal.userId);
    if ((this.lastAcceptedAt.get(kind) ?? -Infinity) >= startedAt) return 'user';
    const state = await this.checkApp(kind, principal);
    return state && causeByAppState[state];
  }

  private checkApp(kind: AppCredentialKind, rejected: Principal): Promise<AppState | undefined> {
    const remembered = this.checks.get(kind);
    if (remembered && this.now() < remembered.expiresAt) return remembered.state;
    const check: AppCheck = { state: this.runCheck(kind, rejected), expiresAt: Infinity };
    this.checks.set(kind, check);
    void check.state.then((state) => {
      check.settledState = state;
      check.expiresAt = this.now() + checkLifetimeMs;
    });
    return check.state;
  }

  private async runCheck(kind: AppCredentialKind, rejected: Principal): Promise<AppState | undefined> {
    const deadline = new Deadline(checkTimeoutMs);
    try {
      if (kind === 'signature') return await this.compareUsers(rejected, deadline);
      return (await this.isAccepted('getUserSpaceList', { kind: 'app' }, deadline)) ? 'accepted' : 'rejected';
    } catch {
      return undefined;
    } finally {
      deadline.end();
    }
  }

  private async compareUsers(rejected: Principal, deadline: Deadline): Promise<AppState> {
    const comparedUsers = new Set<string>();
    for await (const userId of this.listReferenceUsers(deadline)) {
      if (comparedUsers.has(userId) || (rejected.kind === 'user' && rejected.userId === userId)) continue;
      comparedUsers.add(userId);
      if (await this.isAccepted('getUnreadCount', { kind: 'user', userId }, deadline)) return 'accepted';
      this.acceptedUsers.delete(userId);
      if (comparedUsers.size === maxComparedUsers) break;
    }
    return comparedUsers.size > 0 ? 'rejected' : 'unknown';
  }

  private async *listReferenceUsers(deadline: Deadline): AsyncGenerator<string, void, undefined> {
    yield* [...this.acceptedUsers].reverse();
    yield* this.options.referenceUsers?.() ?? [];
    yield* await this.listUsersOfOrganization(deadline);
  }

  /** Users by an app token, which does not depend on the app secret. Empty without app tokens. */
  private async listUsersOfOrganization(deadline: Deadline): Promise<readonly string[]> {
    try {
      const body = await this.options.send('getUserSpaceList', firstUsers, { kind: 'app' }, { deadline });
      const { users = [] } = body as OperationOutput<'getUserSpaceList'>;
      return users.flatMap(({ userId, status }) => (status === disabledStatus ? [] : (parseId(userId) ?? [])));
    } catch {
      return [];
    }
  }

  /** @throws what the call throws where KooDrive neither accepts nor rejects the credential */
  private async isAccepted(
    operation: 'getUnreadCount' | 'getUserSpaceList',
    principal: Principal,
    deadline: Deadline,
  ): Promise<boolean> {
    const input = operation === 'getUserSpaceList' ? firstUsers : {};
    try {
      await this.options.send(operation, input, principal, { deadline });
      return true;
    } catch (error) {
      if (error instanceof KooDriveError && !error.classification.outage) return error.status !== 401;
      throw error;
    }
  }

  private addAcceptedUser(userId: string): void {
    this.acceptedUsers.delete(userId);
    this.acceptedUsers.add(userId);
    for (const oldest of this.acceptedUsers) {
      if (this.acceptedUsers.size <= maxAcceptedUsers) break;
      this.acceptedUsers.delete(oldest);
    }
  }

  private now(): number {
    return this.options.upstream.monotonic();
  }
}

const firstUsers = { offset: '0', limit: '10' };
const disabledStatus = 1;
