import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '#problem';
import { createSlowBodyProblem } from '../input/read-body.js';

/** A caller that sends less, on average over an interval, only holds the connection and the memory of a part. */
const minBytesPerSecond = 4 * 1024;

/**
 * Ends uploads whose caller sends nothing, or next to nothing, for two intervals of half of `timeoutMs`. A streamed body has no deadline: it may be
 * 200 GB. Times in which the gateway itself does not read do not count.
 */
export function endStalledUploads(fastify: FastifyInstance, timeoutMs: number): void {
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.endpoint?.streamedBody) return;
    route.preParsing = (request: FastifyRequest, reply: FastifyReply, payload, done) => {
      watchProgress(request.raw, reply, timeoutMs);
      done(null, payload);
    };
  });
}

function watchProgress(body: IncomingMessage, reply: FastifyReply, timeoutMs: number): void {
  const intervalMs = timeoutMs / 2;
  const minProgressBytes = (minBytesPerSecond * intervalMs) / 1000;
  let receivedBytes = body.socket.bytesRead;
  let stalledIntervals = 0;
  const timer = setInterval(() => {
    const progressBytes = body.socket.bytesRead - receivedBytes;
    receivedBytes += progressBytes;
    // Bytes that wait in the buffer mean that the gateway does not read at present.
    const isStalled = !body.complete && body.readableLength === 0 && progressBytes < minProgressBytes;
    stalledIntervals = isStalled ? stalledIntervals + 1 : 0;
    if (stalledIntervals === 2) sendProblem(reply, createSlowBodyProblem());
  }, intervalMs);
  reply.raw.once('close', () => clearInterval(timer));
}
