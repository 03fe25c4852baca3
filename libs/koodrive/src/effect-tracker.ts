import { classifyFailure } from './failure/to-upstream-error.js';
import type { CallEffect } from './options.js';

/**
 * What the attempts of one call changed. The last error alone does not say it: an attempt that was rejected may follow one
 * that was carried out.
 */
export class EffectTracker {
  effect: CallEffect = 'none';

  async track<T>(send: () => Promise<T>): Promise<T> {
    const before = this.effect;
    // While the attempt runs: the call may end without its result.
    this.effect = 'unknown';
    try {
      const response = await send();
      this.effect = 'done';
      return response;
    } catch (error) {
      if (classifyFailure(error).outcome !== 'unknown') this.effect = before;
      throw error;
    }
  }
}
