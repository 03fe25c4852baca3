import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import { minPartBytes } from '../../object-store/multipart-uploads.js';
import { encodeHashContext } from '../../object-store/sha256-state.js';
import type { Drive } from '../drive.js';
import type { RequestedPart, Upload } from './uploads.js';

/** SHA-256 processes blocks of this many bytes, so its state is only defined between blocks. */
const sha256BlockBytes = 64;
const sha256StateWords = 8;

/** A part in the body of a request, which the contract has validated. */
export function parseRequestedPart(part: Readonly<Record<string, unknown>>): RequestedPart {
  return {
    partNumber: Number(part.partNumber),
    partSize: Number(part.partSize),
    partOffset: part.partOffset === undefined ? undefined : Number(part.partOffset),
    hashCtx: (part.hashCtx as unknown[] | undefined)?.map(Number),
  };
}

/**
 * Adds parts to an upload. Returns them with a pre-signed URL each, under the names of the contract.
 * @throws OperationError invalidParameter (a part breaks the rules for parts)
 */
export function presignParts(drive: Drive, upload: Upload, parts: readonly RequestedPart[]): Record<string, unknown>[] {
  const partNumbers = new Set([...upload.requestedParts.keys(), ...parts.map((part) => part.partNumber)]);
  if (new Set(parts.map((part) => part.partNumber)).size < parts.length)
    throw new OperationError(errorCodes.invalidParameter, 'partNumber: twice');
  const lastPartNumber = Math.max(...partNumbers);
  for (const part of parts) checkPart(part, lastPartNumber, upload.length);
  for (const part of parts) upload.requestedParts.set(part.partNumber, part);
  if (parts.some((part) => part.hashCtx)) upload.multipart.parallel = true;
  return parts.map((part) => ({
    ...part,
    uploadUrl: presignPartUrl(drive, upload, part),
    partId: upload.multipart.key,
  }));
}

function checkPart(
  { partNumber, partSize, partOffset, hashCtx }: RequestedPart,
  lastPartNumber: number,
  length: number,
): void {
  const invalid = (reason: string): OperationError =>
    new OperationError(errorCodes.invalidParameter, `part ${partNumber}: ${reason}`);
  const isLast = partOffset === undefined ? partNumber === lastPartNumber : partOffset + partSize === length;
  if (!isLast && partSize < minPartBytes)
    throw invalid(`partSize below ${minPartBytes} in a part that is not the last`);
  if ((partOffset ?? 0) + partSize > length) throw invalid('beyond the length of the file');
  if (partOffset === undefined && hashCtx === undefined) return;
  if (partOffset === 0 && hashCtx === undefined && partNumber === 1) return;
  if (partOffset === undefined || hashCtx === undefined) throw invalid('partOffset and hashCtx go together');
  if (partNumber === 1) throw invalid('the first part has no hashCtx');
  if (partOffset % sha256BlockBytes !== 0 || (!isLast && partSize % sha256BlockBytes !== 0))
    throw invalid('not a multiple of 64 bytes');
  const isWord = (word: number): boolean => Number.isInteger(word) && word >= 0 && word < 2 ** 32;
  if (hashCtx.length !== sha256StateWords || !hashCtx.every(isWord)) throw invalid('hashCtx: eight words of 32 bits');
}

function presignPartUrl(
  drive: Drive,
  upload: Upload,
  { partNumber, partSize, partOffset, hashCtx }: RequestedPart,
): string {
  const { key, uploadId } = upload.multipart;
  const query: Record<string, string> = { partNumber: String(partNumber), uploadId };
  if (hashCtx) query['X-Amz-Iteration-Hash-Ctx'] = encodeHashContext(hashCtx, partOffset ?? 0);
  return drive.presigner.sign({ method: 'PUT', key, query, contentLength: partSize });
}
