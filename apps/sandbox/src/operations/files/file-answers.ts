import type { Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, suffixOf, type FileNode } from '../../state/files/file-node.js';
import { isoTime, opaqueUserId } from '../formats.js';

type Members = Record<string, unknown>;

/** A mapper to FileInfo for one caller; it remembers the people it has printed. */
export function fileInfoFor(drive: Drive, subject: Subject): (node: FileNode, recycled: boolean) => Members {
  const viewerId = subject.kind === 'user' ? subject.userId : '';
  const people = new Map<string, Members>();
  const person = (userId: string): Members => {
    const known = people.get(userId);
    if (known) return known;
    const made = personOf(drive, userId, viewerId);
    people.set(userId, made);
    return made;
  };
  return (node, recycled) => ({
    id: node.id,
    fileName: node.name,
    mimeType: node.mimeType,
    fileSuffix: suffixOf(node),
    recycled,
    parentFolder: [node.parentId ?? ''],
    containers: [node.containerId],
    properties: propertiesOf(node),
    owners: [person(node.creatorId)],
    lastEditor: person(node.editorId),
    fileType: node.fileType,
    createdTime: isoTime(node.createdAt),
    editedTime: isoTime(node.editedAt),
    favorite: drive.favourites.has(viewerId, node.id),
    ...(!isFolder(node) && { size: node.size, attachments: [{ usage: 'content', ...storedObject(node) }] }),
  });
}

/** FileDetailResponse: FileInfo without the favourite mark, and with more about the stored object. */
export function fileDetail(drive: Drive, subject: Subject, node: FileNode): Members {
  const {
    favorite: _mark,
    attachments: _stored,
    ...info
  } = fileInfoFor(drive, subject)(node, drive.tree.isRecycled(node));
  if (isFolder(node)) return info;
  return { ...info, attachments: [{ ...storedObject(node), length: node.size, type: MULTIPART, state: 1 }] };
}

/** "Plain multi-part file" among the resource kinds. */
const MULTIPART = 3;

function storedObject(node: FileNode): Members {
  return { hash: node.sha256 ?? '', sha256: node.sha256 ?? '', assetId: node.assetId };
}

function propertiesOf(node: FileNode): Record<string, string> {
  const people = { createUser: node.creatorId, lastEditUser: node.editorId };
  return node.copiedFrom === undefined ? people : { srcFileId: node.copiedFrom, ...people };
}

function personOf(drive: Drive, userId: string, viewerId: string): Members {
  const user = drive.users.find(userId);
  return {
    category: 'drive#user',
    me: userId === viewerId,
    permissionId: '1243622029865966464',
    userId: user ? opaqueUserId(drive, user) : '',
    displayName: user?.name ?? '',
  };
}
