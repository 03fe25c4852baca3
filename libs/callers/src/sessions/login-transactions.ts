import { timingSafeEqual } from 'node:crypto';
import { type Clock, type Store, systemClock } from '#store';
import type { CallerRequest } from '../credential-headers.js';
import { type Cookies, loginCookieSeconds } from './cookies.js';
import { handleOf, randomId } from './random-ids.js';
import { openRecord, type Seal, sealRecord } from './seal.js';
import type { Door } from './session.js';

/** A sign-in that was begun here and has not come back yet. */
export interface LoginTransaction {
  readonly door: Door;
  /** A path of this origin, allowed by returnPath. */
  readonly returnTo: string;
  /** What the door needs again when the browser comes back, such as a nonce and a PKCE verifier. Kept encrypted. */
  readonly secrets: Readonly<Record<string, string>>;
}

interface LoginRecord extends LoginTransaction {
  /** Of what the cookie holds. */
  readonly browser: string;
  readonly endsAt: number;
}

export interface LoginTransactionsOptions {
  readonly store: Store;
  readonly seal: Seal;
  readonly cookies: Cookies;
  readonly clock?: Clock;
}

const lifeMs = loginCookieSeconds * 1000;
const stateForm = /^[A-Za-z0-9_-]{43}$/;

/** Sign-ins on their way: each with a `state` that works once, in the browser that began it, for ten minutes. */
export class LoginTransactions {
  readonly #clock: Clock;

  constructor(private readonly options: LoginTransactionsOptions) {
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * @returns the `state` for the identity provider, and Set-Cookie lines for the browser
   * @throws StoreUnavailableError
   */
  async begin(
    request: CallerRequest,
    transaction: Omit<LoginTransaction, 'secrets'> & Partial<Pick<LoginTransaction, 'secrets'>>,
  ): Promise<{ state: string; setCookies: string[] }> {
    const { store, seal, cookies } = this.options;
    const state = randomId();
    const browser = randomId();
    const name = nameOf(state);
    const { door, returnTo, secrets = {} } = transaction;
    const endsAt = this.#clock.now() + lifeMs;
    const record: LoginRecord = { door, returnTo, secrets, browser: handleOf(browser), endsAt };
    await store.set(name, sealRecord(seal, name, record), lifeMs);
    return { state, setCookies: [...cookies.clearOldLogins(request), cookies.setLogin(tagOf(state), browser)] };
  }

  /**
   * What `state` stands for, once: undefined where it is unknown, spent or too old, or was begun in another browser.
   * @throws StoreUnavailableError
   */
  async finish(request: CallerRequest, state: string): Promise<LoginTransaction | undefined> {
    if (!stateForm.test(state)) return undefined;
    const { store, seal, cookies } = this.options;
    const name = nameOf(state);
    const bytes = await store.get(name);
    const record = openRecord<LoginRecord>(seal, name, bytes);
    const browser = cookies.login(request, tagOf(state));
    if (!bytes || !record || browser === undefined || this.#clock.now() >= record.endsAt) return undefined;
    // Before it is spent: whoever only saw the state must not be able to spend it.
    if (!timingSafeEqual(Buffer.from(handleOf(browser)), Buffer.from(record.browser))) return undefined;
    if (!(await store.deleteIfEquals(name, bytes))) return undefined;
    const { door, returnTo, secrets } = record;
    return { door, returnTo, secrets };
  }

  /** The Set-Cookie line that takes the cookie of a sign-in away. */
  clearCookie(state: string): string[] {
    return stateForm.test(state) ? [this.options.cookies.clearLogin(tagOf(state))] : [];
  }
}

const nameOf = (state: string): string => `login:${handleOf(state)}`;
/** Tells the cookies of tabs apart, and nothing of the state. */
const tagOf = (state: string): string => handleOf(state).slice(0, 10);
