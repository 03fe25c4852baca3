import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters: cannot be guessed. */
export const randomId = (): string => randomBytes(32).toString('base64url');

/** A name for a random id that gives nothing of it away: SHA-256, which needs no salt for 256 random bits. */
export const handleOf = (id: string): string => hash('sha256', id, 'base64url');
