/** Folders and smart folders (libs/koodrive/contract/facts/files.md). */
const folderTypeCodes: ReadonlySet<unknown> = new Set(['10', '11']);
const folderMediaType = 'application/vnd.huawei-apps.folder';

/** Whether the upstream describes a folder: by either of the two. */
export const describesFolder = ({
  fileType,
  mimeType,
}: {
  readonly fileType?: string;
  readonly mimeType?: string;
}): boolean => folderTypeCodes.has(fileType) || mimeType === folderMediaType;
