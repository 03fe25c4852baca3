import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, createGround, type Ground } from './composition.js';
import type { Addresses } from './control/control-routes.js';
import type { Counters } from './control/counters.js';
import type { Faults } from './control/faults.js';
import type { LedgerEntry } from './control/ledger.js';
import { APP_TOKEN_PATH } from './identity-provider/app-token-endpoint.js';
import type { OpenedSession } from './operations/session.js';
import { completeOptions, type SandboxOptions, type SandboxSettings } from './options.js';
import { listenForObjects, originOf } from './server/listening.js';
import { createState } from './state/create-state.js';
import type { UserSummary } from './state/state.js';
import type { VirtualClock } from './time.js';

/** A running sandbox. */
export interface Sandbox extends Addresses {
  readonly options: SandboxOptions;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  /** The users there are, the seeded ones first. */
  readonly users: () => readonly UserSummary[];
  /** The counters as they are now. */
  readonly counters: () => Counters;
  /** The calls seen after number `after`, oldest first. */
  readonly ledger: (after?: number) => readonly LedgerEntry[];
  /** What createSession answers as `data`, without the sign-in page. Throws when there is no such user. */
  readonly openSession: (userId: string) => OpenedSession;
  /** Back to the beginning: seed data, real time, no sessions, no faults, nothing counted. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a KooDrive with an object store and an identity provider on this machine. Rejects when a port is taken. */
export async function startSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const options = completeOptions(settings);
  const ground = createGround(options);
  const opened: (() => Promise<void>)[] = [() => closeClock(ground)];
  const close = async (): Promise<void> => {
    for (const closeOne of opened.splice(0).reverse()) await closeOne();
  };
  try {
    return { ...(await open(ground, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is opened here is closed by `opened`, last first. */
async function open(ground: Ground, opened: (() => Promise<void>)[]): Promise<Omit<Sandbox, 'close'>> {
  const { options, clock, counters, faults, ledger } = ground;
  const folder = await openDataFolder(options.dataFolder);
  opened.push(folder.close);
  const objects = await listenForObjects(options);
  opened.push(objects.close);
  const state = createState({
    clock,
    objectStoreUrl: objects.url,
    dataFolder: folder.path,
    seed: options.seed,
    onSecret: options.onSecret,
    jobs: options.jobs,
    ...options.drive,
    deliver: (call, response, commit) => faults.apply(call, response, commit),
    counters: counters.objectStore,
  });
  opened.push(() => state.close());
  objects.server.on('request', state.objectStore);
  let addresses: Addresses = { url: '', objectStoreUrl: objects.url, appTokenUrl: '' };
  const { app, control } = compose(ground, state, () => addresses);
  opened.push(() => app.close());
  await app.listen({ host: options.host, port: options.port });
  const url = originOf(app.server, options);
  addresses = { url, objectStoreUrl: objects.url, appTokenUrl: `${url}${APP_TOKEN_PATH}` };
  return {
    ...addresses,
    options,
    clock,
    faults,
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

async function closeClock({ clock }: Ground): Promise<void> {
  clock.reset();
}

/** The folder for bytes: the one that was asked for, or a temporary one that goes away at the end. */
async function openDataFolder(
  wanted: string | undefined,
): Promise<{ readonly path: string; readonly close: () => Promise<void> }> {
  if (wanted !== undefined) {
    await mkdir(wanted, { recursive: true });
    return { path: wanted, close: async () => undefined };
  }
  const path = await mkdtemp(join(tmpdir(), 'koodrive-sandbox-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}
