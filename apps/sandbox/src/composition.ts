import type { FastifyInstance } from 'fastify';
import { contractJudges } from './contract/judges.js';
import type { Addresses, ControlParts } from './control/control-routes.js';
import { createCounters, resetCounters } from './control/counters.js';
import { Faults } from './control/faults.js';
import { Ledger } from './control/ledger.js';
import { AppTokens } from './credentials/app-tokens.js';
import { Judge } from './credentials/judge.js';
import { Sessions } from './credentials/sessions.js';
import { AuthorizationCodes } from './identity-provider/authorization-codes.js';
import type { Person } from './identity-provider/sign-in-page.js';
import { openSession, sessionHandlers, type SessionParts } from './operations/session.js';
import type { SandboxOptions } from './options.js';
import { createApp } from './server/app.js';
import { CallHandler } from './server/call-handler.js';
import type { State, UserSummary } from './state/state.js';
import { VirtualClock } from './time.js';

/** What every part of a sandbox shares. */
export interface Ground {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly counters: ReturnType<typeof createCounters>;
  readonly faults: Faults;
  readonly ledger: Ledger;
}

export function createGround(options: SandboxOptions): Ground {
  const clock = new VirtualClock();
  return {
    options,
    clock,
    counters: createCounters(),
    faults: new Faults(clock, options.seed),
    ledger: new Ledger(options.ledgerSize),
  };
}

/** The server of the API with all its parts, not yet listening, and what the control API can do. */
export interface Composition {
  readonly app: FastifyInstance;
  readonly control: ControlParts;
}

export function compose(ground: Ground, state: State, addresses: () => Addresses): Composition {
  const { options, clock, counters, faults, ledger } = ground;
  const { users, tenant } = state;
  const sessions = new Sessions(clock, options.session, counters, options.onSecret);
  const appTokens = new AppTokens(clock, options.onSecret);
  const codes = new AuthorizationCodes(clock, options.onSecret);
  const session: SessionParts = { options, url: () => addresses().url, codes, sessions, counters, tenant, users };
  const control: ControlParts = {
    ...ground,
    addresses,
    users: () => users.list(),
    openSession: (userId) => (users.get(userId) ? openSession(session, userId) : undefined),
    reset: async () => {
      clock.reset();
      for (const part of [sessions, appTokens, codes, faults, ledger]) part.clear();
      await state.reset();
      resetCounters(counters);
    },
  };
  const app = createApp({
    control,
    authorize: { options, codes, people: () => users.list().map(toPerson) },
    appToken: { ...ground, appTokens },
    calls: new CallHandler({
      ...ground,
      ...contractJudges(),
      judge: new Judge({ options, clock, sessions, appTokens, mayCall: (userId) => isEnabled(users.get(userId)) }),
      handlers: { ...state.handlers, ...sessionHandlers(session) },
    }),
  });
  return { app, control };
}

function isEnabled(user: UserSummary | undefined): boolean {
  return user?.status === 0;
}

/** Names of the roles of facts/organization.md. */
const ROLE_NAMES: Readonly<Record<number, string>> = {
  0: 'Department administrator',
  1: 'User',
  2: 'System administrator',
  3: 'Drive administrator',
};

function toPerson(user: UserSummary): Person {
  const { userId, name, role } = user;
  return { userId, name, role: ROLE_NAMES[role] ?? 'User', enabled: isEnabled(user) };
}
