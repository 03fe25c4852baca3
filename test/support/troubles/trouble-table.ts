import type { DependencyState, OperatorView } from './operator-view.js';
import type { TroubleCause } from './trouble-cause.js';

/** What was told of each cause, printed as a Markdown table. */
export class TroubleTable {
  private readonly rows: string[] = [];

  /** @param states of the dependencies while they were down */
  add({ cause, variant }: TroubleCause, states: readonly (DependencyState | undefined)[], view: OperatorView): void {
    const name = variant === undefined ? cause : `${cause} (${variant})`;
    for (const state of states) {
      const { name: dependency = '', reason } = state ?? {};
      const begins = view
        .listBegins(dependency)
        .map((line) => [`${line.capability}: ${line.reason ?? ''}`, line.detail].filter(Boolean).join(', '));
      const ends = view.listEnds(dependency).map(({ capability, downMs = 0 }) => `${capability} after ${downMs} ms`);
      this.rows.push([name, dependency, begins.join('; '), reason, '0', ends.join('; ')].join(' | '));
    }
  }

  print(): void {
    const header = 'cause | dependency | log: begin | /ready: reason | dependency_up | log: end';
    const lines = [header, '--- | --- | --- | --- | --- | ---', ...this.rows];
    process.stderr.write(`\n${lines.map((line) => `| ${line} |`).join('\n')}\n`);
  }
}
