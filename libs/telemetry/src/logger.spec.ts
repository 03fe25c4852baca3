import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { createNestLogger } from './nest-logger.js';
import { logRequest } from './log-request.js';

/** A logger, and the lines that it writes. */
function createRecordingLogger(level = 'trace'): {
  logger: ReturnType<typeof createLogger>;
  lines: Record<string, unknown>[];
  text: () => string;
} {
  const written: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(level, {
    write: (line) => {
      written.push(line);
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
  });
  return { logger, lines, text: () => written.join('') };
}
const canary = 'c4n4ry';
const presigned = `https://bucket.obs.example/key?X-Amz-Credential=${canary}&X-Amz-Signature=${canary}`;

describe('The logger', () => {
  it('writes one JSON line for each entry, in UTC, with the level as a word', () => {
    const { logger, lines } = createRecordingLogger();
    logger.warn({ traceId: 'a' }, 'careful');
    expect(lines).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
        service: 'koodrive-gateway',
        traceId: 'a',
        msg: 'careful',
      },
    ]);
  });

  it('ignores entries below its level', () => {
    const { logger, lines } = createRecordingLogger('warn');
    logger.info('ignored');
    expect(lines).toEqual([]);
  });

  it.each([
    ['headers', { headers: { authorization: canary, cookie: canary, 'x-api-key': canary, 'set-cookie': [canary] } }],
    ['headers of a member', { upstream: { headers: { authorization: canary, 'x-session-id': canary } } }],
    ['members', { accessToken: canary, response: { access_token: canary, sessionId: canary }, appSecret: canary }],
    ['nested members', { a: { b: [{ c: { Authorization: `"quoted\\" ${canary}` } }] } }],
    ['JSON inside a text', { body: JSON.stringify({ accessToken: canary, d: { kdstoken: canary } }) }],
    ['a request', { req: { method: 'GET', url: `/auth/callback?code=${canary}`, headers: { cookie: canary } } }],
    ['a pre-signed URL', { url: presigned }],
    ['a pre-signed URL in an error', { err: new Error(`GET ${presigned} failed`) }],
    ['a URL with a fragment', { url: `https://a.example/#access_token=${canary}` }],
    ['a path in a text', { text: `GET /auth/callback?code=${canary} failed` }],
    ['an error with a request inside', { err: Object.assign(new Error('x'), { config: { headers: { a: canary } } }) }],
    ['the cause of an error', { err: new Error('x', { cause: Object.assign(new Error('y'), { request: canary }) }) }],
    ['a thrown value that is not an error', { err: { token: canary } }],
  ])('writes no secret of %s', (_name, fields) => {
    const { logger, text } = createRecordingLogger();
    logger.error(fields, 'failed');
    logger.child({ traceId: 'a' }).error(fields, 'failed');
    expect(text()).not.toContain(canary);
    expect(text().split('\n')).toHaveLength(3);
  });

  it('keeps the URL without its query, and writes valid JSON', () => {
    const { logger, lines } = createRecordingLogger();
    logger.info({ url: presigned, next: 'unchanged?' }, `see "${presigned}" and C:\\path`);
    expect(lines[0]).toMatchObject({
      url: 'https://bucket.obs.example/key?[removed]',
      next: 'unchanged?',
      msg: 'see "https://bucket.obs.example/key?[removed]" and C:\\path',
    });
  });

  it('writes an error with its code, stack and causes', () => {
    const { logger, lines } = createRecordingLogger();
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    logger.error({ err: new TypeError('failed', { cause }) });
    expect(lines[0]).toMatchObject({
      err: {
        type: 'TypeError',
        message: 'failed',
        stack: expect.stringContaining('logger.spec') as unknown,
        cause: { message: 'refused', code: 'ECONNREFUSED' },
      },
    });
  });

  it('limits an error that is its own cause, and a very long error', () => {
    const { logger, text } = createRecordingLogger();
    const loop: Error = new Error('x'.repeat(100_000));
    loop.cause = loop;
    logger.error({ err: loop }, 'failed');
    expect(text().length).toBeLessThan(100_000);
  });

  it('writes one line for one entry, also if a text contains line breaks', () => {
    const { logger, text } = createRecordingLogger();
    logger.info({ owner: 'a\n{"level":"error"}' }, 'b\r\nc');
    expect(text().split('\n')).toHaveLength(2);
  });
});

describe('logRequest', () => {
  const entry = { traceId: 't', method: 'GET', route: '/v1/spaces', status: 200, durationMs: 1.23456 };

  it('logs the request, its status and its duration', () => {
    const { logger, lines } = createRecordingLogger();
    logRequest(logger, { ...entry, caller: 'api-key:a', cache: 'hit', upstreamAttempts: 0 });
    expect(lines[0]).toMatchObject({ ...entry, level: 'info', durationMs: 1.23, caller: 'api-key:a', cache: 'hit' });
  });

  it('logs a warning for a status of 500 or more, and `unmatched` for an unknown route', () => {
    const { logger, lines } = createRecordingLogger();
    logRequest(logger, { ...entry, route: undefined, status: 503 });
    expect(lines[0]).toMatchObject({ level: 'warn', route: 'unmatched' });
  });
});

it('createNestLogger passes the lines of Nest to the logger, with their context', () => {
  const { logger, lines } = createRecordingLogger();
  const nest = createNestLogger(logger);
  nest.log('started', 'NestFactory');
  nest.error(new Error('broken'), 'Somewhere');
  nest.warn({ a: 1 });
  expect(lines).toMatchObject([
    { level: 'debug', msg: 'started', context: 'NestFactory' },
    { level: 'error', err: { message: 'broken' }, context: 'Somewhere' },
    { level: 'warn', msg: '{"a":1}' },
  ]);
});
