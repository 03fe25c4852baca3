import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from './problem-catalog.js';
import { createProblemDocument } from './create-problem-document.js';
import { type OwnProblemCode, ProblemError } from './problem-error.js';
import { problemMediaType, sendProblem } from './send-problem.js';
import { toProblemError } from './to-problem-error.js';

/** Fastify's `frameworkErrors`: URLs that the router cannot parse. No hook has run at this point. */
export function handleFrameworkError(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, toProblemError(error));
}

const problemCodesBySocketError: Readonly<Record<string, OwnProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'header-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/**
 * Fastify's `clientErrorHandler`: bytes that Node's HTTP parser rejects. There is no request, so the document has no
 * path and no trace id, and is in English. The response is written to the socket, which is then closed.
 * @param headers of every response
 * @returns the code of the problem that was sent; undefined if nothing could be sent
 */
export function handleClientError(
  error: Error & { readonly code?: string },
  socket: Duplex,
  headers: Readonly<Record<string, string>> = {},
): ProblemCode | undefined {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable || hasStartedResponse(socket)) {
    socket.destroy();
    return undefined;
  }
  const problem = new ProblemError(problemCodesBySocketError[error.code ?? ''] ?? 'bad-request');
  const body = JSON.stringify(createProblemDocument(problem, { language: 'en' }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    `Content-Type: ${problemMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  return problem.code;
}

/** Another response in the middle of one would be read as its body. Node has no public property for the current response. */
const hasStartedResponse = (socket: Duplex & { readonly _httpMessage?: ServerResponse }): boolean =>
  socket._httpMessage?.headersSent === true;
