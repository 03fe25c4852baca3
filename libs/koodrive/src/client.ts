import {
  BreakerOpenError,
  BulkheadFullError,
  Deadline,
  OutcomeUnknownError,
  raceWithSignal,
  type Resilience,
} from '#resilience';
import { type ResponseBody, unwrapEnvelope } from './response/envelope.js';
import { chooseCredentialKind } from './authorization/authorization-headers.js';
import { EffectTracker } from './effect-tracker.js';
import { RejectionDiagnosis } from './authorization/rejection-diagnosis.js';
import { RenewableCredential } from './authorization/renewable-credential.js';
import type { CredentialSource } from './credential.js';
import { attemptOutcomeOf, executeAttempt, type UpstreamCall, type UpstreamConnection } from './execute-attempt.js';
import { InvalidCursorError, UpstreamError } from './failure/errors.js';
import { fromResilienceError } from './failure/to-upstream-error.js';
import { operationTable } from './generated/operations.js';
import type {
  OperationInput,
  PagedItem,
  OperationId,
  OperationRow,
  OperationOutput,
  PagedInput,
  PagedOperationId,
  Paging,
} from './operation.js';
import type { AllowedOrigins } from './object-store/allowed-origins.js';
import { encodePresignedUrls } from './object-store/presigned-urls.js';
import type { AttemptOutcome, CallOptions, PageOptions, UpstreamPage } from './options.js';
import type { CursorSigner } from './paging/cursor-signer.js';
import {
  createPagingError,
  matchesPagingStyle,
  buildPageInput,
  type PagePosition,
  type RawPage,
  readPage,
} from './paging/page-position.js';
import type { Principal } from './principal.js';
import { buildRequest } from './request/build-request.js';

export interface ClientDependencies {
  readonly upstream: UpstreamConnection;
  readonly resilience: Resilience;
  readonly credentials: CredentialSource;
  /** As in KooDriveClientOptions. */
  readonly referenceUsers?: () => Iterable<string>;
  readonly cursorSigner: CursorSigner;
  /** The origins that pre-signed URLs may have. */
  readonly objectStoreOrigins: AllowedOrigins;
  /** Milliseconds for a call without a timeout of its own. */
  readonly timeoutMs: number;
}

const defaultPageSize = 50;
/** A list with more pages is treated as endless. */
const maxPages = 100_000;

/** Calls every operation of the contract with its types. The operation table says how each one is called. */
export class KooDriveClient {
  private readonly diagnosis: RejectionDiagnosis;

  constructor(private readonly dependencies: ClientDependencies) {
    this.diagnosis = new RejectionDiagnosis({
      ...dependencies,
      send: (operation, input, principal, options) => this.execute(operation, input, principal, options),
    });
  }

  /**
   * Calls an operation and returns its response without the envelope. Integers beyond 2^53 are text.
   * @throws InvalidInputError, CredentialUnavailableError before anything was sent
   * @throws UpstreamError
   * @throws OutcomeUnknownError when a write that must not be repeated may have been executed
   * @throws what the credential source throws
   */
  async call<Op extends OperationId>(
    operation: Op,
    input: OperationInput<Op>,
    principal: Principal,
    options: CallOptions = {},
  ): Promise<OperationOutput<Op>> {
    const body = await this.execute(operation, input, principal, options, this.diagnosis);
    return unwrapEnvelope(operationTable[operation], body) as OperationOutput<Op>;
  }

