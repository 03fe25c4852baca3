import { Refusal } from '../../operation.js';
import type { MultipartUpload } from '../../object-store/multipart-uploads.js';
import type { PartPlan } from './upload-parts.js';

/** An upload that was begun and not completed. */
export interface Upload {
  readonly fileId: string;
  readonly containerId: string;
  readonly parentId: string;
  readonly fileName: string;
  readonly onClash: number;
  readonly fileType: string;
  readonly mimeType: string;
  /** Bytes, as declared. */
  readonly length: number;
  /** As declared, lower-case hexadecimal. */
  readonly sha256: string | undefined;
  readonly userId: string;
  readonly createdAt: number;
  readonly description: string;
  readonly multipart: MultipartUpload;
  /** The upload becomes a new version of the file, instead of a new file. */
  readonly revision?: { readonly keepForever: boolean };
  /** What addresses were asked for, by part number. */
  readonly planned: Map<number, PartPlan>;
}

/** Uploads in progress, by the id of the file to be. */
export class Uploads {
  private readonly byFile = new Map<string, Upload>();

  add(upload: Upload): Upload {
    this.byFile.set(upload.fileId, upload);
    return upload;
  }

  /** Refuses with 13000401 when no such upload is in progress, or when somebody else began it. */
  get(fileId: string, userId: string): Upload {
    const upload = this.byFile.get(fileId);
    if (upload?.userId !== userId) throw new Refusal(13000401, fileId);
    return upload;
  }

  find(fileId: string): Upload | undefined {
    return this.byFile.get(fileId);
  }

  remove(fileId: string): void {
    this.byFile.delete(fileId);
  }
}
