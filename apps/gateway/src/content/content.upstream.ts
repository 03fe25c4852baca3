import { type BoundClient, id, type Output } from '#koodrive';
import { ProblemError } from '#problem';
import { problemOfCode } from '../http/problems/koodrive-problems.js';
import type { DownloadLink, PartSize, StartUploadBody, UploadPart } from './content.dto.js';
import { demand } from '../upstream/demand.js';
import { typeOfName } from './type-of-name.js';

const renameModes = { rename: 2, refuse: 3 } as const;

const toWirePart = ({ number, size }: PartSize): { partNumber: number; partSize: number } => ({
  partNumber: number,
  partSize: size,
});

type PartWire = NonNullable<Output<'uploadUrl'>['multiParts']>[number];

export const toUploadPart = (wire: PartWire): UploadPart => ({
  number: wire.partNumber,
  size: Number(wire.partSize),
  url: wire.uploadUrl ?? '',
});

/** An upload that was begun: `id` is the file's. */
export interface Ticket {
  readonly id: string;
  readonly name: string;
  readonly parts: readonly UploadPart[];
}

export async function startUpload(
  koodrive: BoundClient,
  spaceId: string,
  { name, parentId, size, onConflict }: StartUploadBody,
  parts: readonly PartSize[],
): Promise<Ticket> {
  const ticket = await koodrive.call('createFile', {
    containerId: spaceId,
    fileName: name,
    fileType: typeOfName(name),
    parentFolder: [parentId],
    length: size,
    uploadMode: 'multipart',
    uploadType: 1,
    autoRename: renameModes[onConflict],
    multiParts: parts.map(toWirePart),
  });
  return toTicket(ticket, name);
}

const toTicket = (wire: Output<'createFile'>, name: string): Ticket => ({
  id: demand(id(wire.fileId)),
  name: wire.fileName ?? name,
  parts: (wire.multiParts ?? []).map(toUploadPart),
});

/** Begins a new version of a file: the same upload, to be completed by another call. */
export async function startVersion(
  koodrive: BoundClient,
  spaceId: string,
  fileId: string,
  length: number,
  parts: readonly PartSize[],
): Promise<Ticket> {
  const ticket = await koodrive.call('createHistoryVersions', {
    containerId: spaceId,
    fileId,
    length,
    uploadMode: 'multipart',
    uploadType: 1,
    multiParts: parts.map(toWirePart),
  });
  return toTicket(ticket, '');
}

export const completeVersion = async (koodrive: BoundClient, uploadId: string, sha256: string): Promise<void> => {
  await koodrive.call('completeFileRevision', { fileId: uploadId, sha256 });
};

export async function addressParts(
  koodrive: BoundClient,
  uploadId: string,
  parts: readonly PartSize[],
): Promise<UploadPart[]> {
  const { multiParts = [] } = await koodrive.call('uploadUrl', { fileId: uploadId, multiParts: parts.map(toWirePart) });
  return multiParts.map(toUploadPart);
}

export const completeUpload = async (koodrive: BoundClient, uploadId: string, sha256?: string): Promise<void> => {
  await koodrive.call('completeFile', { fileId: uploadId, ...(sha256 && { sha256: sha256.toLowerCase() }) });
};

/** A link that was given out. */
export type OpenLink = DownloadLink & { readonly url: string };

type LinkWire = NonNullable<Output<'getDownLoadUrl'>['downloads']>[number];

/** Each link has a code of its own; that of the batch has another meaning here than elsewhere and is not looked at. */
export function toLink(wire: LinkWire): OpenLink | ProblemError {
  const code = wire.code === undefined ? '0' : String(wire.code);
  if (code !== '0' || !wire.url) return problemOfCode('getDownLoadUrl', code === '0' ? '13000407' : code);
  return { id: id(wire.fileId) ?? '', status: 'done', url: wire.url, name: wire.fileName || undefined };
}

/** One answer for each id asked for, in that order; an id the upstream says nothing of is not found. */
export async function downloadLinks(
  koodrive: BoundClient,
  spaceId: string,
  fileIds: readonly string[],
): Promise<(OpenLink | ProblemError)[]> {
  const { downloads = [] } = await koodrive.call('getDownLoadUrl', { containerId: spaceId, fileIds: [...fileIds] });
  const byId = new Map(downloads.map((wire) => [id(wire.fileId), wire]));
  return fileIds.map((fileId) => {
    const wire = byId.get(fileId);
    return wire ? toLink(wire) : problemOfCode('getDownLoadUrl', '13000309');
  });
}

export async function downloadLink(koodrive: BoundClient, spaceId: string, fileId: string): Promise<OpenLink> {
  const [link] = await downloadLinks(koodrive, spaceId, [fileId]);
  if (link instanceof ProblemError) throw link;
  if (!link) throw problemOfCode('getDownLoadUrl', '13000309');
  return link;
}
