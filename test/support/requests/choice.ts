/** Chooses at random, the same for the same seed. */
export class Choice {
  #state: number;
  #words = 0;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, and without, 1 (mulberry32). */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whether something happens that does so in `share` of all cases. */
  chance(share: number): boolean {
    return this.number() < share;
  }

  /** @throws NothingThere where the list is empty */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new NothingThere('nothing to choose from');
    return list[Math.floor(this.number() * list.length)] as T;
  }

  /** Up to `most` of the list, at least one. @throws NothingThere */
  some<T>(list: readonly T[], most: number): T[] {
    const rest = [...list];
    const wanted = 1 + Math.floor(this.number() * Math.min(most, rest.length));
    return Array.from({ length: wanted }, () => {
      const one = this.pick(rest);
      rest.splice(rest.indexOf(one), 1);
      return one;
    });
  }

  /** A name that nothing has yet, at most 10 characters longer than its kind. */
  word(kind: string): string {
    this.#words += 1;
    return `${kind} ${(this.seed % 46_656).toString(36)} ${this.#words}`;
  }
}

/** What a request would need is not there now: another one is tried in its place. */
export class NothingThere extends Error {}
