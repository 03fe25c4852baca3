import { Refusal, type Answer, type Handlers, type OperationRequest } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { targetIn } from '../../state/files/lookup.js';
import { readPart, signParts } from '../../state/files/upload-parts.js';
import { beginUpload, completeUpload } from '../../state/files/uploading.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';
import { rows, text, texts, whole } from '../input.js';

/** Uploads: begin, addresses of parts, complete. The bytes go to the object store. */
export function uploadHandlers(drive: Drive): Handlers {
  return {
    createFile: (request) => createFile(drive, request),
    uploadUrl: ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), callerOf(drive, subject).userId);
      openSpace(drive, subject, upload.containerId);
      return { multiParts: signParts(drive, upload, rows(body.multiParts).map(readPart)) };
    },
    completeFile: async ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), callerOf(drive, subject).userId);
      openSpace(drive, subject, upload.containerId);
      await completeUpload(drive, upload, text(body.sha256));
      return {};
    },
  };
}

function createFile(drive: Drive, { subject, body }: OperationRequest): Answer {
  const { userId } = callerOf(drive, subject);
  const space = openSpace(drive, subject, String(body.containerId));
  const parent = targetIn(drive, space, texts(body.parentFolder)[0] ?? 'root', 13000404);
  if (body.fileType === '10') throw new Refusal(13000406);
  if (whole(body.uploadType) !== 1) throw new Refusal(13000102, 'uploadType: only 1 is supported');
  const begun = beginUpload(drive, {
    ...{ space, parent, userId, fileName: String(body.fileName), onClash: whole(body.autoRename) ?? 0 },
    fileType: String(body.fileType),
    mimeType: text(body.mimeType) ?? 'application/octet-stream',
    length: whole(body.length) ?? 0,
    sha256: text(body.sha256)?.toLowerCase(),
    proofCode: text(body.proofCode),
    description: text(body.description) ?? '',
  });
  const where = { containerId: space.containerId, parentFolder: [parent.id] };
  if (begun.outcome !== 'upload') {
    const { id: fileId, name: fileName } = begun.node;
    const outcome = begun.outcome === 'exists' ? { exist: true, rapidUpload: false } : { rapidUpload: true };
    return { ...where, fileId, fileName, ...outcome };
  }
  const { upload } = begun;
  try {
    const multiParts = signParts(drive, upload, rows(body.multiParts).map(readPart));
    const { fileId, fileName } = upload;
    return { ...where, fileId, fileName, rapidUpload: false, uploadId: upload.multipart.uploadId, multiParts };
  } catch (error) {
    drive.multipart.end(upload.multipart);
    drive.uploads.remove(upload.fileId);
    throw error;
  }
}
