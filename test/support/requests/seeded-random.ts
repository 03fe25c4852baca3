/** A pseudo-random generator: the same seed gives the same values. */
export class SeededRandom {
  private state: number;
  private nameCount = 0;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** A number from 0 (inclusive) to 1 (exclusive), by mulberry32. */
  nextFloat(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.nextFloat() < probability;
  }

  /** @throws NoCandidateError if the list is empty */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new NoCandidateError('nothing to choose from');
    return list[Math.floor(this.nextFloat() * list.length)] as T;
  }

  /** At least one and at most `maxCount` entries of the list. @throws NoCandidateError if the list is empty */
  pickSome<T>(list: readonly T[], maxCount: number): T[] {
    const rest = [...list];
    const count = 1 + Math.floor(this.nextFloat() * Math.min(maxCount, rest.length));
    return Array.from({ length: count }, () => {
      const entry = this.pick(rest);
      rest.splice(rest.indexOf(entry), 1);
      return entry;
    });
  }

  /** A name that was not used before, at most 10 characters longer than the prefix. */
  createUniqueName(prefix: string): string {
    this.nameCount += 1;
    return `${prefix} ${(this.seed % 46_656).toString(36)} ${this.nameCount}`;
  }
}

/** Nothing exists from which the request could be generated; the caller generates another request. */
export class NoCandidateError extends Error {}