  /**
   * One page of a list.
   * @throws InvalidCursorError before anything was sent, when the cursor belongs to another list or principal
   * @throws as `call`
   */
  async fetchPage<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    { limit = defaultPageSize, cursor, unboundInput }: PageOptions = {},
    options: CallOptions = {},
  ): Promise<UpstreamPage<PagedItem<Op>>> {
    const scope = { operation, input, principal };
    const { cursorSigner } = this.dependencies;
    const position = cursor === undefined ? undefined : cursorSigner.verify(cursor, scope);
    const fullInput = unboundInput ? { ...input, ...unboundInput } : input;
    const { items, next, total } = await this.fetchRawPage(operation, fullInput, principal, position, limit, options);
    const nextCursor = next ? cursorSigner.sign(next, scope) : null;
    // Not a copy: it is the list itself of which is known how many entries were removed (`countRemovedEntries`).
    return { items: items as PagedItem<Op>[], nextCursor, total };
  }

  /**
   * All entries of a list. Each page is fetched when its entries are requested.
   * @throws UpstreamProtocolError when the pages of the upstream form a loop
   * @throws as `call`
   */
  async *iterateItems<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    options: CallOptions = {},
  ): AsyncGenerator<PagedItem<Op>, void, undefined> {
    const visited = new Set<string>();
    for (let position: PagePosition | undefined; visited.size < maxPages;) {
      const page: RawPage = await this.fetchRawPage(operation, input, principal, position, Infinity, options);
      yield* page.items as PagedItem<Op>[];
      if (!page.next) return;
      position = page.next;
      const key = JSON.stringify(position);
      if (visited.has(key)) break;
      visited.add(key);
    }
    throw createPagingError(operation);
  }

  /** This client for one principal; `options` are the defaults of its calls. */
  forPrincipal(principal: Principal, options: CallOptions = {}): BoundClient {
    return new BoundClient(this, principal, options);
  }

  /**
   * A client with other credentials and the same connections, breakers and upstream clock: for the calls that create and
   * end credentials.
   */
  withCredentials(credentials: CredentialSource): KooDriveClient {
    return new KooDriveClient({ ...this.dependencies, credentials });
  }

  /** Closes all connections. */
  close(): Promise<void> {
    return this.dependencies.upstream.transport.close();
  }

  /**
   * The whole call, from inside to outside: one attempt (transport, envelope, errors), renewal of the credential, retries,
   * and, with a diagnosis, the cause of a 401 that remains.
   */
  private async execute(
    operation: OperationId,
    input: Readonly<Record<string, unknown>>,
    principal: Principal,
    options: CallOptions,
    diagnosis?: RejectionDiagnosis,
  ): Promise<ResponseBody> {
    const { upstream, resilience, credentials, objectStoreOrigins } = this.dependencies;
    const row: OperationRow = operationTable[operation];
    const request = buildRequest(operation, row, input);
    const kind = chooseCredentialKind(row, principal);
    const deadline = this.resolveDeadline(options);
    const call: UpstreamCall = { operation, row, request, principal, deadline, options };
    const startedAt = upstream.monotonic();
    const effects = row.hasEffect ? new EffectTracker() : undefined;
    let outcome: AttemptOutcome = 'success';
    try {
      const renewable = await raceWithSignal(
        RenewableCredential.obtain(credentials, principal, kind, deadline.signal),
        deadline.signal,
      );
      const body = await resilience.run(
        row.class,
        (attempt) =>
          renewable.sendWithRenewal((credential) => {
            const send = (): Promise<ResponseBody> => executeAttempt(upstream, call, credential, attempt);
            return effects ? effects.track(send) : send();
          }, attempt.signal),
        { operation, idempotent: row.idempotent, deadline },
      );
      this.diagnosis.recordAccepted(principal, kind);
      encodePresignedUrls(operation, row, body, objectStoreOrigins, (allowed) =>
        upstream.observer?.onPresignedUrl?.({ operation, allowed }),
      );
      return body;
    } catch (error) {
      this.reportLocalRejection(call, error);
      const failure = fromResilienceError(operation, row.readOnly ? toReadFailure(error) : error, deadline);
      outcome =
        failure instanceof UpstreamError && !isLocalRejection(error) ? attemptOutcomeOf(failure) : 'rejected-locally';
      throw diagnosis ? await diagnosis.explain(failure, { operation, principal, kind, startedAt, deadline }) : failure;
    } finally {
      const durationMs = upstream.monotonic() - startedAt;
      const completed = { operation, outcome, effect: effects?.effect, idempotent: row.idempotent, durationMs };
      upstream.observer?.onCall?.(completed);
      options.observer?.onCall?.(completed);
      if (deadline !== options.deadline) deadline.end();
    }
  }

  private async fetchRawPage<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    position: PagePosition | undefined,
    limit: number,
    options: CallOptions,
  ): Promise<RawPage> {
    const paging: Paging = operationTable[operation].paging;
    if (position && !matchesPagingStyle(paging, position)) throw new InvalidCursorError();
    if (!(limit >= 1)) throw new RangeError('the limit of a page must be at least 1');
    const size = Math.min(limit, paging.maxPageSize ?? defaultPageSize);
    const pageInput = { ...(input as Record<string, unknown>), ...buildPageInput(paging, position, size) };
    const body = await this.execute(operation, pageInput, principal, options, this.diagnosis);
    return readPage(operation, paging, body, position, size);
  }

  private resolveDeadline({ deadline, signal, timeoutMs }: CallOptions): Deadline {
    if (!deadline) return new Deadline(timeoutMs ?? this.dependencies.timeoutMs, { signal });
    if (!signal && timeoutMs === undefined) return deadline;
    const signals = signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal;
    return new Deadline(Math.min(deadline.remainingMs(), timeoutMs ?? Infinity), { signal: signals });
  }

  private reportLocalRejection({ operation, row, options }: UpstreamCall, error: unknown): void {
    if (!isLocalRejection(error)) return;
    const record = { operation, class: row.class, attempt: 0, status: undefined, durationMs: 0, traceId: '' };
    this.dependencies.upstream.observer?.onAttempt?.({ ...record, outcome: 'rejected-locally' });
    options.observer?.onAttempt?.({ ...record, outcome: 'rejected-locally' });
  }
}

