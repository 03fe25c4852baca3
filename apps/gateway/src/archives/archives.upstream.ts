import {
  type BoundClient,
  errorCodes,
  parseId,
  parseTimestamp,
  type OperationOutput,
  parseNonNegativeInteger,
} from '#koodrive';
import { createCodeReader } from '../upstream/code-reader.js';
import { mapEntries, type ReadableEntries } from '../upstream/map-entries.js';
import { required, requiredText } from '../upstream/required.js';
import type { ArchiveEntry } from './archives.dto.js';

/** The types of the entries. */
const toEntryKind = createCodeReader({ file: 1, folder: 2 });
/** The first status of a job that has ended: 0 is waiting, 1 is running. */
const firstEndedStatusCode = 2;
const succeededResultCode = 1;

type ArchiveEntryWire = NonNullable<OperationOutput<'getJobDetail'>['uncompressedFileList']>[number];

const toArchiveEntry = (wire: ArchiveEntryWire): ArchiveEntry => ({
  path: requiredText(wire, 'name'),
  kind: required(toEntryKind(wire.type), wire, 'type', 'a type of entry'),
  size: parseNonNegativeInteger(wire.fileSize),
  modifiedAt: parseTimestamp(wire.updateAt),
});

/** The entries of an archive, or the job that lists them in its detail. */
type ArchiveListing = { readonly entries: ReadableEntries<ArchiveEntry> } | { readonly jobId: string };

/** The upstream page documents the list of a direct response as one object. The client makes a list of it. */
function toArchiveListing(wire: OperationOutput<'listFile'>): ArchiveListing {
  const jobId = parseId(wire.taskId);
  if (jobId !== undefined) return { jobId };
  const list = required(wire.uncompressedFileList, wire, 'uncompressedFileList', 'a list');
  return { entries: mapEntries(list as unknown as readonly ArchiveEntryWire[], toArchiveEntry) };
}

export async function requestArchiveListing(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  password?: string,
): Promise<ArchiveListing> {
  return toArchiveListing(await koodrive.call('listFile', { containerId: spaceId, fileId, pwd: password }));
}

/** The entries when the job has ended, or the upstream's code if it failed; undefined while the job runs. */
export async function readArchiveListingJob(
  koodrive: BoundClient,
  jobId: string,
): Promise<{ readonly entries: ReadableEntries<ArchiveEntry> } | { readonly failureCode: string } | undefined> {
  const detail = await koodrive.call('getJobDetail', { job_id: jobId });
  const { taskInfos, uncompressedFileList } = detail;
  const jobInfo = required(detail.jobInfo, detail, 'jobInfo');
  if (required(jobInfo.status, jobInfo, 'status') < firstEndedStatusCode) return undefined;
  if (required(jobInfo.taskResultCode, jobInfo, 'taskResultCode') !== succeededResultCode) {
    return { failureCode: parseId(taskInfos?.[0]?.resultCode) ?? errorCodes.downloadFailed };
  }
  return { entries: mapEntries(required(uncompressedFileList, detail, 'uncompressedFileList'), toArchiveEntry) };
}
