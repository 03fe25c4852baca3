import type { FastifyReply } from 'fastify';
import { type BudgetObserver, type Caller, createBudgetProblem, getAccountableId, LocalBudget } from '#callers';
import type { ProblemError } from '#problem';
import { type EndpointSpec, isTransfer } from '../endpoint.js';

/** When a request or a transfer of the caller will end is not known. A transfer takes longer. */
const retryAfterSeconds = { requests: 1, transfers: 5 } as const;

/**
 * Limits the requests in progress of each caller, so that none of them takes all upstream connections, all places in the
 * queue before KooDrive or all memory. Responses from the memory cache are not counted: they need none of these.
 */
export class RequestBudgets {
  private readonly budgets: Readonly<Record<'requests' | 'transfers', LocalBudget>>;

  constructor(observe: BudgetObserver) {
    this.budgets = { requests: new LocalBudget('requests', observe), transfers: new LocalBudget('transfers', observe) };
  }

  /** Counts a request until its response has ended. @returns the problem of a caller whose budget is used up */
  admit(caller: Caller, endpoint: EndpointSpec, { raw }: FastifyReply): ProblemError | undefined {
    const name = chooseBudget(endpoint);
    if (!name) return undefined;
    const release = this.budgets[name].tryAdmit(getAccountableId(caller));
    if (!release) return createBudgetProblem(name, retryAfterSeconds[name]);
    // The caller may have disconnected while it was authenticated: there is no further event.
    if (raw.destroyed) release();
    else raw.once('close', release);
    return undefined;
  }
}

/** Event streams have a budget of their own (EventStreams). */
function chooseBudget(endpoint: EndpointSpec): 'requests' | 'transfers' | undefined {
  if (isTransfer(endpoint)) return 'transfers';
  return endpoint.produces === 'text/event-stream' ? undefined : 'requests';
}
