import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignatureOptions } from '../options.js';
import { canonicalRequest, stringToSign, type SignedRequest } from './canonical-request.js';
import { AuthenticationError } from './authentication-error.js';

const authorizationPattern = /^HMAC-SHA256 AppId=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([0-9a-f]{64})$/;
const requiredSignedHeaders = ['host', 'x-date', 'x-user-id'];

export interface SigningApp {
  readonly appId: string;
  readonly appSecret: string;
}

/**
 * Returns the user id of a signed request. Does not check whether the user exists.
 * @param now milliseconds since 1970
 * @throws AuthenticationError when the signature is malformed or wrong, or when X-Date is older than 15 minutes or in the
 * future
 */
export function verifySignature(
  request: SignedRequest,
  app: SigningApp,
  now: number,
  limits: SignatureOptions,
): string {
  const [, appId, names = '', signature = ''] = authorizationPattern.exec(String(request.headers.authorization)) ?? [];
  if (appId === undefined)
    throw signatureError('Authorization is not of the form HMAC-SHA256 AppId=..,SignedHeaders=..,Signature=..');
  if (appId !== app.appId) throw signatureError('AppId is unknown');
  const signedHeaders = names.split(';');
  checkSignedHeaders(signedHeaders, request);
  checkDate(String(request.headers['x-date']), now, limits);
  const expected = createHmac('sha256', app.appSecret)
    .update(stringToSign(buildCanonicalRequest(request, signedHeaders)))
    .digest();
  if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) throw signatureError('signature is wrong');
  return String(request.headers['x-user-id']);
}

function checkSignedHeaders(names: readonly string[], request: SignedRequest): void {
  const missing = requiredSignedHeaders.find((name) => !names.includes(name));
  if (missing) throw signatureError(`${missing} is not among the signed headers`);
  const unsent = names.find((name) => request.headers[name] === undefined);
  if (unsent !== undefined) throw signatureError('a signed header was not sent');
  if (names.some((name) => name !== name.toLowerCase()))
    throw signatureError('names of signed headers are not in lower case');
  if (names.some((name, index) => index > 0 && name <= (names[index - 1] ?? '')))
    throw signatureError('signed headers are not sorted');
}

function checkDate(text: string, now: number, { maxAgeMs, futureSkewMs }: SignatureOptions): void {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!parts) throw signatureError('X-Date is not of the form YYYYMMDDTHHMMSSZ');
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const date = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  if (now - date > maxAgeMs) throw signatureError('X-Date is too old');
  if (date - now > futureSkewMs) throw signatureError('X-Date is in the future');
}

function buildCanonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  try {
    return canonicalRequest(request, signedHeaders);
  } catch {
    throw signatureError('the URL has a malformed percent escape');
  }
}

function signatureError(reason: string): AuthenticationError {
  return new AuthenticationError(reason, 'signature');
}
