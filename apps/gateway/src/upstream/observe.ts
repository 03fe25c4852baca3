import type { AttemptOutcome, ClientObserver } from '#koodrive';
import type { Metrics, UpstreamOutcome } from '#telemetry';

const words: Readonly<Record<AttemptOutcome, UpstreamOutcome>> = {
  success: 'ok',
  refused: 'refused',
  unavailable: 'unreachable',
  timeout: 'timeout',
  protocol: 'protocol',
  'too-large': 'protocol',
  aborted: 'cancelled',
  'held-back': 'rejected',
};

/** Every request that goes to KooDrive, counted. */
export const observe = (metrics: Metrics): ClientObserver => ({
  onAttempt: ({ operation, attempt, outcome, durationMs }) => {
    if (attempt > 0) metrics.upstreamAttempt(operation, attempt);
    metrics.upstreamCall(operation, words[outcome], durationMs / 1000);
  },
});
