import { describe, expect, it } from '@jest/globals';
import { CredentialUnavailableError, type KooDriveClient, KooDriveError, UpstreamUnavailableError } from '#koodrive';
import { startKooDriveClient } from '../../../../test/support/koodrive-client.js';
import { respondWithJson } from '../../../../test/support/local-server.js';
import { HttpKooDriveSessionRefresher } from './http-koodrive-session-refresher.js';

const rejectedFailure = { outcome: 'rejected', transient: false, outage: false } as const;
const throttledFailure = { outcome: 'rejected', transient: true, outage: false } as const;
const outageFailure = { outcome: 'unknown', transient: true, outage: true } as const;
const createResponseError = (
  status: number,
  classification: typeof rejectedFailure | typeof throttledFailure | typeof outageFailure,
) => new KooDriveError('refreshSession', undefined, status, classification);

const session = { token: 'Bearer a', kooDriveSessionId: 's' };

/** A refresher whose client calls `respond`. */
function createRefresher(respond: () => Promise<unknown>): HttpKooDriveSessionRefresher {
  const client = { call: respond, withCredentials: () => client } as unknown as KooDriveClient;
  return new HttpKooDriveSessionRefresher(client);
}
const refresh = (respond: () => Promise<unknown>) =>
  createRefresher(respond).refresh(session, AbortSignal.timeout(1_000));

describe('HttpKooDriveSessionRefresher', () => {
  it('returns the token unchanged', async () => {
    expect(await refresh(async () => ({ accessToken: 'Bearer+b' }))).toEqual({ token: 'Bearer+b' });
  });

  it.each([
    ['401', new CredentialUnavailableError('session', ['session'])],
    ['400, which one page documents for a rejected token', createResponseError(400, rejectedFailure)],
    ['403', createResponseError(403, rejectedFailure)],
    ['an error code in a response with status 200', createResponseError(200, rejectedFailure)],
  ])('returns undefined after %s: the KooDrive session has ended', async (_what, error) => {
    expect(await refresh(() => Promise.reject(error))).toBeUndefined();
  });

  it.each([
    ['no connection', new UpstreamUnavailableError('refreshSession', outageFailure, undefined)],
    ['404 from a gateway in between', createResponseError(404, rejectedFailure)],
    ['429', createResponseError(429, throttledFailure)],
    ['500', createResponseError(500, outageFailure)],
    ['a failure inside KooDrive, reported with status 400', createResponseError(400, outageFailure)],
  ])('rethrows after %s: the KooDrive session continues', async (_what, error) => {
    await expect(refresh(() => Promise.reject(error))).rejects.toBe(error);
  });

  it('throws upstream-protocol for a response without a token', async () => {
    const upstream = await startKooDriveClient((response) => respondWithJson(response, { code: '0' }));
    const refresher = new HttpKooDriveSessionRefresher(upstream.client);
    await expect(refresher.refresh(session, AbortSignal.timeout(1_000))).rejects.toThrow('upstream-protocol');
    await upstream.close();
  });
});
