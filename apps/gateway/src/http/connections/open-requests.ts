import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticate, AuthenticationFailure, type AuthenticationStrategy, type Caller } from '#callers';
import { principalKey } from '#koodrive';
import { ProblemError } from '#problem';
import { createMissingScopeProblem, type EndpointSpec, findMissingScope } from '../endpoint.js';
import { toCallerRequest } from '../request-context.js';

/** With the 0.5 s in which a change of the API key file is noticed, a revocation takes at most 1.5 s. */
const checkIntervalMs = 1_000;
/**
 * How long a request goes on while its credential cannot be checked: a short outage of the store cuts no download, and a
 * long one keeps no ended browser session alive (docs/decisions/0017).
 */
const maxUncheckedMs = 10_000;

interface OpenRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As authenticated at the start of the request. */
  readonly caller: Caller;
  /** Monotonic time of the last check that found the credential valid. */
  validAtMs: number;
  /** Identifies the credential. Computed at the first check, since most requests end before it. */
  credential?: string;
}

/** Why a request is ended: a failure of authentication, or the scope that its caller lacks. */
export type RequestEnd = AuthenticationFailure | { readonly missingScope: EndpointSpec['scope'] };

export interface OpenRequestsOptions {
  readonly strategies: readonly AuthenticationStrategy[];
  /** A request in progress is a use of its credential. */
  readonly onValid: (caller: Caller) => void;
  readonly onEnd: (request: FastifyRequest, caller: Caller, end: RequestEnd) => void;
  /** A check that failed in itself. The requests are checked again a second later. */
  readonly onError: (error: unknown) => void;
  readonly monotonic?: () => number;
}

/**
 * The authenticated requests in progress: event streams, downloads, uploads, and calls that wait for the upstream. Their
 * credentials are checked again every second, so that what a credential may no longer do ends, and not only the next
 * call (S23).
 */
export class OpenRequests {
  private readonly open = new Set<OpenRequest>();
  /** The credentials whose check is in progress. It takes long while the store does not respond. */
  private readonly checksInProgress = new Set<string>();
  private readonly timer = setInterval(() => void this.checkAll(), checkIntervalMs).unref();
  private readonly monotonic: () => number;

  constructor(private readonly options: OpenRequestsOptions) {
    this.monotonic = options.monotonic ?? (() => performance.now());
  }

  /** Call this for each authenticated request whose response is not sent at once. */
  track(request: FastifyRequest, reply: FastifyReply, caller: Caller): void {
    const entry = { request, reply, caller, validAtMs: this.monotonic() };
    this.open.add(entry);
    reply.raw.once('close', () => this.open.delete(entry));
  }

  /** Checks each credential once, whatever the number of its requests. Never rejects. */
  async checkAll(): Promise<void> {
    const requestsByCredential = new Map<string, OpenRequest[]>();
    for (const entry of this.open) {
      // The response of a pipelined request does not close with its connection.
      if (entry.request.raw.socket.destroyed) this.open.delete(entry);
      else addToGroup(requestsByCredential, (entry.credential ??= hashCredentialHeaders(entry.request.headers)), entry);
    }
    await Promise.all(Array.from(requestsByCredential, ([credential, entries]) => this.check(credential, entries)));
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async check(credential: string, entries: readonly OpenRequest[]): Promise<void> {
    const [first] = entries;
    if (!first || this.checksInProgress.has(credential)) return;
    this.checksInProgress.add(credential);
    try {
      const result = await authenticate(this.options.strategies, toCallerRequest(first.request));
      for (const entry of entries) if (this.open.has(entry)) this.apply(result, entry);
      if (!(result instanceof AuthenticationFailure)) this.options.onValid(result);
    } catch (error) {
      this.options.onError(error);
    } finally {
      this.checksInProgress.delete(credential);
    }
  }

  private apply(result: Caller | AuthenticationFailure, entry: OpenRequest): void {
    const end = findEnd(result, entry);
    if (!end) {
      entry.validAtMs = this.monotonic();
      return;
    }
    if (isInconclusive(end) && this.monotonic() - entry.validAtMs < maxUncheckedMs) return;
    endRequest(entry, end instanceof AuthenticationFailure ? end.problem : createMissingScopeProblem(end.missingScope));
    this.open.delete(entry);
    this.options.onEnd(entry.request, entry.caller, end);
  }
}

/** Why the request must not go on, by the result of authenticating it again. */
function findEnd(result: Caller | AuthenticationFailure, { request, caller }: OpenRequest): RequestEnd | undefined {
  if (result instanceof AuthenticationFailure) return result;
  if (principalKey(result.principal) !== principalKey(caller.principal)) {
    return new AuthenticationFailure('unknown-credential', { caller: caller.id, owner: caller.owner });
  }
  const { endpoint } = request.routeOptions.config;
  const missingScope = endpoint && findMissingScope(endpoint, result, request.query);
  return missingScope && { missingScope };
}

/** Whether the credential could not be checked: that says nothing about its validity. */
const isInconclusive = (end: RequestEnd): boolean =>
  end instanceof AuthenticationFailure &&
  (end.reason === 'store-unavailable' ||
    end.reason === 'token-keys-unavailable' ||
    end.reason === 'verification-failed');

/**
 * A request whose handler has not started is rejected by the guard. Otherwise its work ends as if the caller had
 * disconnected. A response that has started cannot report a problem: its connection is cut, so that the caller notices
 * that bytes are missing. Only an event stream ends in order, since each event is complete. A body that still arrives is
 * left to unread-bodies.ts.
 */
function endRequest({ request: { gateway, routeOptions }, reply }: OpenRequest, problem: ProblemError): void {
  gateway.endedBy = problem;
  const { endpoint } = routeOptions.config;
  // The calls that end browser sessions can end their own.
  if (endpoint?.scope === 'session') return;
  gateway.abort(problem);
  if (endpoint?.produces === 'text/event-stream') return;
  if (reply.raw.headersSent) reply.raw.destroy();
}

/** The headers that decide who the caller is. Other parts of the request do not change after it was authenticated. */
const hashCredentialHeaders = (headers: IncomingHttpHeaders): string =>
  createHash('sha256')
    .update(JSON.stringify([headers.authorization, headers['x-api-key'], headers.cookie, headers['x-on-behalf-of']]))
    .digest('base64');

function addToGroup(groups: Map<string, OpenRequest[]>, key: string, entry: OpenRequest): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}
