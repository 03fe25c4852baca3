import { type BoundClient, errorCodes, KooDriveError } from '#koodrive';
import { createInvalidInputProblem } from '#problem';
import { describesFolder } from './file-kind.js';

/** A folder, and the member or parameter of the request that names it. */
export interface NamedFolder {
  readonly spaceId: string;
  readonly folderId: string;
  readonly pointer: `/${string}`;
}

/**
 * Runs a call that needs a folder. For a file in its place, the upstream responds as for a folder that it cannot use at
 * present: callers would try again without end.
 * @throws ProblemError invalid-input for a file
 */
export async function withFolder<T>(koodrive: BoundClient, folder: NamedFolder, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const isUnusable = error instanceof KooDriveError && error.code === errorCodes.targetFolderAbnormal;
    if (isUnusable && (await isFile(koodrive, folder).catch(() => false))) throw createFileProblem(folder);
    throw error;
  }
}

/** @throws ProblemError invalid-input for a file, before a job fails for it */
export async function requireFolder(koodrive: BoundClient, folder: NamedFolder): Promise<void> {
  if (await isFile(koodrive, folder)) throw createFileProblem(folder);
}

const isFile = async (koodrive: BoundClient, { spaceId, folderId }: NamedFolder): Promise<boolean> =>
  !describesFolder(await koodrive.call('getFile', { fileId: folderId, containerId: spaceId }));

const createFileProblem = ({ pointer }: NamedFolder) =>
  createInvalidInputProblem(pointer, { en: 'must be a folder, not a file', zh: '必须是文件夹，不能是文件' });
