import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

export const SpaceKind = { department: 0, individual: 1, group: 2 } as const;
export type SpaceKind = (typeof SpaceKind)[keyof typeof SpaceKind];
export const SpaceStatus = { normal: 0, disabled: 1 } as const;

export const gibibyteBytes = 2 ** 30;
const kibibyteBytes = 2 ** 10;

export interface Space {
  readonly containerId: string;
  readonly kind: SpaceKind;
  /** Id of the department, user or group, depending on `kind`. */
  readonly ownerId: string;
  /** Id for both root folders together. No node has this id. */
  readonly rootFileId: string;
  capacityGb: number;
  status: number;
  /** Bytes of all files, including those in the recycle bin and previous versions. */
  usedBytes: number;
  readonly creatorId: string;
  readonly createdAt: number;
  modifierId: string;
  updatedAt: number;
}

/** Prefix of the ids of the two root folders, before `root` or `sbox` and the id of the space. */
export const rootFolderIdPrefix = 'DEUI7pa0C24A';
export const getRootFolderId = (containerId: string): string => `${rootFolderIdPrefix}root${containerId}`;
export const getSafeBoxFolderId = (containerId: string): string => `${rootFolderIdPrefix}sbox${containerId}`;

/** The contract has used storage in KB and capacities in GB (facts/auth.md, "Units"). */
export const bytesToKilobytes = (bytes: number): number => Math.ceil(bytes / kibibyteBytes);

export const getFreeBytes = (space: Space): number => space.capacityGb * gibibyteBytes - space.usedBytes;

/**
 * Adds bytes to what the space uses.
 * @throws OperationError insufficientSpace (they exceed the capacity)
 */
export function chargeQuota(space: Space, bytes: number): void {
  if (bytes > getFreeBytes(space)) throw new OperationError(errorCodes.insufficientSpace);
  space.usedBytes += bytes;
}

export function releaseQuota(space: Space, bytes: number): void {
  space.usedBytes = Math.max(0, space.usedBytes - bytes);
}

/** All spaces of the tenant. */
export class Spaces {
  private readonly byContainer = new Map<string, Space>();

  add(space: Space): Space {
    this.byContainer.set(space.containerId, space);
    return space;
  }

  find(containerId: string): Space | undefined {
    return this.byContainer.get(containerId);
  }

  /** @throws OperationError spaceNotFound (no such space) */
  get(containerId: string): Space {
    const space = this.byContainer.get(containerId);
    if (!space) throw new OperationError(errorCodes.spaceNotFound, containerId);
    return space;
  }

  remove(containerId: string): void {
    this.byContainer.delete(containerId);
  }

  list(kind?: SpaceKind): Space[] {
    const all = [...this.byContainer.values()];
    return kind === undefined ? all : all.filter((space) => space.kind === kind);
  }

  listByOwner(ownerId: string, kind?: SpaceKind): Space[] {
    return this.list(kind).filter((space) => space.ownerId === ownerId);
  }

  /**
   * The space of an owner. Only a user can have several spaces.
   * @param containerId which space, if the owner has several
   * @throws OperationError spaceNotFound (no space) or invalidParameter (several spaces, and no `containerId`)
   */
  getByOwner(ownerId: string, kind: SpaceKind, containerId?: string): Space {
    const owned = this.listByOwner(ownerId, kind).filter((space) => !containerId || space.containerId === containerId);
    const [first] = owned;
    if (!first) throw new OperationError(errorCodes.spaceNotFound, `of ${ownerId}`);
    if (owned.length > 1)
      throw new OperationError(errorCodes.invalidParameter, 'containerId: the owner has several spaces');
    return first;
  }
}
