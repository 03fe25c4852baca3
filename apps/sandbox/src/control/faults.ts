import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { VirtualClock } from '../time.js';
import type { Outgoing } from '../server/outgoing.js';
import { alteredAnswer, answerInPlace } from './fault-answer.js';
import { fits, type FaultCall, type FaultEffect, type FaultSettings } from './fault-rule.js';
import { destroyConnection, send, sendCut, sendWithLength } from './delivery.js';
import { seededRandom } from './random.js';

/** A fault that was asked for, and how often it struck. */
export interface Fault extends FaultSettings {
  readonly id: number;
  seen: number;
  struck: number;
}

/** What became of a call. */
export interface Delivery {
  /** What the caller was told; 0 when the connection was destroyed first. */
  readonly status: number;
  /** The fault that struck. */
  readonly fault?: number;
}

/**
 * Faults on demand. Every answer of the API, the object store and the token endpoint leaves through `apply`, which
 * sends it as it is when no fault fits.
 */
export class Faults {
  private rules: Fault[] = [];
  private lastId = 0;
  private random: () => number;

  constructor(
    private readonly clock: VirtualClock,
    private readonly seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  add(settings: FaultSettings): Fault {
    const fault: Fault = { ...settings, id: ++this.lastId, seen: 0, struck: 0 };
    this.rules.push(fault);
    return fault;
  }

  list(): readonly Fault[] {
    return this.rules;
  }

  /** Removes all faults and starts the random numbers afresh. */
  clear(): void {
    this.rules = [];
    this.lastId = 0;
    this.random = seededRandom(this.seed);
  }

  /**
   * Runs `commit`, which does the work and gives the answer, and sends that answer on `response`; or does what the
   * first fitting fault says. `response` must not have been touched. Errors of `commit` pass through.
   */
  async apply(
    call: FaultCall,
    response: ServerResponse,
    commit: () => Outgoing | Promise<Outgoing>,
  ): Promise<Delivery> {
    const fault = this.rules.length === 0 ? undefined : this.take(call);
    if (fault) return { ...(await this.strike(fault.effect, call, response, commit)), fault: fault.id };
    const outgoing = await commit();
    send(response, outgoing, this.clock);
    return { status: outgoing.status };
  }

  private take(call: FaultCall): Fault | undefined {
    return this.rules.find((rule) => {
      if (!fits(rule.match, call) || rule.struck >= (rule.times ?? Infinity)) return false;
      rule.seen += 1;
      if (rule.seen <= (rule.skip ?? 0)) return false;
      if (rule.probability !== undefined && this.random() >= rule.probability) return false;
      rule.struck += 1;
      return true;
    });
  }

  private async strike(
    effect: FaultEffect,
    call: FaultCall,
    response: ServerResponse,
    commit: () => Outgoing | Promise<Outgoing>,
  ): Promise<Delivery> {
    if (effect.delayMs) await wait(effect.delayMs, undefined, { ref: false });
    if (effect.reset === 'before') return destroyConnection(response);
    const outgoing = alteredAnswer(effect, answerInPlace(effect, call) ?? (await commit()));
    if (effect.reset === 'after') {
      if (typeof outgoing.body === 'object' && 'destroy' in outgoing.body) outgoing.body.destroy();
      return destroyConnection(response);
    }
    if (effect.cutBodyAt !== undefined) await sendCut(response, outgoing, effect.cutBodyAt, this.clock);
    else if (effect.wrongLength) {
      sendWithLength(response, outgoing, effect.wrongLength === true ? 1024 : effect.wrongLength, this.clock);
    } else send(response, outgoing, this.clock);
    return { status: outgoing.status };
  }
}
