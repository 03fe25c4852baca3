import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandboxServer, createSandboxContext, type SandboxContext } from './composition.js';
import type { SandboxAddresses } from './control/control-routes.js';
import type { SandboxCounters } from './control/counters.js';
import type { Deviations } from './control/deviations.js';
import type { FaultInjector } from './control/fault-injector.js';
import type { LedgerEntry } from './control/ledger.js';
import { createDriveBackend } from './create-drive-backend.js';
import { appTokenPath } from './identity-provider/app-token-endpoint.js';
import type { OpenedSession } from './operations/session.js';
import { completeOptions, type SandboxOptions, type SandboxSettings } from './options.js';
import { withCors } from './object-store/cors.js';
import { rejectForeignRequests } from './object-store/object-store.js';
import { createForeignRequestCheck } from './server/foreign-requests.js';
import { startObjectStoreServer, publicHostOf, publicOriginOf } from './server/listening-server.js';
import type { UserSummary } from './state/drive-backend.js';
import type { VirtualClock } from './virtual-clock.js';

/** A running sandbox. */
export interface Sandbox extends SandboxAddresses {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly faults: FaultInjector;
  readonly deviations: Deviations;
  /** All users, the seeded users first. */
  readonly users: () => readonly UserSummary[];
  /** A copy of the current counters. */
  readonly counters: () => SandboxCounters;
  /** The calls with a number above `after`, oldest first. */
  readonly ledger: (after?: number) => readonly LedgerEntry[];
  /**
   * Opens a KooDrive session without the sign-in page. Returns what createSession returns as `data`.
   * @throws Error when the user does not exist
   */
  readonly openSession: (userId: string) => OpenedSession;
  /** Restores the state after the start: seed data, real time, no KooDrive sessions, no faults, counters at 0. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a KooDrive, an object store and an identity provider on this machine. Rejects when a port is in use. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const options = completeOptions(settings);
  const context = createSandboxContext(options);
  const closers: (() => Promise<void>)[] = [async () => context.clock.reset()];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await startServers(context, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Adds a closer to `closers` for each resource that it opens. The caller runs them in reverse order. */
async function startServers(
  context: SandboxContext,
  closers: (() => Promise<void>)[],
): Promise<Omit<Sandbox, 'close'>> {
  const { options, clock, counters, faultInjector, deviations, ledger } = context;
  const folder = await openDataFolder(options.dataFolder);
  closers.push(folder.close);
  const objectStore = await startObjectStoreServer(options);
  closers.push(objectStore.close);
  const backend = createDriveBackend({
    clock,
    objectStoreUrl: objectStore.url,
    dataFolder: folder.path,
    seed: options.seed,
    onSecret: options.onSecret,
    jobs: options.jobs,
    ...options.drive,
    deliver: (call, response, commit) => faultInjector.apply(call, response, commit),
    counters: counters.objectStore,
  });
  closers.push(() => backend.close());
  const findForeignRequestError = createForeignRequestCheck(publicHostOf(options), { embeddable: true });
  const objectStoreListener = options.objectStoreCors ? withCors(backend.objectStore) : backend.objectStore;
  objectStore.server.on('request', rejectForeignRequests(findForeignRequestError, objectStoreListener));
  let addresses: SandboxAddresses = { url: '', objectStoreUrl: objectStore.url, appTokenUrl: '' };
  const { app, control } = createSandboxServer(context, backend, () => addresses);
  closers.push(() => app.close());
  await app.listen({ host: options.host, port: options.port });
  const url = publicOriginOf(app.server, options);
  addresses = { url, objectStoreUrl: objectStore.url, appTokenUrl: `${url}${appTokenPath}` };
  return {
    ...addresses,
    options,
    clock,
    faults: faultInjector,
    deviations,
    users: control.users,
    counters: () => structuredClone(counters),
    ledger: (after = 0) => ledger.read(after, options.ledgerSize).entries,
    openSession: (userId) => {
      const session = control.openSession(userId);
      if (!session) throw new Error(`The sandbox has no user ${userId}.`);
      return session;
    },
    reset: control.reset,
  };
}

/** Creates the folder for bytes: `folder`, or a temporary one, which `close` removes. */
async function openDataFolder(
  folder: string | undefined,
): Promise<{ readonly path: string; readonly close: () => Promise<void> }> {
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true });
    return { path: folder, close: async () => undefined };
  }
  const path = await mkdtemp(join(tmpdir(), 'koodrive-sandbox-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
