import { Injectable } from '@nestjs/common';
import { type BoundClient, id } from '#koodrive';
import { type SpaceKind, toSpaceKind } from './space-kinds.js';

/** What never changes in a space's life, and what the upstream wants to be told with many calls. */
export interface SpaceAddress {
  readonly kind: SpaceKind;
  /** The user, department or group that owns it. */
  readonly ownerId: string;
  /** The folder at its top. */
  readonly rootFolderId: string;
}

const mostRemembered = 10_000;

/**
 * Tells whose a space is. Asked once for each space and process. Knowing it opens nothing to anybody: whatever is then
 * done in the space is asked on the caller's own behalf.
 */
@Injectable()
export class SpaceDirectory {
  private readonly known = new Map<string, SpaceAddress>();

  async find(koodrive: BoundClient, spaceId: string): Promise<SpaceAddress> {
    const known = this.known.get(spaceId);
    if (known) return known;
    const space = await koodrive.call('getSpaceByContainerID', { containerId: spaceId });
    const address: SpaceAddress = {
      kind: toSpaceKind(space.type) ?? 'individual',
      ownerId: id(space.ownerId) ?? '',
      rootFolderId: id(space.bizRootFileId) ?? 'root',
    };
    if (this.known.size >= mostRemembered) this.known.clear();
    this.known.set(spaceId, address);
    return address;
  }
}