/** A read has no outcome that could be unknown, even where it must not be repeated because it counts as a view. */
const toReadFailure = (error: unknown): unknown =>
  error instanceof OutcomeUnknownError && error.cause instanceof UpstreamError ? error.cause : error;

/** Nothing was sent: the breaker is open or the bulkhead is full. */
const isLocalRejection = (error: unknown): boolean =>
  error instanceof BreakerOpenError || error instanceof BulkheadFullError;

function withDefaults(options: CallOptions | undefined, defaults: CallOptions): CallOptions {
  return {
    signal: options?.signal ?? defaults.signal,
    deadline: options?.deadline ?? defaults.deadline,
    timeoutMs: options?.timeoutMs ?? defaults.timeoutMs,
    language: options?.language ?? defaults.language,
    traceId: options?.traceId ?? defaults.traceId,
    observer: options?.observer ?? defaults.observer,
  };
}

/** A client for one principal. An option of a call that is undefined has the default of the client. */
export class BoundClient {
  constructor(
    private readonly client: KooDriveClient,
    readonly principal: Principal,
    private readonly defaults: CallOptions,
  ) {}

  /** As KooDriveClient.call. */
  call<Op extends OperationId>(
    operation: Op,
    input: OperationInput<Op>,
    options?: CallOptions,
  ): Promise<OperationOutput<Op>> {
    return this.client.call(operation, input, this.principal, withDefaults(options, this.defaults));
  }

  /** As KooDriveClient.fetchPage. */
  fetchPage<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<UpstreamPage<PagedItem<Op>>> {
    return this.client.fetchPage(operation, input, this.principal, page, withDefaults(options, this.defaults));
  }

  /** As KooDriveClient.iterateItems. */
  iterateItems<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    options?: CallOptions,
  ): AsyncGenerator<PagedItem<Op>, void, undefined> {
    return this.client.iterateItems(operation, input, this.principal, withDefaults(options, this.defaults));
  }
}
