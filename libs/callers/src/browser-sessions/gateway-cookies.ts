import type { CallerRequest } from '../credential-headers.js';
import { randomIdPattern } from './random-ids.js';

/**
 * The names of the cookies. `__Host-` binds a cookie to this host, to https and to the path /; browsers reject any other
 * cookie with such a name. On plain HTTP, which is for development on one machine, they reject all of them.
 */
const cookieNames = {
  secure: { session: '__Host-koodrive-session', login: '__Host-koodrive-login-' },
  development: { session: 'koodrive-session-dev', login: 'koodrive-login-dev-' },
} as const;

/** Maximum number of unfinished sign-ins of one browser. A further sign-in removes the oldest cookies. */
const maxPendingLogins = 5;
/**
 * Maximum number of cookies that one response removes. A browser has one too many at a time; a caller can send hundreds,
 * and a line for each would make the response larger than a proxy accepts.
 */
const maxExpiredCookies = 5;
/** The form of the tags of login transactions. */
const loginTagPattern = /^[A-Za-z0-9_-]{10}$/;
/** Maximum age of a login cookie in seconds: the maximum duration of a sign-in. */
export const loginCookieSeconds = 600;

/** Reads and writes the cookies of the gateway. The values are random and contain no information. */
export class GatewayCookies {
  private readonly names: (typeof cookieNames)[keyof typeof cookieNames];
  private readonly attributes: string;

  /** @param secure false only for plain HTTP to localhost in development; must be true in production */
  constructor(secure: boolean) {
    this.names = secure ? cookieNames.secure : cookieNames.development;
    this.attributes = `Path=/; HttpOnly${secure ? '; Secure' : ''}`;
  }

  /** The value of the session cookie. @returns undefined without the cookie, `malformed` if it is not a value of ours */
  readSessionCookie(request: CallerRequest): string | undefined {
    const values = readCookieValues(request, this.names.session);
    const [value] = values;
    if (value === undefined) return undefined;
    return values.length === 1 && randomIdPattern.test(value) ? value : 'malformed';
  }

  /** The cookie expires with the browser. The browser does not send it for requests of other sites (SameSite=Strict). */
  buildSessionCookie(value: string): string {
    return `${this.names.session}=${value}; ${this.attributes}; SameSite=Strict`;
  }

  expireSessionCookie(): string {
    return `${this.buildSessionCookie('')}; Max-Age=0`;
  }

  /** The value of a login cookie. @param tag distinguishes the sign-ins of several tabs */
  readLoginCookie(request: CallerRequest, tag: string): string | undefined {
    const values = readCookieValues(request, this.names.login + tag);
    return values.length === 1 && randomIdPattern.test(values[0] ?? '') ? values[0] : undefined;
  }

  /** SameSite=Lax: the browser must send the cookie with the redirect of the identity provider. */
  buildLoginCookie(tag: string, value: string): string {
    return `${this.names.login}${tag}=${value}; ${this.attributes}; SameSite=Lax; Max-Age=${loginCookieSeconds}`;
  }

  expireLoginCookie(tag: string): string {
    return `${this.names.login}${tag}=; ${this.attributes}; SameSite=Lax; Max-Age=0`;
  }

  /** Set-Cookie lines that remove old login cookies, because browsers send every cookie with every request. */
  expireOldLoginCookies(request: CallerRequest): string[] {
    const tags = findCookies(request, this.names.login)
      .map(([name]) => name.slice(this.names.login.length))
      .filter((tag) => loginTagPattern.test(tag));
    const excess = Math.max(0, tags.length - maxPendingLogins + 1);
    // Browsers send the oldest cookie first (RFC 6265, 5.4).
    return tags.slice(0, Math.min(excess, maxExpiredCookies)).map((tag) => this.expireLoginCookie(tag));
  }

  /**
   * The number of session cookies. More than one indicates an attack. Cookies of the other name do not count: any page of
   * a neighboring host can set the one without the prefix, and could so sign everybody out.
   */
  countSessionCookies(request: CallerRequest): number {
    return readCookieValues(request, this.names.session).length;
  }
}

function readCookieValues(request: CallerRequest, cookieName: string): string[] {
  return findCookies(request, cookieName)
    .filter(([name]) => name === cookieName)
    .map(([, value]) => value);
}

/** The cookies whose names start with `prefix`. Node joins several Cookie headers with `; `. */
function findCookies({ headers: { cookie } }: CallerRequest, prefix: string): (readonly [string, string])[] {
  // Without this check, a header full of other cookies would be parsed several times for each request.
  if (!cookie?.includes(prefix)) return [];
  return cookie
    .split(';')
    .map((pair) => {
      const separator = pair.indexOf('=');
      return separator < 0
        ? (['', pair.trim()] as const)
        : ([pair.slice(0, separator).trim(), pair.slice(separator + 1).trim()] as const);
    })
    .filter(([name]) => name.startsWith(prefix));
}
