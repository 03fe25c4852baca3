export const folderFileType = '10';
export const folderMimeType = 'application/vnd.huawei-apps.folder';

/** A file or a folder. Times are milliseconds since the epoch. */
export interface FileNode {
  readonly id: string;
  readonly containerId: string;
  /** Undefined for the two root folders of a space. */
  parentId: string | undefined;
  name: string;
  readonly fileType: string;
  readonly mimeType: string;
  /** 0 for folders. */
  sizeBytes: number;
  /** SHA-256 of the content, lower-case hexadecimal; undefined for folders. */
  sha256: string | undefined;
  assetId: string;
  readonly createdAt: number;
  editedAt: number;
  readonly creatorId: string;
  editorId: string;
  readonly hidden: boolean;
  readonly description: string;
  /** Id of the node that this one is a copy of; upstream has it in `properties`. */
  readonly copiedFromId: string | undefined;
  /** Set on a node that was itself moved to the recycle bin, not on the nodes below it. */
  recycledAt: number | undefined;
}

export const isFolder = (node: FileNode): boolean => node.fileType === folderFileType;

/** The part of the name after the last dot; empty for folders and for names without an extension. */
export function getFileExtension(node: { readonly name: string; readonly fileType: string }): string {
  if (node.fileType === folderFileType) return '';
  const dot = node.name.lastIndexOf('.');
  return dot > 0 ? node.name.slice(dot + 1) : '';
}

const otherFileType = '45';
const extensionsByFileType: readonly (readonly [fileType: string, extensions: string])[] = [
  ['15', 'png jpg jpeg gif bmp webp svg'],
  ['20', 'mp4 mov avi mkv'],
  ['26', 'doc docx'],
  ['27', 'xls xlsx csv'],
  ['28', 'ppt pptx'],
  ['30', 'mp3 wav flac'],
  ['35', 'zip rar 7z tar gz'],
  ['40', 'exe apk msi dmg'],
];
const mimeTypesByExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  zip: 'application/zip',
  csv: 'text/csv',
};

/** File type and MIME type for a name. For files that the sandbox creates itself: seed data and extracted archives. */
export function detectFileType(name: string): { fileType: string; mimeType: string } {
  const extension = getFileExtension({ name, fileType: '' }).toLowerCase();
  const entry = extensionsByFileType.find(([, extensions]) => extensions.split(' ').includes(extension));
  const mimeType = mimeTypesByExtension[extension] ?? 'application/octet-stream';
  return { fileType: entry?.[0] ?? otherFileType, mimeType };
}
