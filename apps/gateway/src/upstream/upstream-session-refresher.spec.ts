import { describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError, type KooDriveClient, KooDriveError, UpstreamUnavailableError } from '#koodrive';
import { UpstreamSessionRefresher } from './upstream-session-refresher.js';

const refused = { outcome: 'refused', transient: false, outage: false } as const;
const busy = { outcome: 'refused', transient: true, outage: false } as const;
const down = { outcome: 'unknown', transient: true, outage: true } as const;
const answered = (status: number, verdict: typeof refused | typeof busy | typeof down) =>
  new KooDriveError('refreshSession', null, status, null, verdict);

/** A refresher whose upstream does `answer`. */
function refresherOf(answer: () => Promise<unknown>): UpstreamSessionRefresher {
  const client = { call: answer, withCredentials: () => client } as unknown as KooDriveClient;
  return new UpstreamSessionRefresher(client);
}
const refresh = (answer: () => Promise<unknown>) =>
  refresherOf(answer).refresh({ token: 'Bearer a', upstreamSessionId: 's' }, AbortSignal.timeout(1_000));

describe('The refresh of a session', () => {
  it('gives the token exactly as it came', async () => {
    expect(await refresh(async () => ({ accessToken: 'Bearer+b' }))).toEqual({ token: 'Bearer+b' });
  });

  it.each([
    ['a token that is not taken, by 401', new CredentialUnavailableError('session', ['session'])],
    ['400, which one page gives for it', answered(400, refused)],
    ['403', answered(403, refused)],
    ['a code in an answer of 200', answered(200, refused)],
  ])('is refused by %s: the session is over', async (_what, error) => {
    expect(await refresh(() => Promise.reject(error))).toBeNull();
  });

  it.each([
    ['no connection', new UpstreamUnavailableError('refreshSession', down, null)],
    ['404 of something between us', answered(404, refused)],
    ['429', answered(429, busy)],
    ['500', answered(500, down)],
    ['a failure inside KooDrive, in an answer of 400', answered(400, down)],
  ])('is not refused by %s: the session goes on', async (_what, error) => {
    await expect(refresh(() => Promise.reject(error))).rejects.toBe(error);
  });

  it('is not refused by an answer without a token', async () => {
    await expect(refresh(async () => ({}))).rejects.toThrow('upstream-protocol');
  });
});
