import { Refusal } from '../../operation.js';

export const SpaceKind = { department: 0, individual: 1, group: 2 } as const;
export type SpaceKind = (typeof SpaceKind)[keyof typeof SpaceKind];
export const SpaceStatus = { normal: 0, disabled: 1 } as const;

const GIB = 2 ** 30;

export interface Space {
  readonly containerId: string;
  readonly kind: SpaceKind;
  /** Department, user or group id, by kind. */
  readonly ownerId: string;
  /** Id over both trees; no folder of its own. */
  readonly rootFileId: string;
  capacityGb: number;
  status: number;
  /** Bytes of all files, those in the recycle bin included. */
  usedBytes: number;
  readonly creatorId: string;
  readonly createdAt: number;
  modifierId: string;
  updatedAt: number;
}

export const rootIdOf = (containerId: string): string => `DEUI7pa0C24Aroot${containerId}`;
export const safeIdOf = (containerId: string): string => `DEUI7pa0C24Asbox${containerId}`;

/** Used figures are told in KB, capacities in GB (facts/auth.md, "Units"). */
export const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

export const freeBytes = (space: Space): number => space.capacityGb * GIB - space.usedBytes;

/** Takes bytes of the quota; refuses with 13000311 when they do not fit. */
export function charge(space: Space, bytes: number): void {
  if (bytes > freeBytes(space)) throw new Refusal(13000311);
  space.usedBytes += bytes;
}

export function giveBack(space: Space, bytes: number): void {
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

  /** Refuses with 13000301 when there is no such space. */
  get(containerId: string): Space {
    const space = this.byContainer.get(containerId);
    if (!space) throw new Refusal(13000301, containerId);
    return space;
  }

  remove(containerId: string): void {
    this.byContainer.delete(containerId);
  }

  list(kind?: SpaceKind): Space[] {
    const all = [...this.byContainer.values()];
    return kind === undefined ? all : all.filter((space) => space.kind === kind);
  }

  ownedBy(ownerId: string, kind?: SpaceKind): Space[] {
    return this.list(kind).filter((space) => space.ownerId === ownerId);
  }

  /**
   * The one space of an owner. Refuses with 13000301 when there is none, and with 13000102 when an owner of several
   * individual spaces did not say which.
   */
  one(ownerId: string, kind: SpaceKind, containerId?: string): Space {
    const owned = this.ownedBy(ownerId, kind).filter((space) => !containerId || space.containerId === containerId);
    const [first] = owned;
    if (!first) throw new Refusal(13000301, `of ${ownerId}`);
    if (owned.length > 1) throw new Refusal(13000102, 'containerId: the owner has several spaces');
    return first;
  }
}
