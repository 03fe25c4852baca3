import { describe, expect, it } from '@jest/globals';
import { MintFailedError } from '#access-token';
import type { UpstreamAttempt, UpstreamRejection } from '#koodrive';
import { DependencyMonitor } from '#telemetry';
import { reportAttempt, reportMint, reportRejection } from './dependency-reports.js';

interface Watched {
  readonly report: (rejection: Omit<UpstreamRejection, 'operation'>) => void;
  readonly attempt: (attempt: Pick<UpstreamAttempt, 'outcome' | 'status' | 'credential'>) => void;
  readonly lines: { capability?: string; reason?: string; detail?: string }[];
  readonly readReason: () => string | undefined;
}

function watch(): Watched {
  const lines: Watched['lines'] = [];
  const record = (line: object): void => void lines.push(line);
  const monitor = new DependencyMonitor({ warn: record, info: record } as never);
  const koodrive = monitor.watch('koodrive');
  const attempt = { operation: 'getUser', class: 'users.read', attempt: 1, durationMs: 5, traceId: 't' };
  return {
    report: (rejection) => reportRejection(koodrive, { operation: 'getUser', ...rejection }),
    attempt: (result) => reportAttempt(koodrive, { ...attempt, ...result }),
    lines,
    readReason: () => monitor.getState('koodrive').reason,
  };
}

describe('A 401 of KooDrive', () => {
  it('is no trouble by itself, however many there are', () => {
    const { attempt, lines, readReason } = watch();
    for (let count = 0; count < 10; count += 1)
      attempt({ outcome: 'error-response', status: 401, credential: 'signature' });
    expect([lines, readReason()]).toEqual([[], undefined]);
  });

  it.each(['signature', 'app-token', 'session'] as const)(
    'is no trouble if it is due to the user (%s)',
    (credential) => {
      const { report, lines } = watch();
      for (let count = 0; count < 10; count += 1) report({ credential, cause: 'user' });
      expect(lines).toEqual([]);
    },
  );

  it.each([
    ['app', 'credentials-rejected', /KOODRIVE_APP_SECRET/],
    ['app-or-user', 'credentials-unconfirmed', /KOODRIVE_APP_SECRET.*user/],
    ['clock-skew', 'clock-skew', /by -90000 s/],
  ] as const)('to a signature is told with the first, once, with its cause: %s', (cause, reason, detail) => {
    const { report, lines, readReason } = watch();
    const reject = (): void => report({ credential: 'signature', cause, skewMs: -90_000_000 });
    reject();
    expect(readReason()).toBe(reason);
    reject();
    reject();
    expect(lines).toEqual([
      { dependency: 'koodrive', capability: 'signatures', reason, detail: expect.stringMatching(detail) as unknown },
    ]);
  });

  it('to an app token is told with the third in a row, since it may concern one operation', () => {
    const { report, attempt, lines, readReason } = watch();
    const reject = (): void => report({ credential: 'app-token', cause: 'app' });
    reject();
    reject();
    attempt({ outcome: 'success', status: 200, credential: 'app-token' });
    reject();
    reject();
    attempt({ outcome: 'success', status: 200, credential: 'signature' });
    expect(readReason()).toBeUndefined();
    reject();
    expect(lines).toMatchObject([
      { capability: 'appTokens', detail: expect.stringContaining('KOODRIVE_CLIENT_SECRET') as unknown },
    ]);
  });
});

describe('A failed mint', () => {
  const reportFailure = (error: MintFailedError) => {
    const lines: { reason?: string; detail?: string }[] = [];
    const monitor = new DependencyMonitor({ warn: (line: object) => lines.push(line), info: () => undefined } as never);
    reportMint(monitor.watch('tokenEndpoint'), error);
    return lines;
  };

  it('names the settings if the endpoint rejects the client', () => {
    const error = new MintFailedError('the token endpoint responded with 401 (invalid_client)', false);
    expect(reportFailure(error)).toMatchObject([
      { reason: 'credentials-rejected', detail: expect.stringMatching(/401.*KOODRIVE_CLIENT_SECRET/) as unknown },
    ]);
  });

  it.each([429, 503])('does not suspect the secret after %i', (status) => {
    const detail = `the token endpoint responded with ${status}`;
    expect(reportFailure(new MintFailedError(detail, true))).toMatchObject([{ reason: 'no-token', detail }]);
  });
});
