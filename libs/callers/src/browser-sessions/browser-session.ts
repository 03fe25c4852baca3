/** How the user signed in: with KooDrive's own flow, or at an OpenID Connect provider. */
export const signInMethods = ['koodrive', 'openid'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** The user at an OpenID Connect provider, and the provider's own session of that browser. */
export interface OpenIdIdentity {
  readonly issuer: string;
  /** The claim `sub`. */
  readonly subject: string;
  /** The claim `sid`. */
  readonly sessionId?: string;
}

/** A browser session. Times are in milliseconds since 1970. */
export interface BrowserSession {
  /** Id in the API, in logs and in the store. It is a hash of the cookie value and cannot be used as a credential. */
  readonly id: string;
  /** KooDrive's id of the user. */
  readonly userId: string;
  readonly userName?: string;
  readonly signInMethod: SignInMethod;
  /** Only of a sign-in with OpenID Connect. */
  readonly openId?: OpenIdIdentity;
  readonly createdAt: number;
  /** Time of the last request, accurate to one minute. */
  readonly lastSeenAt: number;
  /** When the session ends even if it is in use. */
  readonly endsAt: number;
  /** When the session ends without a further request. */
  readonly idleEndsAt: number;
  /** The header User-Agent of the sign-in, truncated. */
  readonly userAgent?: string;
}

/** The data of a sign-in that starts a browser session. */
export type NewBrowserSession = Pick<BrowserSession, 'userId' | 'userName' | 'signInMethod' | 'openId' | 'userAgent'>;

/** A browser session as stored, encrypted. */
export interface BrowserSessionRecord extends NewBrowserSession {
  /** Store.generation when the session was last known to be in use. */
  readonly storeGeneration?: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** Whether a decrypted record has the form of this version. Other versions may have stored another form. */
export function isBrowserSessionRecord(value: unknown): value is BrowserSessionRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return (
    typeof record['userId'] === 'string' &&
    isSignInMethod(record['signInMethod']) &&
    (record['openId'] === undefined || isOpenIdIdentity(record['openId'])) &&
    typeof record['createdAt'] === 'number' &&
    typeof record['lastSeenAt'] === 'number'
  );
}

export function isSignInMethod(value: unknown): value is SignInMethod {
  return signInMethods.some((method) => method === value);
}

function isOpenIdIdentity(value: unknown): value is OpenIdIdentity {
  const { issuer, subject, sessionId } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof issuer === 'string' &&
    typeof subject === 'string' &&
    (sessionId === undefined || typeof sessionId === 'string')
  );
}
