import { type BoundClient, id, type Item, moment, type Output, whole } from '#koodrive';
import type { Page } from '../http/input/page.js';
import type { ChangeVersionBody, ListVersionsQuery, Version } from './versions.dto.js';

const reasons = { 1: 'created', 2: 'restored' } as const;

type VersionWire = Item<'listRevision'> | Output<'getRevision'>;

export const toVersion = (wire: VersionWire): Version => ({
  id: id(wire.revisionId) ?? '',
  number: whole(wire.revisionVersion),
  current: wire.latestVersion ?? false,
  keepForever: wire.keepForever ?? false,
  reason: reasons[Number(wire.createReason) as keyof typeof reasons],
  createdAt: moment(wire.createdAt),
  createdBy: wire.createdBy || undefined,
  modifiedAt: moment(wire.updatedAt),
  url: wire.downloadUrl || undefined,
});

/** Which version of which file, as three operations want to be told. */
interface VersionRef {
  readonly spaceId: string;
  readonly fileId: string;
  readonly versionId: string;
}
const reference = ({ spaceId, fileId, versionId }: VersionRef) => ({
  containerId: spaceId,
  fileId,
  revisionId: versionId,
});

export async function listVersions(
  koodrive: BoundClient,
  { spaceId, fileId }: Omit<VersionRef, 'versionId'>,
  { limit, cursor }: ListVersionsQuery,
): Promise<Page<Version>> {
  const page = { limit, ...(cursor && { cursor }) };
  const found = await koodrive.page('listRevision', { containerId: spaceId, fileId }, page);
  return { items: found.items.map(toVersion), nextCursor: found.nextCursor };
}

export const readVersion = async (koodrive: BoundClient, version: VersionRef): Promise<Version> =>
  toVersion(await koodrive.call('getRevision', reference(version)));

export async function changeVersion(
  koodrive: BoundClient,
  version: VersionRef,
  { keepForever }: ChangeVersionBody,
): Promise<Version> {
  await koodrive.call('updateRevision', { ...reference(version), keepForever });
  return readVersion(koodrive, version);
}

export const deleteVersion = async (koodrive: BoundClient, version: VersionRef): Promise<void> => {
  await koodrive.call('deleteRevision', reference(version));
};

export const restoreVersion = async (koodrive: BoundClient, version: VersionRef): Promise<void> => {
  await koodrive.call('restoreRevision', reference(version));
};
