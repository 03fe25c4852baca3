import type { AppTokenMinter, KooDriveSessionRefresher } from '#access-token';
import type { AttemptOutcome, ClientObserver } from '#koodrive';
import type { Metrics, UpstreamOutcome } from '#telemetry';

const outcomeLabels: Readonly<Record<AttemptOutcome, UpstreamOutcome>> = {
  success: 'ok',
  'error-response': 'refused',
  unavailable: 'unreachable',
  timeout: 'timeout',
  protocol: 'protocol',
  'too-large': 'protocol',
  aborted: 'cancelled',
  'rejected-locally': 'rejected',
};

/** Records every call of KooDrive, and every request that was sent for it. */
export const createUpstreamObserver = (metrics: Metrics): ClientObserver => ({
  onAttempt: ({ operation, attempt }) => {
    if (attempt > 0) metrics.recordUpstreamAttempt(operation, attempt);
  },
  onCall: ({ operation, outcome, durationMs }) =>
    metrics.recordUpstreamCall(operation, outcomeLabels[outcome], durationMs / 1000),
});

/** Counts the tokens that the minter requests. */
export const observeMinter = (minter: AppTokenMinter, metrics: Metrics): AppTokenMinter => ({
  identity: minter.identity,
  mint: async (signal) => {
    try {
      const token = await minter.mint(signal);
      metrics.recordTokenRequest('app-token', 'minted');
      return token;
    } catch (error) {
      metrics.recordTokenRequest('app-token', 'failed');
      throw error;
    }
  },
});

/** Counts the refreshes of KooDrive sessions. A rejected refresh ends the session. */
export const observeRefresher = (refresher: KooDriveSessionRefresher, metrics: Metrics): KooDriveSessionRefresher => ({
  refresh: async (session, signal) => {
    try {
      const refreshed = await refresher.refresh(session, signal);
      metrics.recordTokenRequest('session', refreshed ? 'refreshed' : 'rejected');
      return refreshed;
    } catch (error) {
      metrics.recordTokenRequest('session', 'failed');
      throw error;
    }
  },
});
