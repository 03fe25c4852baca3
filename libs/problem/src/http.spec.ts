import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpException, type INestApplication, Module, Post, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { connect } from 'node:net';
import 'reflect-metadata';
import { ProblemError } from './problem-error.js';
import { ProblemFilter } from './problem.filter.js';
import { sendProblem } from './send-problem.js';
import { handleClientError, handleFrameworkError } from './server-errors.js';

class TranslatedError extends Error {}

@Controller()
class FailingController {
  @Get('taken')
  taken(): never {
    throw new ProblemError('name-taken');
  }

  @Get('range')
  range(): never {
    throw new ProblemError('range-not-satisfiable', { headers: { 'content-range': 'bytes */10' } });
  }

  @Get('away')
  away(): never {
    throw new ProblemError('upstream-unavailable', { retryAfterSeconds: 2.2, cause: new Error('reset by 10.0.0.7') });
  }

  @Get('refused')
  refused(): never {
    throw new TranslatedError();
  }

  @Get('broken')
  broken(): never {
    throw new Error('ENOENT /srv/secret/file');
  }

  @Get('thrown-text')
  thrownText(): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw 'just text of /srv';
  }

  @Get('framework/:status')
  framework(): never {
    throw new HttpException('text of the framework', 418);
  }

  @Get('half')
  half(@Res() reply: FastifyReply): void {
    reply.raw.writeHead(200, { 'content-length': '100' });
    reply.raw.write('half');
    throw new Error('failed after half of the body');
  }

  @Get('open')
  open(@Res() reply: FastifyReply): void {
    reply.raw.writeHead(200);
    reply.raw.write('first event');
  }

  @Get('headers')
  headers(@Res({ passthrough: true }) reply: FastifyReply): never {
    reply.headers({ etag: '"1"', 'content-disposition': 'attachment', 'content-length': '5', vary: 'Cookie' });
    throw new ProblemError('not-found');
  }

  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body;
  }
}

@Module({ controllers: [FailingController] })
class FailingModule {}

const lines: Record<string, unknown>[] = [];
let app: INestApplication;
let port: number;

beforeAll(async () => {
  const adapter = new FastifyAdapter({
    bodyLimit: 100,
    routerOptions: { maxParamLength: 50 },
    genReqId: () => 'trace-1',
    http: { maxHeaderSize: 4096 },
    logger: { level: 'info', stream: { write: (line: string) => lines.push(JSON.parse(line) as never) } },
    frameworkErrors: handleFrameworkError,
    clientErrorHandler: handleClientError,
  });
  adapter.getInstance().addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/private')) return sendProblem(reply, new ProblemError('unauthenticated'));
    if (request.url.startsWith('/expired')) return sendProblem(reply, new ProblemError('key-expired'));
    return undefined;
  });
  const nest = await NestFactory.create<NestFastifyApplication>(FailingModule, adapter, { logger: false });
  nest.useGlobalFilters(
    new ProblemFilter([(error) => (error instanceof TranslatedError ? new ProblemError('no-permission') : undefined)]),
  );
  await nest.listen(0, '127.0.0.1');
  port = (nest.getHttpServer().address() as { port: number }).port;
  app = nest;
});

afterAll(() => app.close());

async function call(path: string, init?: RequestInit): Promise<{ response: Response; body: Record<string, unknown> }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { response, body: (await response.json()) as Record<string, unknown> };
}

/** The response to bytes that fetch cannot send. @param textAfterResponse is sent when the response has started */
function sendRawBytes(text: string, textAfterResponse?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let response = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5000, () => socket.destroy(new Error('no response')));
    socket.on('data', (chunk) => (response += chunk.toString()));
    if (textAfterResponse) socket.once('data', () => socket.write(textAfterResponse));
    socket.on('close', () => resolve(response));
    socket.on('error', reject);
  });
}

const json = { 'content-type': 'application/json' };

