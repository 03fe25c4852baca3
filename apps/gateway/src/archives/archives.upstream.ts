import { type BoundClient, id, moment, type Output, whole } from '#koodrive';
import type { ArchiveEntry } from './archives.dto.js';

type EntryWire = NonNullable<Output<'getJobDetail'>['uncompressedFileList']>[number];

export const toArchiveEntry = (wire: EntryWire): ArchiveEntry => ({
  path: wire.name ?? '',
  kind: String(wire.type) === '2' ? 'folder' : 'file',
  size: whole(wire.fileSize),
  modifiedAt: moment(wire.updateAt),
});

/** Looking into an archive: at once, or by a job that lists the entries in its detail. */
export type Listing = { readonly entries: ArchiveEntry[] } | { readonly jobId: string };

/** The page types the list of a direct answer as one object, though it speaks of entries: one or many are taken. */
export function toListing(wire: Output<'listFile'>): Listing {
  const jobId = id(wire.taskId);
  if (jobId !== undefined) return { jobId };
  const list: unknown = wire.uncompressedFileList ?? [];
  return { entries: (Array.isArray(list) ? list : [list]).map((entry: EntryWire) => toArchiveEntry(entry)) };
}

export async function openArchive(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  password?: string,
): Promise<Listing> {
  return toListing(
    await koodrive.call('listFile', { containerId: spaceId, fileId, ...(password !== undefined && { pwd: password }) }),
  );
}

/** The entries once the job is over; undefined while it goes on. A failed one gives the upstream's code. */
export async function listedByJob(
  koodrive: BoundClient,
  jobId: string,
): Promise<{ readonly entries: ArchiveEntry[] } | { readonly failed: string } | undefined> {
  const { jobInfo, taskInfos = [], uncompressedFileList = [] } = await koodrive.call('getJobDetail', { job_id: jobId });
  if (Number(jobInfo?.status) < 2) return undefined;
  if (Number(jobInfo?.taskResultCode) !== 1) return { failed: id(taskInfos[0]?.resultCode) ?? '13000408' };
  return { entries: uncompressedFileList.map(toArchiveEntry) };
}
