import { type BoundClient, countRemovedEntries, errorCodes, parseId, type OperationOutput } from '#koodrive';
import { ProblemError } from '#problem';
import { renameModeCodes } from '../files/files.upstream.js';
import { toProblemFromCode } from '../http/problems/koodrive-problems.js';
import type { DownloadLink, PartSize, StartUploadBody, UploadPart } from './content.dto.js';
import { mapCompleteList, mapEntries } from '../upstream/map-entries.js';
import {
  createUnreadableListProblem,
  requiredCount,
  requiredFrom,
  requiredId,
  required,
  requiredText,
} from '../upstream/required.js';
import { inferFileTypeCode } from './infer-file-type-code.js';

/** The only upload type: the upstream does not support 0 and 2 yet (libs/koodrive/contract/facts/files.md). */
const uploadType = 1;
/** The code of a link that was created. */
const successCode = '0';

const toWirePart = ({ number, size }: PartSize): { partNumber: number; partSize: number } => ({
  partNumber: number,
  partSize: size,
});

type PartWire = NonNullable<OperationOutput<'uploadUrl'>['multiParts']>[number];

const toUploadPart = (wire: PartWire): UploadPart => ({
  number: requiredCount(wire, 'partNumber'),
  size: requiredCount(wire, 'partSize'),
  url: requiredText(wire, 'uploadUrl'),
});

/** An upload that was started: `id` is the id of the file. */
export interface StartedUpload {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly UploadPart[];
}

export async function startUpload(
  koodrive: BoundClient,
  spaceId: string,
  { name, parentId, size, onConflict }: StartUploadBody,
  parts: readonly PartSize[],
): Promise<StartedUpload> {
  const upload = await koodrive.call('createFile', {
    containerId: spaceId,
    fileName: name,
    fileType: inferFileTypeCode(name),
    parentFolder: [parentId],
    length: size,
    uploadMode: 'multipart',
    uploadType,
    autoRename: renameModeCodes[onConflict],
    multiParts: parts.map(toWirePart),
  });
  return toStartedUpload(upload, name);
}

const toStartedUpload = (wire: OperationOutput<'createFile'>, name: string): StartedUpload => ({
  id: requiredId(wire, 'fileId'),
  name: wire.fileName ?? name,
  // The URLs of parts that are missing here can be requested again.
  parts: mapEntries(wire.multiParts, toUploadPart).items,
});

/** Starts the upload of a new version of a file. It is completed by another call: completeVersionUpload. */
export async function startVersionUpload(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  lengthBytes: number,
  parts: readonly PartSize[],
): Promise<StartedUpload> {
  const upload = await koodrive.call('createHistoryVersions', {
    containerId: spaceId,
    fileId,
    length: lengthBytes,
    uploadMode: 'multipart',
    uploadType,
    multiParts: parts.map(toWirePart),
  });
  return toStartedUpload(upload, '');
}

export const completeVersionUpload = async (koodrive: BoundClient, uploadId: string, sha256: string): Promise<void> => {
  await koodrive.call('completeFileRevision', { fileId: uploadId, sha256 });
};

export async function createPartUrls(
  koodrive: BoundClient,
  uploadId: string,
  parts: readonly PartSize[],
): Promise<UploadPart[]> {
  const { multiParts } = await koodrive.call('uploadUrl', { fileId: uploadId, multiParts: parts.map(toWirePart) });
  return requiredFrom('uploadUrl', mapCompleteList(multiParts, toUploadPart), 'a list of parts that can be read');
}

export const completeUpload = async (koodrive: BoundClient, uploadId: string, sha256?: string): Promise<void> => {
  await koodrive.call('completeFile', { fileId: uploadId, sha256: sha256?.toLowerCase() });
};

/** A link that the upstream created. */
type AvailableDownloadLink = DownloadLink & { readonly url: string };

type DownloadLinkWire = NonNullable<OperationOutput<'getDownLoadUrl'>['downloads']>[number];

/** Each link has its own code. The code of the response means something else in this operation and is not used. */
function toDownloadLink(wire: DownloadLinkWire): AvailableDownloadLink | ProblemError {
  const code = wire.code === undefined ? successCode : String(wire.code);
  if (code !== successCode) return toProblemFromCode('getDownLoadUrl', code);
  if (!wire.url) return toProblemFromCode('getDownLoadUrl', errorCodes.downloadUrlNotFound);
  return { id: requiredId(wire, 'fileId'), status: 'done', url: wire.url, name: wire.fileName || undefined };
}

/** One result for each requested id, in the same order. An id that is missing in the response is not found. */
export async function createDownloadLinks(
  koodrive: BoundClient,
  spaceId: string,
  fileIds: readonly string[],
): Promise<(AvailableDownloadLink | ProblemError)[]> {
  const response = await koodrive.call('getDownLoadUrl', { containerId: spaceId, fileIds: [...fileIds] });
  const downloads = required(response.downloads, response, 'downloads', 'a list');
  const byId = new Map(downloads.map((wire) => [parseId(wire.fileId), wire]));
  const unnamed = byId.get(undefined);
  return fileIds.map((fileId) => {
    const wire = byId.get(fileId);
    if (wire) return toDownloadLink(wire);
    // The link may be the one that cannot be read.
    if (unnamed) requiredId(unnamed, 'fileId');
    if (countRemovedEntries(downloads) > 0) throw createUnreadableListProblem(downloads);
    return toProblemFromCode('getDownLoadUrl', errorCodes.resourceNotFound);
  });
}

export async function createDownloadLink(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
): Promise<AvailableDownloadLink> {
  const [link] = await createDownloadLinks(koodrive, spaceId, [fileId]);
  if (link instanceof ProblemError) throw link;
  if (!link) throw toProblemFromCode('getDownLoadUrl', errorCodes.resourceNotFound);
  return link;
}
