import { randomBytes } from 'node:crypto';

const idBytes = 32;

/** A random id of 256 bits as 43 characters of base64url. It cannot be guessed. */
export const generateRandomId = (): string => randomBytes(idBytes).toString('base64url');

/** The form of the ids of `generateRandomId`. */
export const randomIdPattern = /^[A-Za-z0-9_-]{43}$/;
