import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { type BoundClient, parseId } from '#koodrive';
import { required, requiredId } from './required.js';
import { type SpaceKind, toSpaceKind } from './space-kinds.js';

/** The properties of a space that never change. Many upstream operations require them. */
export interface SpaceMetadata {
  readonly kind: SpaceKind;
  /** The user, department or group that owns it. */
  readonly ownerId: string;
  /** The root folder; undefined where the response does not have it. */
  readonly rootFolderId?: string;
}

const maxCachedSpaces = 10_000;

/**
 * Fetches the metadata of each space once for each process. The cache grants no access: every call in the space is
 * made on behalf of the caller's own principal.
 */
@Injectable()
export class SpaceMetadataCache {
  private readonly metadataBySpaceId = new LRUCache<string, SpaceMetadata>({ max: maxCachedSpaces });

  async get(koodrive: BoundClient, spaceId: string): Promise<SpaceMetadata> {
    const cached = this.metadataBySpaceId.get(spaceId);
    if (cached) return cached;
    const space = await koodrive.call('getSpaceByContainerID', { containerId: spaceId });
    const metadata: SpaceMetadata = {
      kind: required(toSpaceKind(space.type), space, 'type', 'a kind of space'),
      ownerId: requiredId(space, 'ownerId'),
      rootFolderId: parseId(space.bizRootFileId),
    };
    if (metadata.rootFolderId !== undefined) this.metadataBySpaceId.set(spaceId, metadata);
    return metadata;
  }
}
