/** The upper bound: Fastify without any other code. It sends bytes from memory. */
import Fastify from 'fastify';
import { readFileSync } from 'node:fs';
import { cachedResponseFile, listenPort } from '../target-environment.js';

const cachedBytes = readFileSync(cachedResponseFile);
const app = Fastify();
app.get('/cached', (_request, reply) =>
  reply.header('content-type', 'application/json; charset=utf-8').send(cachedBytes),
);
await app.listen({ port: listenPort, host: '127.0.0.1' });
