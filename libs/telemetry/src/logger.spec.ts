import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { nestLogger } from './nest-logger.js';
import { logRequest } from './request-line.js';

/** What a logger writes. */
function recorded(level = 'trace'): {
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

describe('The log', () => {
  it('is a JSON line each, in UTC, with the level as a word', () => {
    const { logger, lines } = recorded();
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

  it('leaves out what is below its level', () => {
    const { logger, lines } = recorded('warn');
    logger.info('not this');
    expect(lines).toEqual([]);
  });

  it.each([
    ['headers', { headers: { authorization: canary, cookie: canary, 'x-api-key': canary, 'set-cookie': [canary] } }],
    ['headers of a member', { upstream: { headers: { authorization: canary, 'x-session-id': canary } } }],
    ['members', { accessToken: canary, answer: { access_token: canary, sessionId: canary }, appSecret: canary }],
    ['members far down', { a: { b: [{ c: { Authorization: `"quoted\\" ${canary}` } }] } }],
    ['JSON inside a text', { body: JSON.stringify({ accessToken: canary, d: { kdstoken: canary } }) }],
    ['a request', { req: { method: 'GET', url: `/auth/callback?code=${canary}`, headers: { cookie: canary } } }],
    ['a pre-signed address', { url: presigned }],
    ['a pre-signed address in an error', { err: new Error(`GET ${presigned} failed`) }],
    ['an address with a fragment', { url: `https://a.example/#access_token=${canary}` }],
    ['a path in a text', { text: `GET /auth/callback?code=${canary} answered` }],
    ['an error with a request inside', { err: Object.assign(new Error('x'), { config: { headers: { a: canary } } }) }],
    ['the cause of an error', { err: new Error('x', { cause: Object.assign(new Error('y'), { request: canary }) }) }],
    ['something thrown that is no error', { err: { token: canary } }],
  ])('holds no secret out of %s', (_name, fields) => {
    const { logger, text } = recorded();
    logger.error(fields, 'failed');
    logger.child({ traceId: 'a' }).error(fields, 'failed');
    expect(text()).not.toContain(canary);
    expect(text().split('\n')).toHaveLength(3);
  });

  it('keeps of a scrubbed address where it led, and the line a JSON line', () => {
    const { logger, lines } = recorded();
    logger.info({ url: presigned, next: 'kept?' }, `see "${presigned}" and C:\\path`);
    expect(lines[0]).toMatchObject({
      url: 'https://bucket.obs.example/key?[removed]',
      next: 'kept?',
      msg: 'see "https://bucket.obs.example/key?[removed]" and C:\\path',
    });
  });

  it('tells an error with its code, stack and causes', () => {
    const { logger, lines } = recorded();
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

  it('comes to an end with an error that causes itself, and with one that is very long', () => {
    const { logger, text } = recorded();
    const loop: Error = new Error('x'.repeat(100_000));
    loop.cause = loop;
    logger.error({ err: loop }, 'failed');
    expect(text().length).toBeLessThan(100_000);
  });

  it('keeps one line for one entry, whatever a text holds', () => {
    const { logger, text } = recorded();
    logger.info({ owner: 'a\n{"level":"error"}' }, 'b\r\nc');
    expect(text().split('\n')).toHaveLength(2);
  });
});

describe('The line of a request', () => {
  const facts = { traceId: 't', method: 'GET', route: '/v1/spaces', status: 200, durationMs: 1.23456 };

  it('says what was asked, how it ended and how long it took', () => {
    const { logger, lines } = recorded();
    logRequest(logger, { ...facts, caller: 'api-key:a', cache: 'hit', upstreamAttempts: 0 });
    expect(lines[0]).toMatchObject({ ...facts, level: 'info', durationMs: 1.23, caller: 'api-key:a', cache: 'hit' });
  });

  it('is a warning where the answer is a failure of ours, and calls no route unmatched', () => {
    const { logger, lines } = recorded();
    logRequest(logger, { ...facts, route: undefined, status: 503 });
    expect(lines[0]).toMatchObject({ level: 'warn', route: 'unmatched' });
  });
});

it('Nest’s own lines come through the same logger, with their context', () => {
  const { logger, lines } = recorded();
  const nest = nestLogger(logger);
  nest.log('started', 'NestFactory');
  nest.error(new Error('broken'), 'Somewhere');
  nest.warn({ a: 1 });
  expect(lines).toMatchObject([
    { level: 'debug', msg: 'started', context: 'NestFactory' },
    { level: 'error', err: { message: 'broken' }, context: 'Somewhere' },
    { level: 'warn', msg: '{"a":1}' },
  ]);
});
