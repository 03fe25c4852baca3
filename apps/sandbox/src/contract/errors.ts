import { readContractFile } from './contract-files.js';

interface ErrorRow {
  /** Null when the reference has no status for the code. */
  readonly status: number | null;
  readonly code: number;
  readonly message: string;
}

/** Status, code and message of a failure. */
export interface ErrorDefinition {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** The codes of errors.yaml that the sandbox responds with. */
export const errorCodes = {
  badRequest: 13000101,
  invalidParameter: 13000102,
  internalError: 13000201,
  spaceNotFound: 13000301,
  fileNotInSpecifiedSpace: 13000302,
  fileNotInRecycleBin: 13000303,
  invalidTargetFolder: 13000304,
  targetFolderRecycled: 13000305,
  fileInRecycleBin: 13000306,
  nestedFolders: 13000307,
  fileMetadataError: 13000308,
  notFound: 13000309,
  folderTreeTooDeep: 13000310,
  insufficientSpace: 13000311,
  alreadyInTargetFolder: 13000312,
  uploadNotFound: 13000401,
  uploadIncomplete: 13000402,
  parentFolderRecycled: 13000404,
  duplicateName: 13000405,
  notAllowedOnFolder: 13000406,
  downloadUrlNotFound: 13000407,
  permissionDenied: 13000410,
  fileNotInSpace: 13000411,
  spaceNotActivated: 13000412,
  unsupportedSearchType: 13000413,
  missingSearchType: 13000414,
  teamMismatch: 13000415,
  fileNameTooLong: 13000417,
} as const;

export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes];

/** Statuses of the codes without a status in the reference. They are inferred from the names of the codes. */
const inferredStatusByCode: Readonly<Record<number, number>> = {
  [errorCodes.badRequest]: 400,
  [errorCodes.internalError]: 500,
};

let errorsByCode: ReadonlyMap<number, ErrorDefinition> | undefined;

/**
 * Returns the row of errors.yaml for a code. An unknown code has status 400.
 * @param detail replaces the placeholder of the message, or is appended to it
 */
export function lookUpError(code: number, detail?: string): ErrorDefinition {
  errorsByCode ??= readErrorTable();
  const { status, message } = errorsByCode.get(code) ?? { status: 400, message: 'Failed.' };
  if (detail === undefined) return { status, code, message };
  const detailedMessage = message.includes('{0}') ? message.replace('{0}', detail) : `${message} ${detail}`;
  return { status, code, message: detailedMessage };
}

function readErrorTable(): ReadonlyMap<number, ErrorDefinition> {
  const rows = readContractFile('errors.yaml') as readonly ErrorRow[];
  return new Map(
    rows.map(({ code, status, message }) => [
      code,
      { code, message, status: status ?? inferredStatusByCode[code] ?? 400 },
    ]),
  );
}
