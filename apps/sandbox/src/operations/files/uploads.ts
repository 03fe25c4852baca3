import { errorCodes } from '../../contract/errors.js';
import { readObjects, readString, readStrings, readNumber } from '../../json-input.js';
import {
  OperationError,
  type OperationResponse,
  type OperationHandlers,
  type OperationRequest,
} from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { folderFileType } from '../../state/files/file-node.js';
import { getTargetFolder } from '../../state/files/lookup.js';
import { parseRequestedPart, presignParts } from '../../state/files/upload-parts.js';
import { beginUpload, completeUpload } from '../../state/files/upload-lifecycle.js';
import { requireUser, getAccessibleSpace } from '../../state/spaces/space-access.js';

/** Uploads: begin, URLs of parts, complete. The bytes go to the object store. */
export function uploadHandlers(drive: Drive): OperationHandlers {
  return {
    createFile: (request) => createFile(drive, request),
    uploadUrl: ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), requireUser(drive, subject).userId);
      getAccessibleSpace(drive, subject, upload.containerId);
      return { multiParts: presignParts(drive, upload, readObjects(body.multiParts).map(parseRequestedPart)) };
    },
    completeFile: async ({ subject, body }) => {
      const upload = drive.uploads.get(String(body.fileId), requireUser(drive, subject).userId);
      getAccessibleSpace(drive, subject, upload.containerId);
      await completeUpload(drive, upload, readString(body.sha256));
      return {};
    },
  };
}

function createFile(drive: Drive, { subject, body }: OperationRequest): OperationResponse {
  const { userId } = requireUser(drive, subject);
  const space = getAccessibleSpace(drive, subject, String(body.containerId));
  const parent = getTargetFolder(
    drive,
    space,
    readStrings(body.parentFolder)[0] ?? 'root',
    errorCodes.parentFolderRecycled,
  );
  if (body.fileType === folderFileType) throw new OperationError(errorCodes.notAllowedOnFolder);
  if (readNumber(body.uploadType) !== 1)
    throw new OperationError(errorCodes.invalidParameter, 'uploadType: only 1 is supported');
  const result = beginUpload(drive, {
    space,
    parent,
    userId,
    fileName: String(body.fileName),
    nameConflictBehavior: readNumber(body.autoRename) ?? 0,
    fileType: String(body.fileType),
    mimeType: readString(body.mimeType) ?? 'application/octet-stream',
    length: readNumber(body.length) ?? 0,
    sha256: readString(body.sha256)?.toLowerCase(),
    proofCode: readString(body.proofCode),
    description: readString(body.description) ?? '',
  });
  const location = { containerId: space.containerId, parentFolder: [parent.id] };
  if (result.outcome !== 'upload') {
    const { id: fileId, name: fileName } = result.node;
    const outcome = result.outcome === 'exists' ? { exist: true, rapidUpload: false } : { rapidUpload: true };
    return { ...location, fileId, fileName, ...outcome };
  }
  const { upload } = result;
  try {
    const multiParts = presignParts(drive, upload, readObjects(body.multiParts).map(parseRequestedPart));
    const { fileId, fileName } = upload;
    return { ...location, fileId, fileName, rapidUpload: false, uploadId: upload.multipart.uploadId, multiParts };
  } catch (error) {
    drive.multipartUploads.abort(upload.multipart);
    drive.uploads.remove(upload.fileId);
    throw error;
  }
}
