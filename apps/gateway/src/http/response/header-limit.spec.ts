import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { createSerializedResponse } from '#cache';
import { ProblemError, sendProblem } from '#problem';
import { RequestContext } from '../request-context.js';
import { maxResponseHeaderBytes, measureHeaderBytes, registerHeaderLimit } from './header-limit.js';
import { applyResponseHeaders } from './response-headers.js';

let server: FastifyInstance;
let headers: Record<string, string | string[]>;
let body: unknown;
let lastOperation: string | undefined;

beforeEach(() => {
  server = fastify();
  lastOperation = 'getDownLoadUrl';
  server.addHook('onRequest', (request, reply, done) => {
    request.gateway = new RequestContext(reply);
    request.gateway.lastOperation = lastOperation;
    done();
  });
  registerHeaderLimit(server);
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof ProblemError) return sendProblem(reply, error);
    throw error;
  });
  body = { ok: true };
  server.get('/', (_request, reply) => reply.headers(headers).send(body));
});
afterEach(() => server.close());

/** @param bytes of the lines that the handler sets; Fastify adds those of the body */
const fillHeader = (bytes: number): string => 'x'.repeat(bytes - measureHeaderBytes({ location: '' }));
const bodyHeaders = { 'content-type': 'application/json; charset=utf-8', 'content-length': '11' };

describe('S30: the header lines of a response', () => {
  it('are sent up to the limit', async () => {
    headers = { location: fillHeader(maxResponseHeaderBytes - measureHeaderBytes(bodyHeaders)) };
    const response = await server.inject('/');
    expect(response.statusCode).toBe(200);
    const { location = '' } = response.headers as { location?: string };
    expect(measureHeaderBytes({ ...bodyHeaders, location })).toBe(maxResponseHeaderBytes);
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['one long line', { location: fillHeader(maxResponseHeaderBytes + 1) }],
    ['many lines of one name', { 'set-cookie': Array<string>(300).fill('c'.repeat(60)) }],
  ])('are replaced by a problem above it, with the short ones left: %s', async (_name, longHeaders) => {
    headers = { ...longHeaders, 'x-content-type-options': 'nosniff' };
    const response = await server.inject('/');
    expect(response.statusCode).toBe(502);
    expect(response.json()).toMatchObject({ code: 'upstream-protocol', upstream: { operation: 'getDownLoadUrl' } });
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(Object.keys(longHeaders).filter((name) => name in response.headers)).toEqual([]);
  });

  it('of a cached response are short, whatever the request says: they are not measured', async () => {
    server.get('/cached', (request, reply) => {
      request.gateway = new RequestContext(reply);
      const response = createSerializedResponse({ status: 200, contentType: 'application/json', body: '{}' });
      return reply.send(applyResponseHeaders(request, reply, response, 'koodrive; hit'));
    });
    const names = ['accept-language', 'origin', 'if-none-match', 'cache-control', 'host', 'x-forwarded-host'];
    const response = await server.inject({
      url: '/cached',
      headers: Object.fromEntries(names.map((name) => [name, fillHeader(maxResponseHeaderBytes)])),
    });
    expect(response.statusCode).toBe(200);
    expect(measureHeaderBytes(response.headers)).toBeLessThan(512);
  });

  it('are the fault of the gateway where KooDrive was not called', async () => {
    headers = { location: fillHeader(maxResponseHeaderBytes + 1) };
    lastOperation = undefined;
    expect((await server.inject('/')).json()).toMatchObject({ status: 500, code: 'internal' });
  });

  it('end the stream of a body that is not sent', async () => {
    headers = { location: fillHeader(maxResponseHeaderBytes + 1) };
    const stream = new Readable({ read: () => undefined });
    body = stream;
    expect((await server.inject('/')).statusCode).toBe(502);
    expect(stream.destroyed).toBe(true);
  });
});
