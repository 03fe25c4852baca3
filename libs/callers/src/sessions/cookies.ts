import type { CallerRequest } from '../credential-headers.js';

/**
 * The names of our cookies. `__Host-` binds a cookie to this host, to https and to the path /; browsers keep no other
 * cookie under such a name. On plain HTTP, which is for development on one machine, they would not take it at all.
 */
const names = {
  secure: { session: '__Host-koodrive-session', login: '__Host-koodrive-login-' },
  development: { session: 'koodrive-session-dev', login: 'koodrive-login-dev-' },
} as const;

/** What goes into a cookie: random bits in base64url. */
const valueForm = /^[A-Za-z0-9_-]{43}$/;
/** Sign-ins that one browser may have begun at once; beyond it the oldest cookies go. */
const mostLogins = 5;
/** Seconds a browser keeps the cookie of a sign-in: as long as the sign-in may take. */
export const loginCookieSeconds = 600;

/** Reads and writes our cookies. Values are opaque: whoever reads them finds nothing in them. */
export class Cookies {
  readonly #names: (typeof names)[keyof typeof names];
  readonly #attributes: string;

  /** @param secure false only on plain-HTTP localhost in development; production must pass true */
  constructor(secure: boolean) {
    this.#names = secure ? names.secure : names.development;
    this.#attributes = `Path=/; HttpOnly${secure ? '; Secure' : ''}`;
  }

  /** The name of the session's cookie, for the documentation. */
  get sessionName(): string {
    return this.#names.session;
  }

  /** What the session's cookie holds; undefined where there is none of ours, `malformed` where it is not as we make it. */
  session(request: CallerRequest): string | undefined {
    const found = valuesOf(request, this.#names.session);
    const [value] = found;
    if (value === undefined) return undefined;
    return found.length === 1 && valueForm.test(value) ? value : 'malformed';
  }

  /** Ends with the browser; no other site's page makes the browser send it. */
  setSession(value: string): string {
    return `${this.#names.session}=${value}; ${this.#attributes}; SameSite=Strict`;
  }

  clearSession(): string {
    return `${this.setSession('')}; Max-Age=0`;
  }

  /** What the cookie of one sign-in holds. @param tag tells it from sign-ins in other tabs */
  login(request: CallerRequest, tag: string): string | undefined {
    const found = valuesOf(request, this.#names.login + tag);
    return found.length === 1 && valueForm.test(found[0] ?? '') ? found[0] : undefined;
  }

  /** Lax: the identity provider's redirect must bring it along. */
  setLogin(tag: string, value: string): string {
    return `${this.#names.login}${tag}=${value}; ${this.#attributes}; SameSite=Lax; Max-Age=${loginCookieSeconds}`;
  }

  clearLogin(tag: string): string {
    return `${this.#names.login}${tag}=; ${this.#attributes}; SameSite=Lax; Max-Age=0`;
  }

  /** Set-Cookie lines that make room for one more sign-in: browsers send each cookie with each request. */
  clearOldLogins(request: CallerRequest): string[] {
    const tags = pairsOf(request)
      .filter(([name]) => name.startsWith(this.#names.login))
      .map(([name]) => name.slice(this.#names.login.length))
      .filter((tag) => /^[A-Za-z0-9_-]{1,64}$/.test(tag));
    // Browsers send the oldest first (RFC 6265, 5.4).
    return tags.slice(0, Math.max(0, tags.length - mostLogins + 1)).map((tag) => this.clearLogin(tag));
  }
}

/** How many session cookies the request holds, of either name: more than one is somebody's trick. */
export function sessionCookieCount(request: CallerRequest): number {
  if (request.headers.cookie === undefined) return 0;
  return valuesOf(request, names.secure.session).length + valuesOf(request, names.development.session).length;
}

function valuesOf(request: CallerRequest, wanted: string): string[] {
  return pairsOf(request)
    .filter(([name]) => name === wanted)
    .map(([, value]) => value);
}

/** Node joins several Cookie headers by `; `. */
function pairsOf({ headers }: CallerRequest): (readonly [name: string, value: string])[] {
  return (headers.cookie ?? '').split(';').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? ['', pair.trim()] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
}
