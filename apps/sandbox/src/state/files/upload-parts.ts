import { Refusal } from '../../operation.js';
import { SMALLEST_PART } from '../../object-store/multipart-uploads.js';
import { encodeHashContext } from '../../object-store/sha256-words.js';
import type { Drive } from '../drive.js';
import type { Upload } from './uploads.js';

/** A part that an address was asked for. */
export interface PartPlan {
  readonly partNumber: number;
  readonly partSize: number;
  /** Parts sent in parallel: the bytes before this part and the SHA-256 words after them. */
  readonly partOffset?: number;
  readonly hashCtx?: readonly number[];
}

/** The members of a part as they come in a body. */
export function readPart(part: Readonly<Record<string, unknown>>): PartPlan {
  const plan = { partNumber: Number(part.partNumber), partSize: Number(part.partSize) };
  const context = {
    ...(part.partOffset !== undefined && { partOffset: Number(part.partOffset) }),
    ...(part.hashCtx !== undefined && { hashCtx: (part.hashCtx as unknown[]).map(Number) }),
  };
  return { ...plan, ...context };
}

/** Notes parts of an upload and signs an address for each. Refuses with 13000102 what breaks the rules for parts. */
export function signParts(drive: Drive, upload: Upload, parts: readonly PartPlan[]): Record<string, unknown>[] {
  const planned = new Map([...upload.planned, ...parts.map((part) => [part.partNumber, part] as const)]);
  if (new Set(parts.map((part) => part.partNumber)).size < parts.length)
    throw new Refusal(13000102, 'partNumber: twice');
  const last = Math.max(...planned.keys());
  for (const part of parts) checkPart(part, last, upload.length);
  for (const part of parts) upload.planned.set(part.partNumber, part);
  if (parts.some((part) => part.hashCtx)) upload.multipart.parallel = true;
  return parts.map((part) => ({ ...part, uploadUrl: addressOf(drive, upload, part), partId: upload.multipart.key }));
}

function checkPart({ partNumber, partSize, partOffset, hashCtx }: PartPlan, last: number, length: number): void {
  const bad = (why: string): Refusal => new Refusal(13000102, `part ${partNumber}: ${why}`);
  const isLast = partOffset === undefined ? partNumber === last : partOffset + partSize === length;
  if (!isLast && partSize < SMALLEST_PART) throw bad(`partSize below ${SMALLEST_PART} in a part that is not the last`);
  if ((partOffset ?? 0) + partSize > length) throw bad('beyond the length of the file');
  if (partOffset === undefined && hashCtx === undefined) return;
  if (partOffset === 0 && hashCtx === undefined && partNumber === 1) return;
  if (partOffset === undefined || hashCtx === undefined) throw bad('partOffset and hashCtx go together');
  if (partNumber === 1) throw bad('the first part has no hashCtx');
  if (partOffset % 64 !== 0 || (!isLast && partSize % 64 !== 0)) throw bad('not a multiple of 64 bytes');
  const isWord = (word: number): boolean => Number.isInteger(word) && word >= 0 && word < 2 ** 32;
  if (hashCtx.length !== 8 || !hashCtx.every(isWord)) throw bad('hashCtx: eight words of 32 bits');
}

function addressOf(drive: Drive, upload: Upload, { partNumber, partSize, partOffset, hashCtx }: PartPlan): string {
  const { key, uploadId } = upload.multipart;
  const context = hashCtx && { 'X-Amz-Iteration-Hash-Ctx': encodeHashContext(hashCtx, partOffset ?? 0) };
  const query = { partNumber: String(partNumber), uploadId, ...context };
  return drive.presigner.sign({ method: 'PUT', key, query, contentLength: partSize });
}
