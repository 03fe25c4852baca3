import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import { SpaceKind, type Spaces } from './spaces.js';

/**
 * The distribution of the purchased storage over the kinds of space, in GB. The initial ratio of departments, individuals and
 * groups is 6 : 2 : 2 (facts/spaces.md).
 */
export class StorageAllocation {
  private readonly totalGbByKind: Record<SpaceKind, number>;

  constructor(
    readonly purchasedGb: number,
    private readonly spaces: Spaces,
  ) {
    const fifth = purchasedGb / 5;
    this.totalGbByKind = { [SpaceKind.department]: fifth * 3, [SpaceKind.individual]: fifth, [SpaceKind.group]: fifth };
  }

  getTotalGb(kind: SpaceKind): number {
    return this.totalGbByKind[kind];
  }

  /** The sum of the capacities of all spaces of this kind. */
  getAllocatedGb(kind: SpaceKind): number {
    return this.spaces.list(kind).reduce((sum, space) => sum + space.capacityGb, 0);
  }

  getUsedBytes(kind: SpaceKind): number {
    return this.spaces.list(kind).reduce((sum, space) => sum + space.usedBytes, 0);
  }

  /** @throws OperationError insufficientSpace (less than `additionalGb` is not allocated) */
  checkAvailable(kind: SpaceKind, additionalGb: number): void {
    if (additionalGb > this.getTotalGb(kind) - this.getAllocatedGb(kind))
      throw new OperationError(errorCodes.insufficientSpace);
  }

  /**
   * Transfers storage that is not allocated from one kind of space to another.
   * @throws OperationError insufficientSpace (less than `gb` is not allocated)
   */
  transfer(from: SpaceKind, to: SpaceKind, gb: number): void {
    this.checkAvailable(from, gb);
    this.totalGbByKind[from] -= gb;
    this.totalGbByKind[to] += gb;
  }
}
