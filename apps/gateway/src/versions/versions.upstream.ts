import {
  type BoundClient,
  type PagedItem,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import type { Page } from '../http/input/page.js';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapPage, withoutTotal } from '../upstream/map-entries.js';
import { requiredId } from '../upstream/required.js';
import type { ChangeVersionBody, ListVersionsQuery, Version } from './versions.dto.js';

const toVersionReason = createCodeReader({ created: 1, restored: 2 });

type VersionWire = PagedItem<'listRevision'> | OperationOutput<'getRevision'>;

const toVersion = (wire: VersionWire): Version => ({
  id: requiredId(wire, 'revisionId'),
  number: parseNonNegativeInteger(wire.revisionVersion),
  current: wire.latestVersion,
  keepForever: wire.keepForever,
  reason: toVersionReason(wire.createReason),
  createdAt: parseTimestamp(wire.createdAt),
  createdBy: wire.createdBy || undefined,
  modifiedAt: parseTimestamp(wire.updatedAt),
  url: wire.downloadUrl || undefined,
});

/** Identifies a version of a file. */
interface VersionReference {
  readonly spaceId: string;
  readonly fileId: string;
  readonly versionId: string;
}
const toRevisionInput = ({ spaceId, fileId, versionId }: VersionReference) => ({
  containerId: spaceId,
  fileId,
  revisionId: versionId,
});

export async function listVersions(
  koodrive: BoundClient,
  { spaceId, fileId }: Omit<VersionReference, 'versionId'>,
  { limit, cursor }: ListVersionsQuery,
): Promise<Page<Version>> {
  const page = await koodrive.fetchPage('listRevision', { containerId: spaceId, fileId }, { limit, cursor });
  return withoutTotal(mapPage(page, toVersion));
}

export const readVersion = async (koodrive: BoundClient, version: VersionReference): Promise<Version> =>
  toVersion(await koodrive.call('getRevision', toRevisionInput(version)));

export async function changeVersion(
  koodrive: BoundClient,
  version: VersionReference,
  { keepForever }: ChangeVersionBody,
): Promise<Version> {
  await koodrive.call('updateRevision', { ...toRevisionInput(version), keepForever });
  return readVersion(koodrive, version);
}

export const deleteVersion = async (koodrive: BoundClient, version: VersionReference): Promise<void> => {
  await koodrive.call('deleteRevision', toRevisionInput(version));
};

export const restoreVersion = async (koodrive: BoundClient, version: VersionReference): Promise<void> => {
  await koodrive.call('restoreRevision', toRevisionInput(version));
};
