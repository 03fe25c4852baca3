import type { ServiceProcess } from '../processes.js';

/** What the log says of a dependency. */
export interface TroubleLine {
  /** As ISO 8601. */
  readonly time: string;
  readonly level: string;
  readonly msg: string;
  readonly dependency: string;
  readonly capability: string;
  /** Absent when the trouble ended. */
  readonly reason?: string;
  readonly detail?: string;
  readonly downMs?: number;
}

export interface DependencyState {
  readonly name: string;
  readonly state: 'up' | 'down';
  readonly reason?: string;
}

/** What an operator sees of a gateway process: its log without the lines of earlier troubles, `/ready` and `/metrics`. */
export class OperatorView {
  /** @param since the time of the first line */
  constructor(
    private readonly gateway: Pick<ServiceProcess, 'url' | 'output'>,
    private readonly since: Date,
  ) {}

  listBegins(dependency: string): readonly TroubleLine[] {
    return this.listLines(dependency).filter(({ msg }) => msg === 'a dependency does not work');
  }

  listEnds(dependency: string): readonly TroubleLine[] {
    return this.listLines(dependency).filter(({ msg }) => msg === 'a dependency works again');
  }

  /** The names of all dependencies that the log tells of. */
  listTroubled(): readonly string[] {
    return [...new Set(this.listLines().map(({ dependency }) => dependency))].sort();
  }

  async readReady(): Promise<{
    readonly httpStatus: number;
    readonly status: string;
    readonly dependencies: readonly DependencyState[];
  }> {
    const response = await this.fetch('/ready');
    return { httpStatus: response.status, ...((await response.json()) as { status: string; dependencies: [] }) };
  }

  async readState(dependency: string): Promise<DependencyState | undefined> {
    return (await this.readReady()).dependencies.find(({ name }) => name === dependency);
  }

  /** The value of `dependency_up`; undefined if there is no such metric. */
  async readMetric(dependency: string): Promise<string | undefined> {
    const text = await (await this.fetch('/metrics')).text();
    return new RegExp(`^dependency_up\\{dependency="${dependency}"\\} (.*)$`, 'm').exec(text)?.[1];
  }

  private listLines(dependency?: string): readonly TroubleLine[] {
    return this.gateway
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}') && line.includes('"dependency":'))
      .map((line) => JSON.parse(line) as TroubleLine)
      .filter(({ time }) => new Date(time) >= this.since)
      .filter((line) => dependency === undefined || line.dependency === dependency);
  }

  private fetch(path: string): Promise<Response> {
    return fetch(`${this.gateway.url}${path}`, { signal: AbortSignal.timeout(10_000) });
  }
}
