import { type BoundClient, errorCodes, KooDriveError, parseId } from '#koodrive';
import { createInvalidInputProblem, type ProblemError } from '#problem';
import { describesFolder } from './file-kind.js';
import type { SpaceMetadataCache } from './space-metadata-cache.js';

/** The member or parameter of a request that names something. */
type Pointer = `/${string}`;

/** A folder of a space, and where the request names it. */
export interface NamedFolder {
  readonly spaceId: string;
  readonly folderId: string;
  readonly pointer: Pointer;
}

/**
 * Codes with which KooDrive may reject a wrong kind of file or folder (inferred: no page documents them). The first two also
 * mean a folder that cannot be used at present, which callers may try again.
 */
const unclearCodes: readonly unknown[] = [
  errorCodes.targetFolderAbnormal,
  errorCodes.fileStateChangeFailed,
  errorCodes.badRequest,
  errorCodes.invalidParameter,
  errorCodes.fileMetadataError,
];

/**
 * Makes a call, and looks for the cause where the upstream rejects it by an unclear code: callers would be told to try again
 * without end.
 * @param findCause only called then; undefined if the request is not at fault
 * @throws ProblemError what `findCause` returns
 */
export async function explainRejection<T>(
  call: () => Promise<T>,
  findCause: () => Promise<ProblemError | undefined>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isUnclear = error instanceof KooDriveError && unclearCodes.includes(error.code);
    throw (isUnclear && (await findCause().catch(() => undefined))) || error;
  }
}

/** Makes a call that needs a folder of a space. @throws ProblemError invalid-input for a file */
export const withFolder = <T>(koodrive: BoundClient, folder: NamedFolder, call: () => Promise<T>): Promise<T> =>
  explainRejection(call, async () =>
    (await isFile(koodrive, folder)) ? createFileProblem(folder.pointer) : undefined,
  );

/**
 * Makes a call that no root folder of a space may be used for.
 * @param files the ids of files and folders, by where the request names them
 * @throws ProblemError invalid-input for a root folder
 */
export const withoutRootFolder = <T>(
  koodrive: BoundClient,
  spaceId: string,
  files: Readonly<Record<Pointer, string>>,
  call: () => Promise<T>,
): Promise<T> =>
  explainRejection(call, async () => {
    const space = await koodrive.call('getSpaceByContainerID', { containerId: spaceId });
    const rootFolderIds = [space.bizRootFileId, space.bizSboxFileId].map(parseId);
    const pointer = (Object.keys(files) as Pointer[]).find((each) => rootFolderIds.includes(files[each]));
    return pointer && createInvalidInputProblem(pointer, { en: 'must not be a root folder', zh: '不能是根文件夹' });
  });

/** @throws ProblemError invalid-input for a file, before a job fails for it */
export async function requireFolder(
  koodrive: BoundClient,
  spaces: SpaceMetadataCache,
  folder: NamedFolder,
): Promise<void> {
  if (folder.folderId === 'root') return;
  const { rootFolderId } = await spaces.get(koodrive, folder.spaceId);
  if (folder.folderId !== rootFolderId && (await isFile(koodrive, folder))) throw createFileProblem(folder.pointer);
}

const isFile = async (koodrive: BoundClient, { spaceId, folderId }: NamedFolder): Promise<boolean> =>
  !describesFolder(await koodrive.call('getFile', { fileId: folderId, containerId: spaceId }));

export const createFileProblem = (pointer: Pointer): ProblemError =>
  createInvalidInputProblem(pointer, { en: 'must be a folder, not a file', zh: '必须是文件夹，不能是文件' });
