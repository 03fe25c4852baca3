import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTransfer } from '../endpoint.js';

/** Bytes that a caller must read within the time. One that reads less only holds the connection and the response. */
const minReadBytes = 16 * 1024;
/** Checks within `timeoutMs`. */
const checkCount = 4;

/** The state of a connection when its caller last read enough. */
interface Progress {
  readonly deliveredBytes: number;
  readonly checks: number;
}

export interface UnreadResponseOptions {
  /** Time for responses that are in the memory of this process. */
  readonly timeoutMs: number;
  /**
   * Time for the bytes of files. The buffers of a proxy on a fast network take megabytes and then nothing for a long time, while
   * its caller reads all the time; and only little of a file is in the memory of this process.
   */
  readonly transferTimeoutMs: number;
  /** Called with the number of connections that a check has closed. */
  readonly onClosed: (count: number) => void;
}

/**
 * Closes connections with unsent bytes whose caller reads next to nothing of them: responses of any kind that would stay in
 * memory, and downloads with their connection to the object store. One timer checks all connections, so that requests cost
 * nothing.
 */
export function closeUnreadResponses(fastify: FastifyInstance, options: UnreadResponseOptions): void {
  const { server } = fastify;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const isTransferring = watchTransfers(fastify);
  const intervalMs = options.timeoutMs / checkCount;
  const transferCheckCount = Math.ceil(options.transferTimeoutMs / intervalMs);
  const progressBySocket = new WeakMap<Socket, Progress>();
  const timer = setInterval(() => {
    let closedCount = 0;
    for (const socket of sockets) {
      const progress = checkProgress(socket, progressBySocket.get(socket));
      if (!progress) progressBySocket.delete(socket);
      else if (progress.checks <= (isTransferring(socket) ? transferCheckCount : checkCount))
        progressBySocket.set(socket, progress);
      else {
        socket.destroy();
        closedCount += 1;
      }
    }
    if (closedCount > 0) options.onClosed(closedCount);
  }, intervalMs).unref();
  fastify.addHook('onClose', (_fastify, done) => {
    clearInterval(timer);
    done();
  });
}

/** @returns whether bytes of a file are being sent on a connection */
function watchTransfers(fastify: FastifyInstance): (socket: Socket) => boolean {
  const lastTransfers = new WeakMap<Socket, FastifyReply['raw']>();
  fastify.addHook('onRoute', (route) => {
    if (!route.config?.endpoint || !isTransfer(route.config.endpoint)) return;
    route.onRequest = ({ raw }: FastifyRequest, reply: FastifyReply, done: () => void) => {
      lastTransfers.set(raw.socket, reply.raw);
      done();
    };
  });
  // A response is destroyed when it has been sent, too.
  return (socket) => lastTransfers.get(socket)?.destroyed === false;
}

/** @returns undefined where nothing is unsent: then the gateway has nothing to send, or the caller has read it all */
function checkProgress(socket: Socket, last: Progress | undefined): Progress | undefined {
  if (socket.writableLength === 0) return undefined;
  const deliveredBytes = socket.bytesWritten - countQueuedBytes(socket);
  if (!last || deliveredBytes - last.deliveredBytes >= minReadBytes) return { deliveredBytes, checks: 1 };
  return { ...last, checks: last.checks + 1 };
}

/**
 * Bytes that the system has not taken. `bytesWritten` counts a response of many MiB as written at once. Node itself decides by
 * this property of the handle whether a socket is idle (`socket.setTimeout`), and has no public name for it.
 */
function countQueuedBytes(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { readonly _handle?: { readonly writeQueueSize?: number } };
  return handle?.writeQueueSize ?? 0;
}
