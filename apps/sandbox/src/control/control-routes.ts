import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { OpenedSession } from '../operations/session.js';
import type { SandboxOptions } from '../options.js';
import type { UserSummary } from '../state/state.js';
import type { VirtualClock } from '../time.js';
import type { Counters } from './counters.js';
import type { FaultSettings } from './fault-rule.js';
import type { Faults } from './faults.js';
import type { Ledger } from './ledger.js';
import { clockSchema, faultSchema, ledgerQuerySchema, sessionSchema } from './schemas.js';

/** Where the parts of a sandbox listen. */
export interface Addresses {
  readonly url: string;
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
}

export interface ControlParts {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly counters: Counters;
  readonly addresses: () => Addresses;
  readonly users: () => readonly UserSummary[];
  /** A session of a user without the sign-in page; undefined when there is no such user. */
  readonly openSession: (userId: string) => OpenedSession | undefined;
  readonly reset: () => Promise<void>;
}

const PREFIX = '/_sandbox';

/** The control API: faults, ledger, counters, clock, reset, sessions. Not part of KooDrive. */
export function controlRoutes(app: FastifyInstance, parts: ControlParts): void {
  const { controlToken } = parts.options;
  if (controlToken !== undefined)
    app.addHook('onRequest', async (request, reply) => {
      const given = request.headers['x-sandbox-token'];
      if (!same(typeof given === 'string' ? given : '', controlToken))
        return failure(reply, 401, 'x-sandbox-token is missing or wrong');
    });
  app.get(PREFIX, () => index(parts));
  app.get(`${PREFIX}/counters`, () => parts.counters);
  app.get(`${PREFIX}/ledger`, { schema: { querystring: ledgerQuerySchema } }, (request) => {
    const { after, limit } = request.query as { after: number; limit: number };
    return parts.ledger.read(after, limit);
  });
  app.post(`${PREFIX}/reset`, async () => {
    await parts.reset();
    return { reset: true };
  });
  app.post(`${PREFIX}/sessions`, { schema: { body: sessionSchema } }, (request, reply) => {
    const session = parts.openSession((request.body as { userId: string }).userId);
    return session ?? failure(reply, 404, 'there is no such user');
  });
  faultRoutes(app, parts);
  clockRoutes(app, parts);
  app.all(`${PREFIX}/*`, (_request, reply) => failure(reply, 404, `the control API is listed at ${PREFIX}`));
}

function faultRoutes(app: FastifyInstance, { faults }: ControlParts): void {
  const path = `${PREFIX}/faults`;
  app.get(path, () => ({ faults: faults.list() }));
  app.post(path, { schema: { body: faultSchema } }, (request, reply) => {
    return reply.code(201).send(faults.add(request.body as FaultSettings));
  });
  app.delete(path, (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}

function clockRoutes(app: FastifyInstance, { clock }: ControlParts): void {
  const path = `${PREFIX}/clock`;
  const state = () => ({ now: new Date(clock.now()).toISOString(), nowMs: clock.now() });
  app.get(path, state);
  app.post(path, { schema: { body: clockSchema } }, (request, reply) => {
    const { advanceMs, now } = request.body as { advanceMs?: number; now?: string | number };
    if (advanceMs !== undefined) clock.advance(advanceMs);
    else if (now !== undefined) {
      const time = new Date(now).getTime();
      if (Number.isNaN(time)) return failure(reply, 400, 'now must be a time in ISO 8601, or milliseconds since 1970');
      clock.set(time);
    }
    return state();
  });
}

function index({ options, addresses, users, clock }: ControlParts) {
  return {
    what: 'A KooDrive on this machine, for development and tests',
    now: new Date(clock.now()).toISOString(),
    addresses: addresses(),
    signIn: `${addresses().url}/identity/authorize`,
    credentials: { appId: options.appId, clientId: options.clientId },
    users: users(),
    control: {
      'GET /_sandbox/ledger?after=n&limit=': 'the calls that were seen',
      'GET /_sandbox/counters': 'sums of what was seen',
      'GET | POST | DELETE /_sandbox/faults': 'faults on demand: {match, effect, times, skip, probability}',
      'GET | POST /_sandbox/clock': 'virtual time: {advanceMs} or {now}',
      'POST /_sandbox/sessions': 'a session of a user without the sign-in page: {userId}',
      'POST /_sandbox/reset': 'back to the beginning',
    },
  };
}

function failure(reply: FastifyReply, status: number, error: string) {
  return reply.code(status).send({ error });
}

function same(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
