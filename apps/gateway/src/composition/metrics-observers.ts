import type { AppTokenMinter, KooDriveSessionRefresher } from '#access-token';
import type { AttemptOutcome, ClientObserver } from '#koodrive';
import type { DependencyMonitor, DependencyReporter, Metrics, UpstreamOutcome } from '#telemetry';
import { reportAttempt, reportMint, reportRejection } from './dependency-reports.js';

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
export function createUpstreamObserver(metrics: Metrics, dependencies: DependencyMonitor): ClientObserver {
  const koodrive = dependencies.watch('koodrive');
  const objectStore = dependencies.watch('objectStore');
  return {
    onAttempt: (attempt) => {
      if (attempt.attempt > 0) metrics.recordUpstreamAttempt(attempt.operation, attempt.attempt);
      reportAttempt(koodrive, attempt);
    },
    onCall: ({ operation, outcome, durationMs }) =>
      metrics.recordUpstreamCall(operation, outcomeLabels[outcome], durationMs / 1000),
    onPresignedUrl: ({ operation, allowed }) => {
      if (allowed) return objectStore.reportSuccess('origin');
      const detail = `${operation}: see KOODRIVE_OBJECT_STORE_ORIGINS`;
      objectStore.reportFailure('origin', { reason: 'unknown-origin', detail });
    },
    onRejection: (rejection) => reportRejection(koodrive, rejection),
    onDeviation: ({ operation, place }) => metrics.recordUpstreamDeviation(operation, place),
  };
}

/** Counts the tokens that the minter requests. */
export const observeMinter = (
  minter: AppTokenMinter,
  metrics: Metrics,
  tokenEndpoint: DependencyReporter,
): AppTokenMinter => ({
  identity: minter.identity,
  mint: async (signal) => {
    try {
      const token = await minter.mint(signal);
      metrics.recordTokenRequest('app-token', 'minted');
      reportMint(tokenEndpoint);
      return token;
    } catch (error) {
      metrics.recordTokenRequest('app-token', 'failed');
      if (!signal.aborted) reportMint(tokenEndpoint, error);
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
