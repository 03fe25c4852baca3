const capacityTokens = 500;
const retryCostTokens = 14;

/**
 * Limits the load that retries add to a failing upstream. It is a bucket of 500 tokens, and each retry takes 14. A first
 * attempt that succeeds returns one token; a retry that succeeds returns its 14. Therefore a random failure rate of 20 %
 * can be retried forever, while a complete outage soon gets no retries.
 */
export class RetryQuota {
  private tokens = capacityTokens;

  /** Takes the tokens of a retry. @returns false if there are too few: the retry must not be sent */
  tryAcquire(): boolean {
    if (this.tokens < retryCostTokens) return false;
    this.tokens -= retryCostTokens;
    return true;
  }

  /** @param retried whether the successful attempt was a retry */
  recordSuccess(retried: boolean): void {
    this.tokens = Math.min(capacityTokens, this.tokens + (retried ? retryCostTokens : 1));
  }

  get remainingTokens(): number {
    return this.tokens;
  }
}
