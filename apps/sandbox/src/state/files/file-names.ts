import { errorCodes } from '../../contract/errors.js';
import { OperationError } from '../../operation.js';

const maxNameLength = 250;
const forbiddenCharacters = /[<>|:"*?/\\]/;

export const isDotName = (name: string): boolean => name === '.' || name === '..';

export const hasForbiddenCharacter = (name: string): boolean => forbiddenCharacters.test(name);

/**
 * @throws OperationError fileNameTooLong (over 250 characters) or invalidParameter (a forbidden character, empty, `.`
 *   or `..`)
 */
export function checkFileName(name: string): void {
  if ([...name].length > maxNameLength) throw new OperationError(errorCodes.fileNameTooLong);
  if (name === '' || isDotName(name)) throw new OperationError(errorCodes.invalidParameter, 'fileName: empty, . or ..');
  if (hasForbiddenCharacter(name))
    throw new OperationError(errorCodes.invalidParameter, 'fileName: forbidden character');
}

/** What to do if a name is taken; the numbers of autoRename and renameMode. */
export const NameConflictBehavior = { appendTimestamp: 2, fail: 3, reuseIdentical: 4 } as const;

/**
 * The requested name if it is free, else the name with a timestamp (UTC) before its extension. The form of the timestamp
 * is inferred.
 * @throws OperationError duplicateName (the name is taken, and `nameConflictBehavior` is `fail`)
 */
export function findAvailableName(
  requestedName: string,
  isTaken: (name: string) => boolean,
  nameConflictBehavior: number,
  now: number,
): string {
  if (!isTaken(requestedName)) return requestedName;
  if (nameConflictBehavior === NameConflictBehavior.fail) throw new OperationError(errorCodes.duplicateName);
  const timestamp = new Date(now).toISOString().replace(/\D/g, '').slice(0, 'yyyymmddhhmmss'.length);
  const dot = requestedName.lastIndexOf('.');
  const [base, extension] = dot > 0 ? [requestedName.slice(0, dot), requestedName.slice(dot)] : [requestedName, ''];
  for (let attempt = 0; ; attempt += 1) {
    const suffix = `_${timestamp}${attempt ? `_${attempt}` : ''}${extension}`;
    const name = [...base].slice(0, maxNameLength - [...suffix].length).join('') + suffix;
    if (!isTaken(name)) return name;
  }
}
