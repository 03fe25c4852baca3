import type { VirtualClock } from '../../time.js';
import type { Ids } from '../ids.js';
import type { Share } from './shares.js';

/** The life of a kdstoken is not documented: half an hour is inferred. */
export const PASS_LIFE_MS = 30 * 60_000;

interface Pass {
  readonly shareId: string;
  /** A pass lapses when the access code is changed (inferred). */
  readonly extractCode: string;
  readonly until: number;
}

/** The tokens that giving the right access code earns (kdstoken). Whoever shows one may use it (inferred). */
export class SharePasses {
  private readonly passes = new Map<string, Pass>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly ids: () => Ids,
  ) {}

  issue({ id: shareId, extractCode = '' }: Share): string {
    const token = this.ids().hex(64);
    this.passes.set(token, { shareId, extractCode, until: this.clock.now() + PASS_LIFE_MS });
    return token;
  }

  opens(token: string, share: Share): boolean {
    const pass = this.passes.get(token);
    return (
      pass !== undefined &&
      pass.shareId === share.id &&
      pass.extractCode === share.extractCode &&
      pass.until > this.clock.now()
    );
  }
}
