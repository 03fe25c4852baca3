import { Refusal, type Handlers } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, type FileNode } from '../../state/files/file-node.js';
import { liveFileIn } from '../../state/files/lookup.js';
import { noteVisit } from '../../state/files/uploading.js';
import { Act } from '../../state/files/visits.js';
import { openSpace } from '../../state/spaces/access.js';
import type { Space } from '../../state/spaces/spaces.js';
import { texts } from '../input.js';

/** Outcomes of a download batch. The favourites number theirs the other way round. */
const BatchCode = { some: 0, all: 1, none: 2 } as const;

/** Download links: pre-signed, good for an hour. */
export function downloadHandlers(drive: Drive): Handlers {
  return {
    getDownLoadUrl: ({ subject, body }) => {
      const space = openSpace(drive, subject, String(body.containerId));
      const downloads = texts(body.fileIds).map((fileId) => {
        try {
          const node = downloadable(drive, space, fileId);
          if (subject.kind === 'user') noteVisit(drive, subject.userId, node, Act.view);
          return { fileId, fileName: node.name, url: addressOf(drive, node), code: '0', msg: 'success' };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return { fileId, code: String(error.code), msg: error.message };
        }
      });
      const failed = downloads.filter(({ code }) => code !== '0').length;
      const outcome = failed === 0 ? BatchCode.all : failed === downloads.length ? BatchCode.none : BatchCode.some;
      return { batchCode: outcome, downloads };
    },
  };
}

/** Refuses with 13000309, 13000302, 13000306, 13000406 (a folder) and 13000407 (no content). */
function downloadable(drive: Drive, space: Space, fileId: string): FileNode {
  const node = liveFileIn(drive, space, fileId, 13000302);
  if (isFolder(node)) throw new Refusal(13000406, fileId);
  return node;
}

const addressOf = (drive: Drive, node: FileNode): string =>
  signedDownload(drive, contentOf(drive, node).key, node.name);

/** The stored object of a file. Refuses with 13000407 where there is none. */
export function contentOf(drive: Drive, node: FileNode): { readonly key: string } {
  const blob = node.sha256 === undefined ? undefined : drive.blobs.find(node.sha256);
  if (!blob) throw new Refusal(13000407, node.id);
  return blob;
}

/**
 * An address to GET. The name is percent-encoded, and once more with the query that it stands in, so that it reads as
 * percent-encoded in the answer's Content-Disposition (facts/files.md).
 */
export function signedDownload(drive: Drive, key: string, name: string): string {
  const disposition = `attachment; filename="${encodeURIComponent(name)}"`;
  return drive.presigner.sign({ method: 'GET', key, query: { 'response-content-disposition': disposition } });
}
