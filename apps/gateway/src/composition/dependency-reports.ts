import { MintFailedError } from '#access-token';
import type { ObjectStoreOutcome, UpstreamAttempt } from '#koodrive';
import type { DependencyFailure, DependencyReporter } from '#telemetry';

/** One failure of a call of KooDrive or its object store may be chance, or concern this call only. */
const failuresUntilDown = 3;
/** A shorter time without a response says that the caller did not wait long. */
const minTimeoutMs = 1_000;
const firstServerErrorStatus = 500;

const reasonsBySystemCode: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unknown-host'],
  [/TIMEOUT|TIMEDOUT/, 'timeout'],
  [/CERT|^ERR_(TLS|SSL)|^EPROTO$|^UNABLE_TO_/, 'tls'],
];

/**
 * Reports what an attempt says about KooDrive as a whole. A rejection of a call says that KooDrive works; a series of
 * 401 says that it does not accept our credentials.
 */
export function reportAttempt(koodrive: DependencyReporter, attempt: UpstreamAttempt): void {
  const { outcome, status, systemCode, durationMs, operation } = attempt;
  const fail = (failure: DependencyFailure): void => koodrive.reportFailure('calls', failure, failuresUntilDown);
  switch (outcome) {
    case 'success':
      koodrive.reportSuccess('calls');
      return koodrive.reportSuccess('credentials');
    case 'error-response':
    case 'unavailable':
      if (status === undefined) return fail(describeSystemCode(systemCode));
      if (status >= firstServerErrorStatus) return fail({ reason: 'server-error', detail: `${operation}: ${status}` });
      koodrive.reportSuccess('calls');
      if (status !== 401) return;
      return koodrive.reportFailure(
        'credentials',
        {
          reason: 'credentials-rejected',
          detail: `${operation}: 401; see KOODRIVE_APP_SECRET and KOODRIVE_CLIENT_SECRET`,
        },
        failuresUntilDown,
      );
    case 'timeout':
      return durationMs < minTimeoutMs ? undefined : fail({ reason: 'timeout', detail: operation });
    case 'protocol':
      return fail({ reason: 'unexpected-response', detail: operation });
    case 'too-large':
    case 'aborted':
    case 'rejected-locally':
      return;
  }
}

export function reportObjectStoreRequest(objectStore: DependencyReporter, outcome: ObjectStoreOutcome): void {
  if (!('status' in outcome)) {
    objectStore.reportFailure('requests', describeSystemCode(outcome.systemCode), failuresUntilDown);
  } else if (outcome.status >= firstServerErrorStatus) {
    const failure = { reason: 'server-error', detail: String(outcome.status) };
    objectStore.reportFailure('requests', failure, failuresUntilDown);
  } else {
    objectStore.reportSuccess('requests');
  }
}

/** The minter has tried several times already. The message of its error is free of secrets. */
export function reportMint(tokenEndpoint: DependencyReporter, error?: unknown): void {
  if (error === undefined) return tokenEndpoint.reportSuccess('tokens');
  const detail = error instanceof MintFailedError ? error.message : undefined;
  const rejected = detail !== undefined && /responded with 4\d\d/.test(detail);
  tokenEndpoint.reportFailure('tokens', { reason: rejected ? 'credentials-rejected' : 'no-token', detail });
}

/** For what the gateway fetches rarely, and uses for long: each failure counts. Its messages are free of secrets. */
export const reportFetch =
  (dependency: DependencyReporter) =>
  (error?: Error): void => {
    if (error) dependency.reportFailure('requests', { reason: 'unavailable', detail: error.message });
    else dependency.reportSuccess('requests');
  };

function describeSystemCode(systemCode: string | undefined): DependencyFailure {
  const [, reason] = reasonsBySystemCode.find(([pattern]) => pattern.test(systemCode ?? '')) ?? [];
  return { reason: reason ?? 'unreachable', detail: systemCode };
}
