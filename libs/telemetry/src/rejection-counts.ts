/** What rejections have in common that are counted together. The members are also those of the summary in the audit log. */
export interface RejectionKind {
  readonly event: string;
  readonly reason?: string;
  /** A known caller. */
  readonly caller?: string;
  /** The network of an anonymous caller. */
  readonly address?: string;
}

/** Rejections of one kind that are recorded one by one within a window. */
export const maxRecordedRejections = 20;
const windowMs = 60_000;
/** Kinds that are counted separately within a window. All others are counted together by event and reason. */
export const maxRejectionKinds = 1_000;

/**
 * Decides which rejections are recorded one by one. A caller can cause thousands of them in a second: within a minute,
 * the first of each kind are recorded, and the others are counted. The counts are reported when the minute is over.
 */
export class RejectionCounts {
  private readonly counts = new Map<string, { readonly kind: RejectionKind; count: number }>();
  private windowEndsAtMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly report: (kind: RejectionKind, suppressedCount: number) => void,
    private readonly clock: { now(): number },
  ) {}

  /** Counts a rejection. @returns whether it is to be recorded by itself */
  count(kind: RejectionKind): boolean {
    if (this.clock.now() >= this.windowEndsAtMs) this.startWindow();
    const entry = this.find(kind);
    entry.count += 1;
    return entry.count <= maxRecordedRejections;
  }

  /** Reports what was not recorded, and ends the window. */
  flush(): void {
    clearTimeout(this.timer);
    this.windowEndsAtMs = 0;
    const entries = [...this.counts.values()];
    this.counts.clear();
    for (const { kind, count } of entries) {
      if (count > maxRecordedRejections) this.report(kind, count - maxRecordedRejections);
    }
  }

  private startWindow(): void {
    this.flush();
    this.windowEndsAtMs = this.clock.now() + windowMs;
    this.timer = setTimeout(() => this.flush(), windowMs).unref();
  }

  private find(kind: RejectionKind): { count: number } {
    const { event, reason, caller, address } = kind;
    const key = JSON.stringify([event, reason, caller, address]);
    const known = this.counts.get(key);
    if (known) return known;
    const isFull = this.counts.size >= maxRejectionKinds && (caller !== undefined || address !== undefined);
    if (isFull) return this.find({ event, reason });
    const entry = { kind, count: 0 };
    this.counts.set(key, entry);
    return entry;
  }
}
