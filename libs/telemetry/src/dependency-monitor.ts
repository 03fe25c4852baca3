import type { Logger } from 'pino';

/** The dependencies of a gateway, as they are named in the log, at `/ready` and as a label of `dependency_up`. */
export const dependencyNames = [
  'store',
  'cacheStore',
  'koodrive',
  'objectStore',
  'tokenEndpoint',
  'tokenIssuer',
  'openIdProvider',
] as const;
export type DependencyName = (typeof dependencyNames)[number];

/** Why a dependency does not work. */
export interface DependencyFailure {
  /** A word of a short list, such as `refused` or `timeout`: `/ready` shows it to everybody. */
  readonly reason: string;
  /** For the log only: an error code, and what helps. No secret and no text of the dependency. */
  readonly detail?: string;
}

export interface DependencyState {
  readonly name: DependencyName;
  readonly state: 'up' | 'down';
  /** Why it is down. */
  readonly reason?: string;
}

/** Reports how the uses of one dependency went. */
export interface DependencyReporter {
  /** @param capability what was used, such as `writes` of a store that still can be read */
  reportSuccess(capability: string): void;
  /** @param failuresUntilDown how many failures in a row begin a trouble: more than 1 for a failure that may be chance */
  reportFailure(capability: string, failure: DependencyFailure, failuresUntilDown?: number): void;
}

interface Capability {
  failuresInARow: number;
  /** When the trouble began, on the monotonic clock; undefined while there is none. */
  downSince: number | undefined;
  failure: DependencyFailure | undefined;
  /** Each reason is logged once for each trouble, however often they alternate. */
  readonly loggedReasons: Set<string>;
  endTimer: NodeJS.Timeout | undefined;
}

/** A trouble ends when a success was followed by no failure for this time. */
const quietMs = 1_000;

/**
 * The state of each dependency, from what its uses report. The log tells once when a trouble begins and why, and once
 * when it ends and how long it took. A trouble belongs to a capability: a store that can be read may reject writes.
 */
export class DependencyMonitor {
  private readonly capabilities = new Map<DependencyName, Map<string, Capability>>();

  constructor(private readonly logger: Pick<Logger, 'warn' | 'info'>) {}

  /** Adds a dependency, which counts as working until a use reports otherwise. */
  watch(name: DependencyName): DependencyReporter {
    const capabilities = this.capabilities.get(name) ?? new Map<string, Capability>();
    this.capabilities.set(name, capabilities);
    return {
      reportSuccess: (capability) => {
        const state = capabilities.get(capability);
        if (state) this.recordSuccess(name, capability, state);
      },
      reportFailure: (capability, failure, failuresUntilDown = 1) => {
        const state = capabilities.get(capability) ?? createCapability();
        capabilities.set(capability, state);
        this.recordFailure(name, capability, state, failure, failuresUntilDown);
      },
    };
  }

  /** In the order in which they were added. */
  get states(): readonly DependencyState[] {
    return [...this.capabilities.keys()].map((name) => this.getState(name));
  }

  getState(name: DependencyName): DependencyState {
    const down = [...(this.capabilities.get(name)?.values() ?? [])].find(({ downSince }) => downSince !== undefined);
    return down ? { name, state: 'down', reason: down.failure?.reason } : { name, state: 'up' };
  }

  close(): void {
    for (const capabilities of this.capabilities.values()) {
      for (const { endTimer } of capabilities.values()) clearTimeout(endTimer);
    }
  }

  private recordFailure(
    dependency: DependencyName,
    capability: string,
    state: Capability,
    failure: DependencyFailure,
    failuresUntilDown: number,
  ): void {
    clearTimeout(state.endTimer);
    state.endTimer = undefined;
    state.failuresInARow += 1;
    state.failure = failure;
    if (state.downSince === undefined && state.failuresInARow < failuresUntilDown) return;
    state.downSince ??= performance.now();
    if (state.loggedReasons.has(failure.reason)) return;
    state.loggedReasons.add(failure.reason);
    this.logger.warn({ dependency, capability, ...failure }, 'a dependency does not work');
  }

  private recordSuccess(dependency: DependencyName, capability: string, state: Capability): void {
    state.failuresInARow = 0;
    if (state.downSince === undefined) return;
    state.endTimer ??= setTimeout(() => {
      const downMs = Math.round(performance.now() - (state.downSince ?? 0));
      Object.assign(state, { downSince: undefined, failure: undefined, endTimer: undefined });
      state.loggedReasons.clear();
      this.logger.info({ dependency, capability, downMs }, 'a dependency works again');
    }, quietMs).unref();
  }
}

const createCapability = (): Capability => ({
  failuresInARow: 0,
  downSince: undefined,
  failure: undefined,
  loggedReasons: new Set(),
  endTimer: undefined,
});
