import type { ErrorCode } from '../generated/errors.js';

/**
 * A name for each error code of the contract (errors.yaml). The contract itself names only a few of them. The compiler
 * rejects a name whose code is not in the contract, and a code that has no name here.
 */
export const errorCodes = {
  badRequest: '13000101',
  invalidParameter: '13000102',
  internalError: '13000201',
  spaceNotFound: '13000301',
  fileNotInSpecifiedSpace: '13000302',
  fileNotInRecycleBin: '13000303',
  targetFolderAbnormal: '13000304',
  targetFolderInRecycleBin: '13000305',
  fileInRecycleBin: '13000306',
  nestedFolders: '13000307',
  fileMetadataError: '13000308',
  resourceNotFound: '13000309',
  folderTreeTooDeep: '13000310',
  insufficientSpace: '13000311',
  alreadyInTargetFolder: '13000312',
  uploadTaskNotFound: '13000401',
  uploadIncomplete: '13000402',
  fileStateChangeFailed: '13000403',
  parentFolderInRecycleBin: '13000404',
  duplicateFileName: '13000405',
  notAllowedOnFolder: '13000406',
  downloadUrlNotFound: '13000407',
  downloadFailed: '13000408',
  uploadFailed: '13000409',
  noSpacePermission: '13000410',
  fileNotInSpace: '13000411',
  spaceNotActivated: '13000412',
  unsupportedSearchType: '13000413',
  missingSearchType: '13000414',
  spaceNotOfTeam: '13000415',
  fileNameTooLong: '13000417',
} as const satisfies Record<string, ErrorCode>;

type NamedCode = (typeof errorCodes)[keyof typeof errorCodes];
/** Compiles only while every code of the contract has a name; the compiler's message shows the code that has none. */
export const allCodesAreNamed: [ErrorCode] extends [NamedCode] ? true : Exclude<ErrorCode, NamedCode> = true;
