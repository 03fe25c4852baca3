/** How somebody signed in: by KooDrive's own flow, or at an OpenID Connect provider. */
export type Door = 'koodrive' | 'openid';

/** A signed-in browser. Times in milliseconds since 1970. */
export interface Session {
  /** Names the session to its user, in the log and in the store. Made of the cookie by a hash: it opens nothing. */
  readonly id: string;
  /** KooDrive's own id of the user. */
  readonly userId: string;
  readonly userName?: string | undefined;
  readonly door: Door;
  readonly createdAt: number;
  /** When a request came last, to the minute. */
  readonly lastSeenAt: number;
  /** When it ends however much it is used. */
  readonly endsAt: number;
  /** When it ends unless it is used. */
  readonly idleEndsAt: number;
  /** What the browser called itself when it signed in. */
  readonly userAgent?: string | undefined;
}

/** Who signed in, and how. */
export type SignIn = Pick<Session, 'userId' | 'userName' | 'door' | 'userAgent'>;

/** A session as it is kept, encrypted. */
export interface SessionRecord extends SignIn {
  readonly createdAt: number;
  readonly lastSeenAt: number;
}
