const CAPACITY = 500;
const COST = 14;

/**
 * Bounds what repeats may add to the load of an upstream in trouble: each repeat takes 14 tokens out of a bucket of
 * 500. A success at the first try puts one back, a success of a repeat what that repeat took; so a fifth of failures
 * at random is carried for ever, and a full outage soon sees no repeats at all.
 */
export class RetryQuota {
  private tokens = CAPACITY;

  /** Whether a repeat may be sent; takes its price. */
  take(): boolean {
    if (this.tokens < COST) return false;
    this.tokens -= COST;
    return true;
  }

  /** @param repeated whether it was a repeat that succeeded */
  succeeded(repeated: boolean): void {
    this.tokens = Math.min(CAPACITY, this.tokens + (repeated ? COST : 1));
  }

  get left(): number {
    return this.tokens;
  }
}
