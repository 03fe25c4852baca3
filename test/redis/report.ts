import { type CallKind, type Failure } from './calls.js';
import { listViolations, type ScenarioResult } from './run-scenario.js';

const columns = [
  'scenario',
  'calls',
  'failures',
  'doubled',
  'missing',
  'stale',
  'revived',
  'stuck',
  'mints',
  'back after',
  'flaps',
  'told',
  'verdict',
];

export function formatTable(results: readonly ScenarioResult[]): string {
  return [formatCells(columns), formatCells(columns.map(() => '---')), ...results.map(formatRow)].join('\n');
}

export function formatRow(result: ScenarioResult): string {
  const { scenario, calls, failures, doubled, missing, revived, stuck, mints, backAfterMs, flaps, told } = result;
  return formatCells([
    scenario.name,
    String(calls),
    formatFailures(failures),
    String(doubled),
    String(missing),
    formatStale(result),
    String(revived),
    stuck.length === 0 ? '0' : `${stuck.length} (${[...new Set(stuck)].join(', ')})`,
    String(mints),
    backAfterMs === undefined ? 'not back' : `${(backAfterMs / 1_000).toFixed(1)} s`,
    String(flaps),
    told.join(', ') || '-',
    listViolations(result).join('; ') || 'as promised',
  ]);
}

const formatCells = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Such as `keyed write 503 store-unavailable: 12`. */
export function formatFailures(failures: readonly Failure[]): string {
  const counts = new Map<string, number>();
  for (const { kind, status, code } of failures) {
    const name = `${formatKind(kind)} ${status || 'no response'} ${code}`.trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name}: ${count}`).join(', ') || '0';
}

const formatKind = (kind: CallKind): string => (kind === 'keyed write' ? 'key' : kind);

function formatStale({ staleReads }: ScenarioResult): string {
  if (staleReads.length === 0) return '0';
  const oldestMs = Math.max(...staleReads.map(({ ageMs }) => ageMs));
  return `${staleReads.length} (max ${(oldestMs / 1_000).toFixed(1)} s)`;
}