describe('The response to a failure is a problem document', () => {
  it('with media type, language, trace id, path without query, and no-store', async () => {
    const { response, body } = await call('/taken?code=canary', { headers: { 'accept-language': 'zh-CN' } });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('content-language')).toBe('zh');
    expect(response.headers.get('vary')).toBe('Accept-Language');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ code: 'name-taken', title: '名称已存在', traceId: 'trace-1', instance: '/taken' });
  });

  it.each([
    ['a body that is not JSON', '/echo', { method: 'POST', headers: json, body: '{' }, 400, 'malformed-json'],
    ['an empty JSON body', '/echo', { method: 'POST', headers: json, body: '' }, 400, 'malformed-json'],
    [
      '__proto__ in a body',
      '/echo',
      { method: 'POST', headers: json, body: '{"__proto__":{}}' },
      400,
      'malformed-json',
    ],
    [
      'a body over the limit',
      '/echo',
      { method: 'POST', headers: json, body: `"${'x'.repeat(200)}"` },
      413,
      'too-large',
    ],
    [
      'an unsupported media type',
      '/echo',
      { method: 'POST', headers: { 'content-type': 'text/x-none' }, body: 'x' },
      415,
      'unsupported-media-type',
    ],
    ['an unknown route', '/nowhere', {}, 404, 'route-not-found'],
    ['a URL that cannot be decoded', '/framework/%zz', {}, 400, 'bad-request'],
    ['a parameter over the limit', `/framework/${'x'.repeat(60)}`, {}, 414, 'uri-too-long'],
    ['an error that a translator converts', '/refused', {}, 403, 'no-permission'],
    ['an unknown error', '/broken', {}, 500, 'internal'],
    ['a thrown value that is not an Error', '/thrown-text', {}, 500, 'internal'],
    ['a status of the framework without a problem code', '/framework/418', {}, 500, 'internal'],
    ['a hook that rejects the request', '/private', {}, 401, 'unauthenticated'],
  ] as const)('for %s', async (_name, path, init, status, code) => {
    const { response, body } = await call(path, init);
    expect([response.status, body['code']]).toEqual([status, code]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(body['traceId']).toBe('trace-1');
    expect(JSON.stringify(body)).not.toMatch(/srv|stack|text of/);
  });

  it('for headers over the limit, on the socket', async () => {
    const response = await sendRawBytes(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(8000)}\r\n\r\n`);
    expect(response).toMatch(/^HTTP\/1\.1 431 .*\r\n/);
    expect(JSON.parse(response.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'header-too-large', status: 431 });
  });

  it('for bytes that are not HTTP, but not in the middle of another response', async () => {
    const response = await sendRawBytes('GET /open HTTP/1.1\r\nHost: x\r\n\r\n', 'NOT HTTP AT ALL\r\n\r\n');
    expect(response).toMatch(/^HTTP\/1\.1 200 .*first event\r\n$/s);
    expect(response).not.toContain('bad-request');
  });

  it('for bytes that are not HTTP, on the socket', async () => {
    const response = await sendRawBytes('NOT HTTP AT ALL\r\n\r\n');
    expect(response).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(response.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'bad-request' });
  });
});

describe('The headers of a problem response', () => {
  it('contain a challenge on 401, with an error code for an invalid credential', async () => {
    const missing = await call('/private');
    expect(missing.response.headers.get('www-authenticate')).toBe('Bearer realm="koodrive-gateway"');
    const expired = await call('/expired');
    expect(expired.response.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('contain Retry-After, rounded up to seconds', async () => {
    expect((await call('/away')).response.headers.get('retry-after')).toBe('3');
  });

  it('contain the headers of the problem', async () => {
    expect((await call('/range')).response.headers.get('content-range')).toBe('bytes */10');
  });

  it('do not contain the headers that the handler set for its own response', async () => {
    const { response } = await call('/headers');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('content-length')).not.toBe('5');
    expect(response.headers.get('vary')).toBe('Cookie, Accept-Language');
  });
});

describe('The cause of a problem', () => {
  it('is logged once, and is not in the response', async () => {
    lines.length = 0;
    const { body } = await call('/away');
    expect(JSON.stringify(body)).not.toContain('10.0.0.7');
    const logged = lines.filter((line) => JSON.stringify(line).includes('10.0.0.7'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ problem: 'upstream-unavailable', level: 40 });
  });

  it('is logged as an error if the problem is internal', async () => {
    lines.length = 0;
    await call('/broken');
    expect(lines.filter((line) => line['problem'] === 'internal')).toHaveLength(1);
    expect(lines.find((line) => line['problem'] === 'internal')?.['level']).toBe(50);
  });
});

it('A failure after the start of a response closes the connection, so that the caller sees that it is incomplete', async () => {
  const half = fetch(`http://127.0.0.1:${port}/half`).then((response) => response.text());
  await expect(half).rejects.toThrow();
});
