import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';
import type { MultipartUpload } from '../../object-store/multipart-uploads.js';
/** A part for which a pre-signed URL was requested. The names are those of the contract. */
export interface RequestedPart {
  readonly partNumber: number;
  /** Bytes. */
  readonly partSize: number;
  /** For parts that are sent in parallel: the number of bytes before this part. */
  readonly partOffset?: number;
  /** For parts that are sent in parallel: the SHA-256 state after those bytes, as eight words. */
  readonly hashCtx?: readonly number[];
}

/** An upload in progress. */
export interface Upload {
  readonly fileId: string;
  readonly containerId: string;
  readonly parentId: string;
  readonly fileName: string;
  readonly nameConflictBehavior: number;
  readonly fileType: string;
  readonly mimeType: string;
  /** Bytes, as the caller declared them. */
  readonly length: number;
  /** As the caller declared it, in lower-case hexadecimal. */
  readonly sha256: string | undefined;
  readonly userId: string;
  readonly createdAt: number;
  readonly description: string;
  readonly multipart: MultipartUpload;
  /** Set if the upload becomes a new version of an existing file. */
  readonly revision?: { readonly keepForever: boolean };
  /** By part number. */
  readonly requestedParts: Map<number, RequestedPart>;
}

/** Uploads in progress, by the id of their file. */
export class Uploads {
  private readonly byFile = new Map<string, Upload>();

  add(upload: Upload): Upload {
    this.byFile.set(upload.fileId, upload);
    return upload;
  }

  /** @throws OperationError uploadNotFound (no such upload is in progress, or another user began it) */
  get(fileId: string, userId: string): Upload {
    const upload = this.byFile.get(fileId);
    if (upload?.userId !== userId) throw new OperationError(errorCodes.uploadNotFound, fileId);
    return upload;
  }

  find(fileId: string): Upload | undefined {
    return this.byFile.get(fileId);
  }

  remove(fileId: string): void {
    this.byFile.delete(fileId);
  }
}
