import { MintFailedError } from '#access-token';
import type { CredentialKind, ObjectStoreOutcome, UpstreamAttempt, UpstreamRejection } from '#koodrive';
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

/** The capabilities of KooDrive that each depend on a secret of the app. */
const capabilityByCredential: Readonly<Partial<Record<CredentialKind, 'signatures' | 'appTokens'>>> = {
  signature: 'signatures',
  'app-token': 'appTokens',
};
const settingsByCapability = {
  signatures: 'KOODRIVE_APP_ID and KOODRIVE_APP_SECRET',
  appTokens: 'KOODRIVE_CLIENT_ID, KOODRIVE_CLIENT_SECRET and what KooDrive permits to that client',
} as const;

/**
 * Reports what an attempt says about KooDrive as a whole. A rejection of a call says that KooDrive works; the cause of a
 * 401 is reported by `reportRejection`.
 */
export function reportAttempt(koodrive: DependencyReporter, attempt: UpstreamAttempt): void {
  const { outcome, status, systemCode, durationMs, operation, credential } = attempt;
  const fail = (failure: DependencyFailure): void => koodrive.reportFailure('calls', failure, failuresUntilDown);
  switch (outcome) {
    case 'success': {
      koodrive.reportSuccess('calls');
      const capability = credential && capabilityByCredential[credential];
      return capability && koodrive.reportSuccess(capability);
    }
    case 'error-response':
    case 'unavailable':
      if (status === undefined) return fail(describeSystemCode(systemCode));
      if (status >= firstServerErrorStatus) return fail({ reason: 'server-error', detail: `${operation}: ${status}` });
      return koodrive.reportSuccess('calls');
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

/** Reports a rejected credential, unless only its user is rejected: that concerns nobody else. */
export function reportRejection(
  koodrive: DependencyReporter,
  { operation, credential, cause, skewMs = 0 }: UpstreamRejection,
): void {
  const capability = capabilityByCredential[credential];
  if (!capability) return;
  const settings = settingsByCapability[capability];
  switch (cause) {
    case 'user':
      return;
    case 'clock-skew': {
      const detail = `${operation}: 401; the clock of this machine differs from KooDrive's by ${Math.round(skewMs / 1000)} s`;
      return koodrive.reportFailure(capability, { reason: 'clock-skew', detail });
    }
    case 'app':
      return koodrive.reportFailure(
        capability,
        { reason: 'credentials-rejected', detail: `${operation}: 401; see ${settings}` },
        // An app token was minted just now, so the operation may be one that KooDrive does not permit to the app.
        capability === 'appTokens' ? failuresUntilDown : undefined,
      );
    case 'app-or-user': {
      const detail = `${operation}: 401; see ${settings}, or the user of the call, the only one known here`;
      return koodrive.reportFailure(capability, { reason: 'credentials-unconfirmed', detail });
    }
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
  const rejected = error instanceof MintFailedError && !error.transient && /responded with 4\d\d/.test(error.message);
  tokenEndpoint.reportFailure(
    'tokens',
    rejected
      ? { reason: 'credentials-rejected', detail: `${detail}; see KOODRIVE_CLIENT_ID and KOODRIVE_CLIENT_SECRET` }
      : { reason: 'no-token', detail },
  );
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
