import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureOptions } from '../options.js';
import { canonicalRequest, stringToSign, type SignedRequest } from './canonical-request.js';
import { NotAuthenticated } from './not-authenticated.js';

const FORM = /^HMAC-SHA256 AppId=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([0-9a-f]{64})$/;
const MUST_BE_SIGNED = ['host', 'x-date', 'x-user-id'];

export interface SigningApp {
  readonly appId: string;
  readonly appSecret: string;
}

/**
 * The user id that a signed request names. Throws NotAuthenticated when the signature is malformed, wrong, or older
 * than 15 minutes, or when X-Date lies in the future. Whether the user exists is for others to say.
 */
export function verifySignature(
  request: SignedRequest,
  app: SigningApp,
  now: number,
  limits: SignatureOptions,
): string {
  const [, appId, names = '', given = ''] = FORM.exec(String(request.headers.authorization)) ?? [];
  if (appId === undefined)
    throw refused('Authorization is not of the form HMAC-SHA256 AppId=..,SignedHeaders=..,Signature=..');
  if (appId !== app.appId) throw refused('AppId is unknown');
  const signedHeaders = names.split(';');
  checkSignedHeaders(signedHeaders, request);
  checkDate(String(request.headers['x-date']), now, limits);
  const expected = createHmac('sha256', app.appSecret)
    .update(stringToSign(canonical(request, signedHeaders)))
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) throw refused('signature is wrong');
  return String(request.headers['x-user-id']);
}

function checkSignedHeaders(names: readonly string[], request: SignedRequest): void {
  const missing = MUST_BE_SIGNED.find((name) => !names.includes(name));
  if (missing) throw refused(`${missing} is not among the signed headers`);
  const absent = names.find((name) => request.headers[name] === undefined);
  if (absent !== undefined) throw refused('a signed header was not sent');
  if (names.some((name) => name !== name.toLowerCase())) throw refused('names of signed headers are not in lower case');
  if (names.some((name, at) => at > 0 && name <= (names[at - 1] ?? ''))) throw refused('signed headers are not sorted');
}

function checkDate(text: string, now: number, { maxAgeMs, futureSkewMs }: SignatureOptions): void {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!parts) throw refused('X-Date is not of the form YYYYMMDDTHHMMSSZ');
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const date = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  if (now - date > maxAgeMs) throw refused('X-Date is too old');
  if (date - now > futureSkewMs) throw refused('X-Date lies in the future');
}

function canonical(request: SignedRequest, signedHeaders: readonly string[]): string {
  try {
    return canonicalRequest(request, signedHeaders);
  } catch {
    throw refused('the address has a broken percent escape');
  }
}

function refused(reason: string): NotAuthenticated {
  return new NotAuthenticated(reason, 'signature');
}
