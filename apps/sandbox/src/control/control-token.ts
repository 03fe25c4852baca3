import { randomBytes } from 'node:crypto';
import { equalSecrets } from '../credentials/equal-secrets.js';

/** A control token with 256 random bits. It is valid in URLs as it is. */
export function createControlToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Challenges for programs, and for browsers, which ask the user for the password. */
export const controlChallenges = ['Bearer realm="sandbox"', 'Basic realm="sandbox", charset="UTF-8"'];

/** Whether `authorization` has the token: as a bearer token, or as the password of any user of HTTP Basic. */
export function hasControlToken(authorization: string | undefined, expected: string): boolean {
  const [, scheme = '', credential = ''] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() !== 'basic') return equalSecrets(credential, expected);
  return equalSecrets(
    Buffer.from(credential, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, ''),
    expected,
  );
}

/** A URL of the control API with the token as password, for curl and browsers. */
export function formatControlUrl(url: string, token: string): string {
  return `${url.replace('://', `://sandbox:${token}@`)}/_sandbox`;
}
