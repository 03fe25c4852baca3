import type { FastifyInstance } from 'fastify';
import { getContractValidators } from './contract/contract-validators.js';
import type { SandboxAddresses, ControlDependencies } from './control/control-routes.js';
import { createCounters, resetCounters } from './control/counters.js';
import { Deviations } from './control/deviations.js';
import { FaultInjector } from './control/fault-injector.js';
import { Ledger } from './control/ledger.js';
import { SandboxAppTokens } from './credentials/app-tokens.js';
import { Authenticator } from './credentials/authenticator.js';
import { SandboxSessions } from './credentials/sessions.js';
import { AuthorizationCodes } from './identity-provider/authorization-codes.js';
import type { SignInUser } from './identity-provider/sign-in-page.js';
import { openSession, sessionHandlers, type SessionDependencies } from './operations/session.js';
import type { SandboxOptions } from './options.js';
import { createApp } from './server/app.js';
import { CallHandler } from './server/call-handler.js';
import type { DriveBackend, UserSummary } from './state/drive-backend.js';
import { TenantRole, UserStatus } from './state/organization/users.js';
import { VirtualClock } from './virtual-clock.js';

/** The objects that every module of one sandbox shares. */
export interface SandboxContext {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly counters: ReturnType<typeof createCounters>;
  readonly faultInjector: FaultInjector;
  readonly deviations: Deviations;
  readonly ledger: Ledger;
}

export function createSandboxContext(options: SandboxOptions): SandboxContext {
  const clock = new VirtualClock();
  return {
    options,
    clock,
    counters: createCounters(),
    faultInjector: new FaultInjector(clock, options.seed),
    deviations: new Deviations(options.deviationSeed),
    ledger: new Ledger(options.ledgerSize),
  };
}

/** The server of the API before it listens, and the dependencies of its control API. */
export interface SandboxServer {
  readonly app: FastifyInstance;
  readonly control: ControlDependencies;
}

export function createSandboxServer(
  context: SandboxContext,
  backend: DriveBackend,
  addresses: () => SandboxAddresses,
): SandboxServer {
  const { options, clock, counters, faultInjector, deviations, ledger } = context;
  const { users, tenant } = backend;
  const sessions = new SandboxSessions(clock, options.session, counters, options.onSecret);
  const appTokens = new SandboxAppTokens(clock, options.onSecret);
  const codes = new AuthorizationCodes(clock, options.onSecret);
  const session: SessionDependencies = {
    options,
    url: () => addresses().url,
    codes,
    sessions,
    counters,
    tenant,
    users,
  };
  const control: ControlDependencies = {
    ...context,
    addresses,
    users: () => users.list(),
    openSession: (userId) => (users.get(userId) ? openSession(session, userId) : undefined),
    reset: async () => {
      clock.reset();
      for (const store of [sessions, appTokens, codes, faultInjector, deviations, ledger]) store.clear();
      await backend.reset();
      resetCounters(counters);
    },
  };
  const app = createApp({
    control,
    authorize: { options, codes, users: () => users.list().map(toSignInUser) },
    appToken: { ...context, appTokens },
    calls: new CallHandler({
      ...context,
      ...getContractValidators(),
      authenticator: new Authenticator({
        options,
        clock,
        sessions,
        appTokens,
        isUserEnabled: (userId) => isEnabled(users.get(userId)),
      }),
      handlers: { ...backend.handlers, ...sessionHandlers(session) },
    }),
  });
  return { app, control };
}

function isEnabled(user: UserSummary | undefined): boolean {
  return user?.status === UserStatus.enabled;
}

/** Names of the roles in facts/organization.md. */
const roleNames: Readonly<Record<number, string>> = {
  [TenantRole.departmentAdministrator]: 'Department administrator',
  [TenantRole.common]: 'User',
  [TenantRole.systemAdministrator]: 'System administrator',
  [TenantRole.driveAdministrator]: 'Drive administrator',
};

function toSignInUser(user: UserSummary): SignInUser {
  const { userId, name, role } = user;
  return { userId, name, role: roleNames[role] ?? 'User', enabled: isEnabled(user) };
}
