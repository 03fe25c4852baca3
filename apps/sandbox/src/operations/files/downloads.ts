import { errorCodes } from '../../contract/errors.js';
import { readStrings } from '../../json-input.js';
import { OperationError, type OperationHandlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import { getActiveNode } from '../../state/files/lookup.js';
import { recordVisit } from '../../state/files/upload-lifecycle.js';
import { VisitAction } from '../../state/files/visits.js';
import { getAccessibleSpace } from '../../state/spaces/space-access.js';
import type { Space } from '../../state/spaces/spaces.js';

/** Outcomes of a download batch. The batch of favorites has different numbers. */
const DownloadBatchCode = { some: 0, all: 1, none: 2 } as const;

const successCode = '0';

/** Pre-signed download URLs, valid for an hour. */
export function downloadHandlers(drive: Drive): OperationHandlers {
  return {
    getDownLoadUrl: ({ subject, body }) => {
      const space = getAccessibleSpace(drive, subject, String(body.containerId));
      const downloads = readStrings(body.fileIds).map((fileId) => {
        try {
          const node = getDownloadableFile(drive, space, fileId);
          if (subject.kind === 'user') recordVisit(drive, subject.userId, node, VisitAction.view);
          return { fileId, fileName: node.name, url: downloadUrlOf(drive, node), code: successCode, msg: 'success' };
        } catch (error) {
          if (!(error instanceof OperationError)) throw error;
          return { fileId, code: String(error.code), msg: error.message };
        }
      });
      const failed = downloads.filter(({ code }) => code !== successCode).length;
      const outcome =
        failed === 0
          ? DownloadBatchCode.all
          : failed === downloads.length
            ? DownloadBatchCode.none
            : DownloadBatchCode.some;
      return { batchCode: outcome, downloads };
    },
  };
}

/** @throws OperationError notAllowedOnFolder for a folder, and those of getActiveNode */
function getDownloadableFile(drive: Drive, space: Space, fileId: string): FileNode {
  const node = getActiveNode(drive, space, fileId, errorCodes.fileNotInSpecifiedSpace);
  if (isFolder(node)) throw new OperationError(errorCodes.notAllowedOnFolder, fileId);
  return node;
}

const downloadUrlOf = (drive: Drive, node: FileNode): string =>
  signDownloadUrl(drive, getStoredContent(drive, node).key, node.name);

/**
 * Returns the stored content of a file.
 * @throws OperationError downloadUrlNotFound when the file has no content
 */
export function getStoredContent(drive: Drive, node: FileNode): { readonly key: string } {
  const blob = node.sha256 === undefined ? undefined : drive.blobs.findBySha256(node.sha256);
  if (!blob) throw new OperationError(errorCodes.downloadUrlNotFound, node.id);
  return blob;
}

/**
 * Signs a URL for GET. The file name is percent-encoded twice, by itself and with the query, so that Content-Disposition
 * of the response has it percent-encoded once (facts/files.md).
 */
export function signDownloadUrl(drive: Drive, key: string, name: string): string {
  const disposition = `attachment; filename="${encodeURIComponent(name)}"`;
  return drive.presigner.sign({ method: 'GET', key, query: { 'response-content-disposition': disposition } });
}
