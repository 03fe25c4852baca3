import { BreakerOpenError, BulkheadFullError, Deadline, obey, type Resilience } from '#resilience';
import { type AnswerBody, unwrap } from './answer/envelope.js';
import { chooseCredential } from './authorization/authorize.js';
import { HeldCredential } from './authorization/held-credential.js';
import type { CredentialSource } from './credential.js';
import { type Call, exchange, type Upstream } from './exchange.js';
import { InvalidCursorError } from './failure/errors.js';
import { fromResilience } from './failure/to-upstream-error.js';
import { operationTable } from './generated/operations.js';
import type {
  Input,
  Item,
  OperationId,
  OperationRow,
  Output,
  PagedInput,
  PagedOperationId,
  Paging,
} from './operation.js';
import type { CallOptions, Page, PageOptions } from './options.js';
import type { CursorSeal } from './paging/cursor-seal.js';
import { breach, fits, pageInput, type Position, type RawPage, readPage } from './paging/position.js';
import type { Principal } from './principal.js';
import { buildRequest } from './request/build-request.js';

export interface ClientParts {
  readonly upstream: Upstream;
  readonly resilience: Resilience;
  readonly credentials: CredentialSource;
  readonly cursors: CursorSeal;
  /** Milliseconds for a call that brings no time of its own. */
  readonly timeoutMs: number;
}

const PAGE_SIZE = 50;
/** A list that goes on for longer than this does not end. */
const MOST_PAGES = 100_000;

/** The one way to the upstream. Every operation of the contract, typed; the table says how each is called. */
export class KooDriveClient {
  constructor(private readonly parts: ClientParts) {}

  /**
   * Calls an operation and answers what it gives, without its envelope. Integers beyond 2^53 are text.
   * @throws InvalidInputError, CredentialUnavailableError before anything was sent; UpstreamError; OutcomeUnknownError
   * where an unrepeatable write may have been carried out; and what the credential source throws
   */
  async call<Op extends OperationId>(
    operation: Op,
    input: Input<Op>,
    principal: Principal,
    options: CallOptions = {},
  ): Promise<Output<Op>> {
    const body = await this.execute(operation, input, principal, options);
    return unwrap(operationTable[operation], body) as Output<Op>;
  }

