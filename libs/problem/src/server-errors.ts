import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from './catalogue.js';
import { problemDocument } from './document.js';
import { ProblemError } from './problem-error.js';
import { problemMediaType, sendProblem } from './send.js';
import { toProblem } from './translate.js';

/** Fastify's `frameworkErrors`: addresses that the router cannot read, before any hook has run. */
export function answerFrameworkError(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, toProblem(error));
}

const socketErrors: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/**
 * Fastify's `clientErrorHandler`: bytes that Node's parser refused. There is no request, hence no language, path or
 * trace id; the answer is written on the socket, which then closes.
 */
export function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const problem = new ProblemError(socketErrors[error.code ?? ''] ?? 'bad-request');
  const body = JSON.stringify(problemDocument(problem, { language: 'en' }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
