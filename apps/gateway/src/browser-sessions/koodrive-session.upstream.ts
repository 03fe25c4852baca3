import type { NewKooDriveSession } from '#access-token';
import { parseId, type KooDriveClient, KooDriveError, type OperationOutput, type Principal } from '#koodrive';
import { ProblemError } from '#problem';
import { required, requiredText } from '../upstream/required.js';
import type { SignInOrigins } from '../upstream/sign-in-origins.js';

/** The result of the exchange of a sign-in code. */
export interface SignInResult {
  readonly userId: string;
  readonly userName: string | undefined;
  readonly kooDriveSession: NewKooDriveSession;
}

/** The operations of the sign-in take no credential; the principal is not sent. */
const placeholderPrincipal: Principal = { kind: 'app' };
/** Time that a sign-out waits for KooDrive. The browser session has already ended. */
const logoutTimeoutMs = 5_000;
/** In characters. A longer URL would make the header Location larger than proxies accept. */
const maxSignInUrlLength = 8_192;

/**
 * The URL of the identity provider's page where the browser signs in.
 * @param domain the URL to which the browser returns
 * @throws ProblemError upstream-protocol where KooDrive returns no URL of an allowed origin; and what the client throws
 */
export async function fetchSignInUrl(koodrive: KooDriveClient, domain: string, origins: SignInOrigins): Promise<URL> {
  const wire = await koodrive.call('getAuthCodeURL', { domain }, placeholderPrincipal);
  const text = requiredText(wire, 'uri');
  const url = text.length <= maxSignInUrlLength && URL.canParse(text) ? new URL(text) : undefined;
  return required(url && origins.allows(url) ? url : undefined, wire, 'uri', 'a URL of an allowed origin');
}

/** @throws ProblemError sign-in-refused where KooDrive rejects the code; and what the client throws */
export async function exchangeCode(koodrive: KooDriveClient, code: string, domain: string): Promise<SignInResult> {
  try {
    return toSignInResult(await koodrive.call('createSession', { code, domain }, placeholderPrincipal));
  } catch (error) {
    if (!(error instanceof KooDriveError) || error.status >= 500 || error.retryable) throw error;
    throw new ProblemError('sign-in-refused', { cause: error });
  }
}

/** `userInfo.innerUserId` is KooDrive's own id of the user, `userInfo.userId` that of the identity provider. */
const toSignInResult = (wire: OperationOutput<'createSession'>): SignInResult => ({
  userId: required(parseId(wire.userInfo?.innerUserId) ?? parseId(wire.userId), wire, 'userId', 'an id'),
  userName: wire.userInfo?.userName || undefined,
  kooDriveSession: { token: requiredText(wire, 'accessToken'), kooDriveSessionId: requiredText(wire, 'sessionId') },
});

/** @throws what the client throws */
export async function endKooDriveSession(koodrive: KooDriveClient, principal: Principal): Promise<void> {
  await koodrive.call('logout', {}, principal, { timeoutMs: logoutTimeoutMs });
}
