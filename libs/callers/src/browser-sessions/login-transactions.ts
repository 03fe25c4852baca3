import { timingSafeEqual } from 'node:crypto';
import { type Clock, type Store, systemClock } from '#store';
import { type Cipher, decryptRecord, encryptRecord } from '#vault';
import type { BudgetLedger } from '../budgets/budget-ledger.js';
import type { CallerRequest } from '../credential-headers.js';
import { hashId } from '../hash-id.js';
import { isSignInMethod, type SignInMethod } from './browser-session.js';
import { type GatewayCookies, loginCookieSeconds } from './gateway-cookies.js';
import { generateRandomId, randomIdPattern } from './random-ids.js';

/** A sign-in that was started here, while the browser is at the identity provider. */
export interface LoginTransaction {
  readonly signInMethod: SignInMethod;
  /** A path of this origin that resolveReturnPath has checked. */
  readonly returnTo: string;
  /** What the sign-in method needs when the browser returns, such as a nonce and a PKCE verifier. Stored encrypted. */
  readonly secrets: Readonly<Record<string, string>>;
}

interface LoginRecord extends LoginTransaction {
  /** Hash of the value of the login cookie. */
  readonly cookieHash: string;
  /** The network whose budget the sign-in counts in. */
  readonly network: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export interface LoginTransactionsOptions {
  readonly store: Store;
  readonly cipher: Cipher;
  readonly cookies: GatewayCookies;
  readonly budgetLedger: BudgetLedger;
  readonly clock?: Clock;
}

const transactionLifetimeMs = loginCookieSeconds * 1000;
const cookieTagLength = 10;

/** The sign-ins in progress (S3). Each has a `state` that works once, in the browser that started it, for ten minutes. */
export class LoginTransactions {
  private readonly clock: Clock;

  constructor(private readonly options: LoginTransactionsOptions) {
    this.clock = options.clock ?? systemClock;
  }

  /**
   * Ends the oldest sign-ins of the network where there are too many.
   * @param network of the browser
   * @returns the `state` for the identity provider, and Set-Cookie lines for the browser
   * @throws StoreUnavailableError
   */
  async begin(
    request: CallerRequest,
    network: string,
    transaction: Omit<LoginTransaction, 'secrets'> & Partial<Pick<LoginTransaction, 'secrets'>>,
  ): Promise<{ state: string; setCookies: string[] }> {
    const { store, cipher, cookies, budgetLedger } = this.options;
    const state = generateRandomId();
    const cookieValue = generateRandomId();
    const storeKey = buildStoreKey(state);
    const { signInMethod, returnTo, secrets = {} } = transaction;
    const endsAt = this.clock.now() + transactionLifetimeMs;
    const cookieHash = hashId(cookieValue);
    const record: LoginRecord = { signInMethod, returnTo, secrets, cookieHash, network, endsAt };
    const item = { id: storeKey, ttlMs: transactionLifetimeMs };
    const { evictedIds } = await budgetLedger.admit('signIns', network, item);
    if (evictedIds.length > 0) await store.delete(...evictedIds);
    await store.set(storeKey, encryptRecord(cipher, storeKey, record), transactionLifetimeMs);
    const loginCookie = cookies.buildLoginCookie(buildCookieTag(state), cookieValue);
    return { state, setCookies: [...cookies.expireOldLoginCookies(request), loginCookie] };
  }

  /**
   * Returns the sign-in of a `state`, once.
   * @returns undefined if the state is unknown, used or expired, or was started in another browser
   * @throws StoreUnavailableError
   */
  async finish(request: CallerRequest, state: string): Promise<LoginTransaction | undefined> {
    if (!randomIdPattern.test(state)) return undefined;
    const { store, cipher, cookies, budgetLedger } = this.options;
    const storeKey = buildStoreKey(state);
    const bytes = await store.get(storeKey);
    const record = decryptRecord<unknown>(cipher, storeKey, bytes);
    const cookieValue = cookies.readLoginCookie(request, buildCookieTag(state));
    if (!bytes || !isLoginRecord(record) || cookieValue === undefined || this.clock.now() >= record.endsAt)
      return undefined;
    // Check the cookie before the record is deleted: another browser that knows the state must not be able to use it up.
    if (!isEqualHash(hashId(cookieValue), record.cookieHash)) return undefined;
    if (!(await store.deleteIfEquals(storeKey, bytes))) return undefined;
    await budgetLedger.release('signIns', record.network, storeKey);
    const { signInMethod, returnTo, secrets } = record;
    return { signInMethod, returnTo, secrets };
  }

  /** The Set-Cookie line that removes the login cookie of a `state`; none for a malformed state. */
  expireLoginCookies(state: string): string[] {
    return randomIdPattern.test(state) ? [this.options.cookies.expireLoginCookie(buildCookieTag(state))] : [];
  }
}

/** Whether a decrypted record has the form of this version. Other versions may have stored another form. */
function isLoginRecord(value: unknown): value is LoginRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return (
    isSignInMethod(record['signInMethod']) &&
    typeof record['returnTo'] === 'string' &&
    typeof record['secrets'] === 'object' &&
    record['secrets'] !== null &&
    typeof record['cookieHash'] === 'string' &&
    typeof record['network'] === 'string' &&
    typeof record['endsAt'] === 'number'
  );
}

/** Compares in constant time. */
function isEqualHash(hash: string, expected: string): boolean {
  return hash.length === expected.length && timingSafeEqual(Buffer.from(hash), Buffer.from(expected));
}

const buildStoreKey = (state: string): string => `login:${hashId(state)}`;
/** Distinguishes the cookies of several tabs without revealing the state. */
const buildCookieTag = (state: string): string => hashId(state).slice(0, cookieTagLength);