  /**
   * One page of a list.
   * @throws InvalidCursorError before anything was sent, where the cursor is not of this list and principal; and as `call`
   */
  async page<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    { limit = PAGE_SIZE, cursor, unbound }: PageOptions = {},
    options: CallOptions = {},
  ): Promise<Page<Item<Op>>> {
    const scope = { operation, input, principal };
    const { cursors } = this.parts;
    const position = cursor === undefined ? null : cursors.open(cursor, scope);
    const asked = unbound ? { ...input, ...unbound } : input;
    const { items, next, total } = await this.fetch(operation, asked, principal, position, limit, options);
    const nextCursor = next && cursors.seal(next, scope);
    return { items: [...items] as Item<Op>[], nextCursor, ...(total === undefined ? {} : { total }) };
  }

  /**
   * Every entry of a list, page after page, as they are asked for.
   * @throws UpstreamProtocolError where the upstream leads in a circle; and as `call`
   */
  async *pages<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    options: CallOptions = {},
  ): AsyncGenerator<Item<Op>, void, undefined> {
    const seen = new Set<string>();
    for (let position: Position | null = null; seen.size < MOST_PAGES;) {
      const page: RawPage = await this.fetch(operation, input, principal, position, Infinity, options);
      yield* page.items as Item<Op>[];
      if (!page.next) return;
      position = page.next;
      const key = JSON.stringify(position);
      if (seen.has(key)) break;
      seen.add(key);
    }
    throw breach(operation);
  }

  /** The same client for one principal; `options` are defaults for its calls. */
  for(principal: Principal, options: CallOptions = {}): BoundClient {
    return new BoundClient(this, principal, options);
  }

  /**
   * The same way to the upstream (connections, breakers, learned clock) with credentials from elsewhere: for the calls
   * by which credentials are made and ended.
   */
  withCredentials(credentials: CredentialSource): KooDriveClient {
    return new KooDriveClient({ ...this.parts, credentials });
  }

  /** Ends all connections. */
  close(): Promise<void> {
    return this.parts.upstream.transport.close();
  }

  /** The whole stack, inside out: transport and envelope and errors (exchange), credential, retry. */
  private async execute(
    operation: OperationId,
    input: Readonly<Record<string, unknown>>,
    principal: Principal,
    options: CallOptions,
  ): Promise<AnswerBody> {
    const { upstream, resilience, credentials } = this.parts;
    const row: OperationRow = operationTable[operation];
    const request = buildRequest(operation, row, input);
    const kind = chooseCredential(row, principal);
    const deadline = this.deadlineOf(options);
    const call: Call = { operation, row, request, principal, deadline, options };
    try {
      const held = await obey(HeldCredential.obtain(credentials, principal, kind, deadline.signal), deadline.signal);
      return await resilience.run(
        row.class,
        (attempt) => held.send((credential) => exchange(upstream, call, credential, attempt), attempt.signal),
        { operation, repeatable: row.repeatable, deadline },
      );
    } catch (error) {
      this.reportHeldBack(call, error);
      throw fromResilience(operation, error, deadline);
    } finally {
      if (deadline !== options.deadline) deadline.end();
    }
  }

  private async fetch<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    principal: Principal,
    position: Position | null,
    limit: number,
    options: CallOptions,
  ): Promise<RawPage> {
    const paging: Paging = operationTable[operation].paging;
    if (position && !fits(paging, position)) throw new InvalidCursorError();
    if (!(limit >= 1)) throw new RangeError('a page has at least one entry');
    const size = Math.min(limit, paging.most ?? PAGE_SIZE);
    const asked = { ...(input as Record<string, unknown>), ...pageInput(paging, position, size) };
    const body = await this.execute(operation, asked, principal, options);
    return readPage(operation, paging, body, position, size);
  }

  private deadlineOf({ deadline, signal, timeoutMs }: CallOptions): Deadline {
    if (!deadline) return new Deadline(timeoutMs ?? this.parts.timeoutMs, { signal });
    if (!signal && timeoutMs === undefined) return deadline;
    const signals = signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal;
    return new Deadline(Math.min(deadline.remaining(), timeoutMs ?? Infinity), { signal: signals });
  }

  private reportHeldBack({ operation, row, options }: Call, error: unknown): void {
    if (!(error instanceof BreakerOpenError || error instanceof BulkheadFullError)) return;
    const record = { operation, class: row.class, attempt: 0, status: null, durationMs: 0, traceId: '' };
    this.parts.upstream.observer?.onAttempt({ ...record, outcome: 'held-back' });
    options.observer?.onAttempt({ ...record, outcome: 'held-back' });
  }
}

/** A client for one principal. */
export class BoundClient {
  constructor(
    private readonly client: KooDriveClient,
    readonly principal: Principal,
    private readonly defaults: CallOptions,
  ) {}

  /** As KooDriveClient.call. */
  call<Op extends OperationId>(operation: Op, input: Input<Op>, options?: CallOptions): Promise<Output<Op>> {
    return this.client.call(operation, input, this.principal, { ...this.defaults, ...options });
  }

  /** As KooDriveClient.page. */
  page<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    page?: PageOptions,
    options?: CallOptions,
  ): Promise<Page<Item<Op>>> {
    return this.client.page(operation, input, this.principal, page, { ...this.defaults, ...options });
  }

  /** As KooDriveClient.pages. */
  pages<Op extends PagedOperationId>(
    operation: Op,
    input: PagedInput<Op>,
    options?: CallOptions,
  ): AsyncGenerator<Item<Op>, void, undefined> {
    return this.client.pages(operation, input, this.principal, { ...this.defaults, ...options });
  }
}
