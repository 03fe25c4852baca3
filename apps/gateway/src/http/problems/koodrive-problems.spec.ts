import { describe, expect, it } from '@jest/globals';
import { CredentialSourceError } from '#access-token';
import { CredentialUnavailableError, errorCodes, KooDriveError, UpstreamUnavailableError } from '#koodrive';
import { BulkheadFullError, DeadlineExceededError } from '#resilience';
import { toProblemFromCode, translateKooDriveError, upstreamProblemCodes } from './koodrive-problems.js';

const classification = { outcome: 'rejected', transient: false, outage: false, retryAfterMs: 1_500 } as const;
const respondWith = (status: number, code?: string) => new KooDriveError('getFile', code, status, classification);
const describeProblem = (error: unknown) => {
  const problem = translateKooDriveError(error);
  return problem && [problem.code, problem.options.upstream?.code, problem.options.retryAfterSeconds];
};

describe('The problem of an error response of KooDrive', () => {
  it('is that of its code', () => {
    expect(describeProblem(respondWith(400, errorCodes.duplicateFileName))).toEqual([
      'name-taken',
      '13000405',
      undefined,
    ]);
    expect(describeProblem(respondWith(500, errorCodes.resourceNotFound))).toEqual([
      'not-found',
      '13000309',
      undefined,
    ]);
  });

  it.each([
    [400, 'refused-by-upstream', undefined],
    [403, 'no-permission', 2],
    [429, 'upstream-unavailable', 2],
    [503, 'upstream-failed', 2],
  ])('is that of its status %i if the code is unknown', (status, problem, retryAfterSeconds) => {
    expect(describeProblem(respondWith(status, 'APIG.0305'))).toEqual([problem, 'APIG.0305', retryAfterSeconds]);
  });

  it.each([
    ['user', 'user-not-accepted'],
    ['app', 'credential-source-unavailable'],
    ['app-or-user', 'credential-source-unavailable'],
    ['clock-skew', 'credential-source-unavailable'],
    [undefined, 'credential-source-unavailable'],
  ] as const)('is that of its cause %s for a 401 after the renewal, whatever the code', (cause, problem) => {
    const error = new KooDriveError('getFile', errorCodes.noSpacePermission, 401, classification, cause);
    expect(describeProblem(error)).toEqual([problem, undefined, undefined]);
  });

  it('is the general one for a code that is no own property of the table', () => {
    expect(toProblemFromCode('getFile', 'constructor').code).toBe('refused-by-upstream');
    expect(toProblemFromCode('getFile').code).toBe('refused-by-upstream');
  });
});

describe('The problem of a call without an error response', () => {
  it.each([
    [
      'a full bulkhead',
      new UpstreamUnavailableError('getFile', classification, undefined, {
        cause: new BulkheadFullError('files.read', 100),
      }),
      'overloaded',
    ],
    ['no connection', new UpstreamUnavailableError('getFile', classification, undefined), 'upstream-unavailable'],
    ['no credential source', new CredentialSourceError('down'), 'credential-source-unavailable'],
    ['an ended KooDrive session', new CredentialUnavailableError('session', ['session']), 'session-ended'],
    [
      'a principal without such a credential',
      new CredentialUnavailableError('user', ['session']),
      'credential-unavailable',
    ],
    ['a shared response that came too late', new DeadlineExceededError(1_000), 'upstream-timeout'],
  ])('for %s', (_cause, error, problem) => expect(translateKooDriveError(error)?.code).toBe(problem));

  it('does not exist for an error of the gateway itself', () =>
    expect(translateKooDriveError(new TypeError('x'))).toBeUndefined());
});

it('The description of the API lists each possible problem once', () => {
  expect(new Set(upstreamProblemCodes).size).toBe(upstreamProblemCodes.length);
  expect(upstreamProblemCodes).toEqual(expect.arrayContaining(['not-found', 'overloaded', 'credential-unavailable']));
});
