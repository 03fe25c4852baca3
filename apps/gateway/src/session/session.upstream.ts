import type { NewSession } from '#access-token';
import { id, type KooDriveClient, KooDriveError, type Output, type Principal } from '#koodrive';
import { ProblemError } from '#problem';
import { demand, demandText } from '../upstream/demand.js';

/** What a code was exchanged for. */
export interface SignedIn {
  readonly userId: string;
  readonly userName: string | undefined;
  readonly upstream: NewSession;
}

/** These operations take no credential; the principal is not sent. */
const nobody: Principal = { kind: 'app' };
/** Milliseconds that a sign-out waits for KooDrive: our own session has ended before. */
const logoutTimeoutMs = 5_000;

/** The identity provider's page where the browser signs in. @param domain where it comes back */
export async function signInAddress(koodrive: KooDriveClient, domain: string): Promise<URL> {
  const { uri } = await koodrive.call('getAuthCodeURL', { domain }, nobody);
  const text = demandText(uri);
  return demand(/^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined);
}

/** @throws ProblemError sign-in-refused where KooDrive does not take the code */
export async function exchangeCode(koodrive: KooDriveClient, code: string, domain: string): Promise<SignedIn> {
  try {
    return toSignedIn(await koodrive.call('createSession', { code, domain }, nobody));
  } catch (error) {
    if (!(error instanceof KooDriveError) || error.status >= 500 || error.retryable) throw error;
    throw new ProblemError('sign-in-refused', { cause: error });
  }
}

/** `innerUserId` is KooDrive's own id of the user, `userInfo.userId` that of the identity provider. */
export const toSignedIn = ({ accessToken, sessionId, userId, userInfo }: Output<'createSession'>): SignedIn => ({
  userId: demand(id(userInfo?.innerUserId) ?? id(userId)),
  userName: userInfo?.userName || undefined,
  upstream: { token: demandText(accessToken), upstreamSessionId: demandText(sessionId) },
});

/** @throws what the client throws */
export async function endUpstream(koodrive: KooDriveClient, principal: Principal): Promise<void> {
  await koodrive.call('logout', {}, principal, { timeoutMs: logoutTimeoutMs });
}
