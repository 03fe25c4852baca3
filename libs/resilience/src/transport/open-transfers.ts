/** Counts the transfers to each origin. A pool of connections would let those beyond its size wait without a limit. */
export class OpenTransfers {
  private readonly countByOrigin = new Map<string, number>();

  constructor(private readonly maxPerOrigin: number) {}

  /** Counts a transfer. @returns the function that ends it; undefined where the maximum is open */
  tryStart(origin: string): (() => void) | undefined {
    const count = this.countByOrigin.get(origin) ?? 0;
    if (count >= this.maxPerOrigin) return undefined;
    this.countByOrigin.set(origin, count + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.end(origin);
    };
  }

  private end(origin: string): void {
    const count = (this.countByOrigin.get(origin) ?? 1) - 1;
    if (count > 0) this.countByOrigin.set(origin, count);
    else this.countByOrigin.delete(origin);
  }
}
