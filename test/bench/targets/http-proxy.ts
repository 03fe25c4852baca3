/** A plain proxy: @fastify/http-proxy as its README starts it. */
import proxy from '@fastify/http-proxy';
import Fastify from 'fastify';
import { listenPort, upstreamUrl } from '../target-environment.js';

const app = Fastify();
await app.register(proxy, { upstream: upstreamUrl });
await app.listen({ port: listenPort, host: '127.0.0.1' });
