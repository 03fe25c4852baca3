import { Refusal } from '../../operation.js';
import { SpaceKind, type Spaces } from './spaces.js';

/** How the purchased storage is split over the kinds of space; GB. At first 6 : 2 : 2 (facts/spaces.md). */
export class Allocation {
  private readonly total: Record<SpaceKind, number>;

  constructor(
    readonly capacityGb: number,
    private readonly spaces: Spaces,
  ) {
    const fifth = capacityGb / 5;
    this.total = { [SpaceKind.department]: fifth * 3, [SpaceKind.individual]: fifth, [SpaceKind.group]: fifth };
  }

  totalGb(kind: SpaceKind): number {
    return this.total[kind];
  }

  /** Given out to spaces of this kind. */
  allocatedGb(kind: SpaceKind): number {
    return this.spaces.list(kind).reduce((sum, space) => sum + space.capacityGb, 0);
  }

  usedBytes(kind: SpaceKind): number {
    return this.spaces.list(kind).reduce((sum, space) => sum + space.usedBytes, 0);
  }

  /** Refuses with 13000311 when so much more cannot be given out. */
  check(kind: SpaceKind, moreGb: number): void {
    if (moreGb > this.totalGb(kind) - this.allocatedGb(kind)) throw new Refusal(13000311);
  }

  /** Takes storage that is not given out from one kind and gives it to another. Refuses with 13000311. */
  transfer(from: SpaceKind, to: SpaceKind, gb: number): void {
    this.check(from, gb);
    this.total[from] -= gb;
    this.total[to] += gb;
  }
}
