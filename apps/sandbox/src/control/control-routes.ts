import type { ErrorObject } from 'ajv/dist/2020.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { describeErrors } from '../contract/ajv.js';
import type { OpenedSession } from '../operations/session.js';
import type { SandboxOptions } from '../options.js';
import type { UserSummary } from '../state/drive-backend.js';
import type { VirtualClock } from '../virtual-clock.js';
import { controlChallenges, hasControlToken } from './control-token.js';
import type { SandboxCounters } from './counters.js';
import type { Deviations, DeviationSettings } from './deviations.js';
import type { FaultSettings } from './fault-rule.js';
import type { FaultInjector } from './fault-injector.js';
import type { Ledger } from './ledger.js';
import {
  clockSchema,
  compileInputSchema,
  createSessionSchema,
  deviationSchema,
  faultSchema,
  ledgerQuerySchema,
} from './schemas.js';

/** The addresses of a sandbox. */
export interface SandboxAddresses {
  /** Origin of the API, the sign-in page and the control API. */
  readonly url: string;
  readonly objectStoreUrl: string;
  readonly appTokenUrl: string;
}

export interface ControlDependencies {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly faultInjector: FaultInjector;
  readonly deviations: Deviations;
  readonly ledger: Ledger;
  readonly counters: SandboxCounters;
  readonly addresses: () => SandboxAddresses;
  readonly users: () => readonly UserSummary[];
  /** Opens a KooDrive session without the sign-in page. Returns undefined when the user does not exist. */
  readonly openSession: (userId: string) => OpenedSession | undefined;
  readonly reset: () => Promise<void>;
}

const controlPrefix = '/_sandbox';

/** For health checks, which have no token: it tells nothing but that the sandbox runs. */
export function registerHealthRoute(app: FastifyInstance): void {
  app.get(`${controlPrefix}/health`, () => ({ status: 'ok' }));
}

/**
 * The control API: faults, ledger, counters, clock, reset, KooDrive sessions. Not part of KooDrive's API. It lets its
 * caller act as any user, so every route requires the control token.
 */
export function registerControlRoutes(app: FastifyInstance, dependencies: ControlDependencies): void {
  const { controlToken } = dependencies.options;
  app.addHook('onRequest', async (request, reply) => {
    if (hasControlToken(request.headers.authorization, controlToken)) return undefined;
    return sendError(reply.header('www-authenticate', controlChallenges), 401, 'the control token is missing or wrong');
  });
  app.setValidatorCompiler(compileInputSchema);
  app.setSchemaErrorFormatter((errors, part) => new Error(describeErrors(part, errors as ErrorObject[]).join('; ')));
  app.get(controlPrefix, () => describeSandbox(dependencies));
  app.get(`${controlPrefix}/counters`, () => dependencies.counters);
  app.get(`${controlPrefix}/ledger`, { schema: { querystring: ledgerQuerySchema } }, (request) => {
    const { after, limit } = request.query as { after: number; limit: number };
    return dependencies.ledger.read(after, limit);
  });
  app.post(`${controlPrefix}/reset`, async () => {
    await dependencies.reset();
    return { reset: true };
  });
  app.post(`${controlPrefix}/sessions`, { schema: { body: createSessionSchema } }, (request, reply) => {
    const session = dependencies.openSession((request.body as { userId: string }).userId);
    return session ?? sendError(reply, 404, 'there is no such user');
  });
  registerFaultRoutes(app, dependencies);
  registerDeviationRoutes(app, dependencies);
  registerClockRoutes(app, dependencies);
  app.all(`${controlPrefix}/*`, (_request, reply) =>
    sendError(reply, 404, `the control API is listed at ${controlPrefix}`),
  );
}

function registerFaultRoutes(app: FastifyInstance, { faultInjector }: ControlDependencies): void {
  const path = `${controlPrefix}/faults`;
  app.get(path, () => ({ faults: faultInjector.list() }));
  app.post(path, { schema: { body: faultSchema } }, (request, reply) => {
    return reply.code(201).send(faultInjector.add(request.body as FaultSettings));
  });
  app.delete(path, (_request, reply) => {
    faultInjector.clear();
    return reply.code(204).send();
  });
}

function registerDeviationRoutes(app: FastifyInstance, { deviations }: ControlDependencies): void {
  const path = `${controlPrefix}/deviations`;
  app.get(path, () => deviations.describe());
  app.post(path, { schema: { body: deviationSchema } }, (request) => {
    deviations.start(request.body as DeviationSettings);
    return deviations.describe();
  });
  app.delete(path, (_request, reply) => {
    deviations.stop();
    return reply.code(204).send();
  });
}

function registerClockRoutes(app: FastifyInstance, { clock }: ControlDependencies): void {
  const path = `${controlPrefix}/clock`;
  const getState = () => ({ now: new Date(clock.now()).toISOString(), nowMs: clock.now() });
  app.get(path, getState);
  app.post(path, { schema: { body: clockSchema } }, (request, reply) => {
    const { advanceMs, now } = request.body as { advanceMs?: number; now?: string | number };
    if (advanceMs !== undefined) clock.advance(advanceMs);
    else if (now !== undefined) {
      const time = new Date(now).getTime();
      if (Number.isNaN(time))
        return sendError(reply, 400, 'now must be a time in ISO 8601, or milliseconds since 1970');
      clock.set(time);
    }
    return getState();
  });
}

function describeSandbox({ options, addresses, users, clock }: ControlDependencies) {
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
      'GET | POST | DELETE /_sandbox/deviations': 'a random deviation in each success: {seed, kinds, times, skip}',
      'GET | POST /_sandbox/clock': 'virtual time: {advanceMs} or {now}',
      'POST /_sandbox/sessions': 'a session of a user without the sign-in page: {userId}',
      'POST /_sandbox/reset': 'back to the beginning',
    },
  };
}

function sendError(reply: FastifyReply, status: number, error: string) {
  return reply.code(status).send({ error });
}
