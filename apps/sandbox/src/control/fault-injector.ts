import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { VirtualClock } from '../virtual-clock.js';
import type { OutgoingResponse } from '../server/outgoing-response.js';
import { alterResponse, createFaultResponse } from './fault-response.js';
import { matchesFault, type FaultCall, type FaultEffect, type FaultSettings } from './fault-rule.js';
import { destroyConnection, sendResponse, sendTruncated, sendWithWrongLength } from './send-response.js';
import { createSeededRandom } from './seeded-random.js';

/** A fault, with the number of calls that it matched (`seen`) and that it was applied to (`struck`). */
export interface Fault extends FaultSettings {
  readonly id: number;
  seen: number;
  struck: number;
}

export interface DeliveryResult {
  /** The status that was sent, or 0 when the connection was destroyed before. */
  readonly status: number;
  /** The id of the fault that was applied. */
  readonly fault?: number;
}

/**
 * Injects faults. All responses of the API, the object store and the token endpoint are sent by `apply`, which sends them
 * unchanged when no fault matches.
 */
export class FaultInjector {
  private rules: Fault[] = [];
  private lastId = 0;
  private random: () => number;

  constructor(
    private readonly clock: VirtualClock,
    private readonly seed: number,
  ) {
    this.random = createSeededRandom(seed);
  }

  add(settings: FaultSettings): Fault {
    const fault: Fault = { ...settings, id: ++this.lastId, seen: 0, struck: 0 };
    this.rules.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.rules;
  }

  /** Removes all faults and restarts the random numbers from the seed. */
  clear(): void {
    this.rules = [];
    this.lastId = 0;
    this.random = createSeededRandom(this.seed);
  }

  /**
   * Runs `commit`, which does the work and returns the response, and sends it on `response`. If a fault matches, applies
   * the effect of the first one instead. Nothing may have been written on `response` yet. Rejects with errors of `commit`.
   */
  async apply(
    call: FaultCall,
    response: ServerResponse,
    commit: () => OutgoingResponse | Promise<OutgoingResponse>,
  ): Promise<DeliveryResult> {
    const fault = this.rules.length === 0 ? undefined : this.selectFault(call);
    if (fault) return { ...(await this.injectFault(fault.effect, call, response, commit)), fault: fault.id };
    const outgoing = await commit();
    sendResponse(response, outgoing, this.clock);
    return { status: outgoing.status };
  }

  /** Returns the first fault that applies to the call, and counts. */
  private selectFault(call: FaultCall): Fault | undefined {
    return this.rules.find((rule) => {
      if (!matchesFault(rule.match, call) || rule.struck >= (rule.times ?? Infinity)) return false;
      rule.seen += 1;
      if (rule.seen <= (rule.skip ?? 0)) return false;
      if (rule.probability !== undefined && this.random() >= rule.probability) return false;
      rule.struck += 1;
      return true;
    });
  }

  private async injectFault(
    effect: FaultEffect,
    call: FaultCall,
    response: ServerResponse,
    commit: () => OutgoingResponse | Promise<OutgoingResponse>,
  ): Promise<DeliveryResult> {
    if (effect.delayMs) await wait(effect.delayMs, undefined, { ref: false });
    if (effect.reset === 'before') return destroyConnection(response);
    const outgoing = alterResponse(effect, createFaultResponse(effect, call) ?? (await commit()));
    if (effect.reset === 'after') {
      if (typeof outgoing.body === 'object' && 'destroy' in outgoing.body) outgoing.body.destroy();
      return destroyConnection(response);
    }
    if (effect.cutBodyAt !== undefined) await sendTruncated(response, outgoing, effect.cutBodyAt, this.clock);
    else if (effect.wrongLength) {
      sendWithWrongLength(response, outgoing, effect.wrongLength === true ? 1024 : effect.wrongLength, this.clock);
    } else sendResponse(response, outgoing, this.clock);
    return { status: outgoing.status };
  }
}
