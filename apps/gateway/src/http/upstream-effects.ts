import type { CompletedUpstreamCall } from '#koodrive';

/** What the upstream calls of one request have changed so far. The error of the request does not say it. */
export class UpstreamEffects {
  private done = false;
  private unknown = false;
  private rejectedAfterDone = false;
  private mayBeRepeated = true;

  record({ effect, outcome, idempotent }: CompletedUpstreamCall): void {
    if (!effect) return;
    if (effect === 'done') this.done = true;
    if (effect === 'unknown') this.unknown = true;
    if (effect === 'none' && outcome !== 'success') this.rejectedAfterDone = this.done;
    if (effect === 'done' || (effect === 'unknown' && !idempotent)) this.mayBeRepeated = false;
  }

  /** Undefined where certainly nothing was changed. */
  get outcome(): 'done' | 'partly-done' | 'unknown' | undefined {
    if (this.unknown) return 'unknown';
    if (!this.done) return undefined;
    return this.rejectedAfterDone ? 'partly-done' : 'done';
  }

  /** Whether carrying out the request again would do work twice, or could. */
  get forbidRepetition(): boolean {
    return !this.mayBeRepeated;
  }
}
