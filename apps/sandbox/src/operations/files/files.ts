import { Refusal, type Answer, type Handlers, type OperationRequest, type Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import type { FileNode } from '../../state/files/file-node.js';
import { fileIn, folderIn, liveFileIn, targetIn } from '../../state/files/lookup.js';
import { checkName, OnClash } from '../../state/files/names.js';
import { addFolder, nameIn } from '../../state/files/new-files.js';
import { emptyBin } from '../../state/files/recycle-bin.js';
import { statsOf } from '../../state/files/stats.js';
import { noteVisit } from '../../state/files/uploading.js';
import { Act } from '../../state/files/visits.js';
import { idPath } from '../../state/jobs/job-work.js';
import { callerOf, openSpace } from '../../state/spaces/access.js';
import { fileDetail } from './file-answers.js';
import { flag, text, texts, whole } from '../input.js';

/** Single files and folders. */
export function fileHandlers(drive: Drive): Handlers {
  const inSpace = (subject: Subject, containerId: unknown, fileId: unknown): FileNode =>
    fileIn(drive, openSpace(drive, subject, String(containerId)), String(fileId));
  return {
    getFile: ({ subject, path, body }) => fileDetail(drive, subject, inSpace(subject, body.containerId, path.fileId)),
    GetFullPath: ({ subject, query }) => {
      const node = inSpace(subject, query.containerId, query.fileId);
      const names = drive.tree.path(node).map(({ name }) => name);
      return { fileIdPath: idPath(drive, node), namePath: `/${names.join('/')}` };
    },
    StatsDir: (request) => ({ data: stats(drive, request) }),
    createDirectory: (request) => createDirectory(drive, request),
    renameFile: (request) => rename(drive, request),
    clearRecycleFile: ({ subject, body }) => {
      const { containerId } = openSpace(drive, subject, String(body.container ?? body.containerId));
      // Asynchronous upstream: the answer comes before the work is done.
      drive.clock.after(drive.habits.jobs.waitMs, () => emptyBin(drive, containerId));
      return {};
    },
  };
}

function createDirectory(drive: Drive, { subject, body }: OperationRequest): Answer {
  const { userId } = callerOf(drive, subject);
  const space = openSpace(drive, subject, String(body.containerId));
  if (body.fileType !== '10') throw new Refusal(13000102, 'fileType: 10 for a folder');
  const parent = targetIn(drive, space, texts(body.parentFolder)[0] ?? 'root', 13000305);
  const created = timeOf(body.createdTime);
  const edited = timeOf(body.editedTime);
  const folder = addFolder(drive, {
    ...{ space, parent, userId, name: String(body.fileName), onClash: whole(body.renameMode) ?? OnClash.refuse },
    ...{ hidden: flag(body.hidden) ?? false, description: text(body.description) ?? '' },
    ...(created !== undefined && { createdAt: created }),
    ...(edited !== undefined && { editedAt: edited }),
  });
  return { id: folder.id, fileName: folder.name, mimeType: folder.mimeType };
}

function timeOf(value: unknown): number | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  const time = Date.parse(given);
  if (Number.isNaN(time)) throw new Refusal(13000102, 'createdTime or editedTime');
  return time;
}

function rename(drive: Drive, { subject, path, body }: OperationRequest): Answer {
  const { userId } = callerOf(drive, subject);
  const space = openSpace(drive, subject, String(body.containerId));
  const node = liveFileIn(drive, space, path.fileId ?? '');
  const parent = node.parentId === undefined ? undefined : drive.tree.find(node.parentId);
  if (!parent) throw new Refusal(13000304, 'the root of a space');
  const wanted = String(body.name);
  checkName(wanted);
  if (wanted !== node.name)
    drive.tree.rename(node, nameIn(drive, parent, wanted, whole(body.renameMode) ?? OnClash.refuse));
  node.editorId = userId;
  node.editedAt = drive.clock.now();
  drive.tree.changed(node);
  noteVisit(drive, userId, node, Act.edit);
  return {};
}

function stats(drive: Drive, { subject, query }: OperationRequest): Answer {
  const space = openSpace(drive, subject, String(query.containerId));
  const folder = folderIn(drive, space, String(query.fileId));
  const found = statsOf(drive, folder, {
    recursive: flag(query.recursive) ?? true,
    kind: whole(query.type),
    extensions: listOf(query.extensions)?.map((one) => one.toLowerCase()),
    fileTypes: listOf(query.categorys),
    hidden: flag(query.hidden),
    recycled: flag(query.isRecycled),
  });
  return {
    ...(flag(query.includeTotalSize) !== false && { totalSize: String(found.bytes) }),
    ...(flag(query.includeDirCount) !== false && { subDirCount: String(found.folders) }),
    ...(flag(query.includeFileCount) !== false && { subFileCount: String(found.files) }),
  };
}

function listOf(value: string | undefined): string[] | undefined {
  return text(value)?.split(',');
}
