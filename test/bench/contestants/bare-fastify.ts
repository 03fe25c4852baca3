/** The ceiling: Fastify and nothing else, sending bytes that it keeps. */
import Fastify from 'fastify';
import { readFileSync } from 'node:fs';
import { keptBytesFile, port } from '../listen.js';

const kept = readFileSync(keptBytesFile);
const app = Fastify();
app.get('/kept', (_request, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(kept));
await app.listen({ port, host: '127.0.0.1' });
