import { Injectable } from '@nestjs/common';
import { ProblemError } from '#problem';
import { DrainState } from '../http/connections/drain-state.js';
import { BestEffortStore } from '#store';
import type { Health } from './health.dto.js';

/**
 * Whether this instance should get traffic. Only draining makes it not ready: an unavailable store or upstream does
 * not, because another instance would have the same problem.
 */
@Injectable()
export class Readiness {
  constructor(
    private readonly store: BestEffortStore,
    private readonly drain: DrainState,
  ) {}

  /** @throws ProblemError shutting-down while the instance drains */
  async check(): Promise<Health> {
    if (this.drain.isDraining) throw new ProblemError('shutting-down');
    if (!this.store.shared) return { status: 'ok', store: 'memory' };
    const up = await this.store.use((store) => store.ping().then(() => true));
    return up ? { status: 'ok', store: 'up' } : { status: 'degraded', store: 'down' };
  }
}
