/**
 * Whether the store is worth asking. After one failure nobody asks any more; a probe in the background finds out when
 * it is back, so that no caller pays for the finding out.
 */
export class Availability {
  readonly #probe: () => Promise<unknown>;
  readonly #every: number;
  #away = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /**
   * @param probe asks the store once; rejects in bounded time where it is away
   * @param every milliseconds between two probes
   */
  constructor(probe: () => Promise<unknown>, every: number) {
    this.#probe = probe;
    this.#every = every;
  }

  get away(): boolean {
    return this.#away;
  }

  failed(): void {
    this.#away = true;
    if (this.#closed || this.#timer) return;
    this.#timer = setTimeout(() => void this.#ask(), this.#every).unref();
  }

  close(): void {
    this.#closed = true;
    this.#away = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    try {
      await this.#probe();
      this.#away = this.#closed;
      this.#timer = undefined;
    } catch {
      this.#timer = undefined;
      this.failed();
    }
  }
}
