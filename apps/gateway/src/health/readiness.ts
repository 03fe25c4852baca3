import { Injectable } from '@nestjs/common';
import { ProblemError } from '#problem';
import { Drain } from '../http/connections/drain.js';
import { SharedStore } from '../upstream/shared-store.js';
import type { Health } from './health.dto.js';

/** Whether this instance should get traffic: while it is not draining, whatever is away behind it. */
@Injectable()
export class Readiness {
  constructor(
    private readonly store: SharedStore,
    private readonly drain: Drain,
  ) {}

  async check(): Promise<Health> {
    if (this.drain.started) throw new ProblemError('shutting-down');
    if (!this.store.shared) return { status: 'ok', store: 'memory' };
    const up = await this.store.use((store) => store.ping().then(() => true));
    return up ? { status: 'ok', store: 'up' } : { status: 'degraded', store: 'down' };
  }
}
