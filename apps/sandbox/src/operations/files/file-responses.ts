import type { JsonObject, Subject } from '../../operation.js';
import type { Drive } from '../../state/drive.js';
import { isFolder, getFileExtension, type FileNode } from '../../state/files/file-node.js';
import { formatIsoTime, toOpaqueUserId } from '../formats.js';

/** Creates a mapper to FileInfo for one caller. The mapper caches the users that it has mapped. */
export function createFileInfoMapper(
  drive: Drive,
  subject: Subject,
): (node: FileNode, recycled: boolean) => JsonObject {
  const viewerId = subject.kind === 'user' ? subject.userId : '';
  const cachedUsers = new Map<string, JsonObject>();
  const getUserInfo = (userId: string): JsonObject => {
    const cached = cachedUsers.get(userId);
    if (cached) return cached;
    const userInfo = toUserInfo(drive, userId, viewerId);
    cachedUsers.set(userId, userInfo);
    return userInfo;
  };
  return (node, recycled) => ({
    id: node.id,
    fileName: node.name,
    mimeType: node.mimeType,
    fileSuffix: getFileExtension(node),
    recycled,
    parentFolder: [node.parentId ?? ''],
    containers: [node.containerId],
    properties: toProperties(node),
    owners: [getUserInfo(node.creatorId)],
    lastEditor: getUserInfo(node.editorId),
    fileType: node.fileType,
    createdTime: formatIsoTime(node.createdAt),
    editedTime: formatIsoTime(node.editedAt),
    favorite: drive.favorites.has(viewerId, node.id),
    size: isFolder(node) ? undefined : node.sizeBytes,
    attachments: isFolder(node) ? undefined : [{ usage: 'content', ...toStoredObject(node) }],
  });
}

/** FileDetailResponse: FileInfo without `favorite`, and with more details of the stored object. */
export function toFileDetail(drive: Drive, subject: Subject, node: FileNode): JsonObject {
  const {
    favorite: _favorite,
    attachments: _attachments,
    ...info
  } = createFileInfoMapper(drive, subject)(node, drive.tree.isRecycled(node));
  if (isFolder(node)) return info;
  return {
    ...info,
    attachments: [{ ...toStoredObject(node), length: node.sizeBytes, type: multipartAttachmentType, state: 1 }],
  };
}

/** The resource kind "plain multi-part file". */
const multipartAttachmentType = 3;

function toStoredObject(node: FileNode): JsonObject {
  return { hash: node.sha256 ?? '', sha256: node.sha256 ?? '', assetId: node.assetId };
}

function toProperties(node: FileNode): Record<string, string> {
  const users = { createUser: node.creatorId, lastEditUser: node.editorId };
  return node.copiedFromId === undefined ? users : { srcFileId: node.copiedFromId, ...users };
}

function toUserInfo(drive: Drive, userId: string, viewerId: string): JsonObject {
  const user = drive.users.find(userId);
  return {
    category: 'drive#user',
    me: userId === viewerId,
    permissionId: '1243622029865966464',
    userId: user ? toOpaqueUserId(drive, user) : '',
    displayName: user?.name ?? '',
  };
}
