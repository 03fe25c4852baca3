import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AuditEntry,
  auditEventDescriptions,
  AuditLog,
  auditOutcomeDescriptions,
  type RejectionSource,
} from './audit-log.js';
import { openAuditStream } from './audit-stream.js';
import { maxRecordedRejections, maxRejectionKinds } from './rejection-counts.js';

function writeEntries(...entries: readonly AuditEntry[]): string {
  let text = '';
  const audit = new AuditLog({ write: (line) => (text += line) }, { clock: { now: () => 0 } });
  for (const entry of entries) audit.record(entry);
  return text;
}
const entry: AuditEntry = { event: 'acting-for', outcome: 'done' };

describe('The audit log', () => {
  it('writes one JSON line for each event', () => {
    const full: AuditEntry = {
      ...entry,
      reason: 'key-expired',
      traceId: 't',
      caller: 'api-key:a',
      owner: 'Reports',
      user: '42',
      method: 'GET',
      route: '/v1/spaces/:spaceId',
      target: { spaceId: '900719925474099312', permanently: true, fileIds: ['F1', 'F2'] },
      resultId: 'J1',
      address: '10.0.0.1',
    };
    const lines = writeEntries(full, entry).split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ time: '1970-01-01T00:00:00.000Z', ...full });
    expect(JSON.parse(lines[1] ?? '')).toEqual({ time: '1970-01-01T00:00:00.000Z', ...entry });
  });

  it.each([
    ['a line break', 'a\n{"event":"login"}'],
    ['a carriage return', 'a\rb'],
    ['an escape sequence', '\u001b[2J'],
    ['a C1 control', '\u009b2J\u0085'],
    ['a line separator', 'a\u2028b\u2029c'],
    ['text with reversed direction', '\u202egnp.exe'],
    ['a quote and a backslash', '","event":"login\\'],
    ['a lone surrogate', '\ud800'],
  ])('cannot be forged with %s', (_name, text) => {
    const line = writeEntries({ ...entry, owner: text, target: { [text]: text } });
    // eslint-disable-next-line no-control-regex
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
    expect(JSON.parse(line)).toMatchObject({ event: 'acting-for', owner: text, target: { [text]: text } });
  });

  it('truncates long texts', () => {
    const long = 'x'.repeat(100_000);
    const target = { spaceId: long, fileId: long };
    expect(writeEntries({ ...entry, caller: long, owner: long, target }).length).toBeLessThan(2000);
  });

  it('writes only the fields of its schema', () => {
    const entryWithSecret = { ...entry, token: 'c4n4ry' };
    expect(writeEntries(entryWithSecret)).not.toContain('c4n4ry');
  });

  it('has a description of each event and each field in docs/audit-log.md', () => {
    const page = readFileSync(new URL('../../../docs/audit-log.md', import.meta.url), 'utf8');
    for (const [event, description] of Object.entries(auditEventDescriptions)) {
      expect(page).toMatch(new RegExp(`\\| \`${event}\` +\\| ${description.replaceAll('.', '\\.')} +\\|`));
    }
    for (const [outcome, description] of Object.entries(auditOutcomeDescriptions)) {
      expect(page).toMatch(new RegExp(`\\| \`${outcome}\` +\\| ${description.replaceAll('.', '\\.')} +\\|`));
    }
    const fields = ['time', 'event', 'outcome', 'reason', 'part', 'traceId', 'caller', 'owner', 'user', 'method'];
    for (const field of [...fields, 'route', 'target', 'resultId', 'address', 'suppressed'])
      expect(page).toMatch(new RegExp(`\\| \`${field}\` +\\|`));
  });
});

interface AuditLine {
  readonly part?: string;
  readonly target: Record<string, unknown>;
}
const parseLines = (text: string): AuditLine[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AuditLine);

describe('S34: a target that does not fit into one line', () => {
  const longId = (index: number): string => String(index).padStart(128, 'x');

  it('is divided into lines of bounded length, with every id in one of them', () => {
    const fileIds = Array.from({ length: 1000 }, (_, index) => longId(index));
    const text = writeEntries({ ...entry, traceId: 't', target: { spaceId: 'S1', fileIds } });
    const lines = parseLines(text);
    expect(lines.flatMap(({ target }) => target.fileIds)).toEqual(fileIds);
    expect(lines.map(({ part }) => part)).toEqual(lines.map((_, index) => `${index + 1}/${lines.length}`));
    // Each line names the space too, so that it can be understood without the others.
    expect(lines.map(({ target }) => target.spaceId)).toEqual(lines.map(() => 'S1'));
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(4000);
  });

  it('keeps together what belongs together, such as a user and what the user was granted', () => {
    const grants = Array.from({ length: 200 }, (_, index) => ({
      userId: longId(index),
      capabilities: ['list', 'share'],
    }));
    const lines = parseLines(writeEntries({ ...entry, target: { grants, groupIds: ['G1'] } }));
    expect(lines.flatMap(({ target }) => target.grants ?? [])).toEqual(grants);
    expect(lines.at(-1)?.target.groupIds).toEqual(['G1']);
  });

  it('is one line without a part where it fits', () => {
    const lines = parseLines(writeEntries({ ...entry, target: { fileIds: ['F1'], userIds: [] } }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ target: { fileIds: ['F1'], userIds: [] } });
    expect(lines[0]).not.toHaveProperty('part');
  });

  it('cannot be forged by an entry of a list, which may be escaped to six times its length', () => {
    const text = '\u2028{"event":"login"}\n'.repeat(20);
    const lines = writeEntries({ ...entry, target: { names: Array.from({ length: 50 }, () => text) } })
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      expect(line).not.toContain('\u2028');
      expect(line.length).toBeLessThan(5000);
    }
    expect(parseLines(lines.join('\n')).flatMap(({ target }) => target.names)).toHaveLength(50);
  });
});

describe('S36: rejections in a flood', () => {
  const rejection = { event: 'caller-refused', reason: 'no-credential' } as const;
  let nowMs = 0;
  let suppressedEvents: string[] = [];
  let lines: Record<string, unknown>[] = [];
  let log: AuditLog;
  beforeEach(() => {
    [nowMs, suppressedEvents, lines] = [0, [], []];
    const stream = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
    log = new AuditLog(stream, { clock: { now: () => nowMs }, onSuppressed: (event) => suppressedEvents.push(event) });
  });
  afterEach(() => log.close());
  const refuse = (count: number, source: RejectionSource, fields: Partial<AuditEntry> = {}): void => {
    for (let call = 0; call < count; call += 1)
      log.recordRejection({ ...rejection, ...fields, traceId: `t${call}` }, source);
  };
  const findSummaries = (): Record<string, unknown>[] => lines.filter(({ suppressed }) => suppressed !== undefined);

  it('are recorded one by one at first, then as one line for each minute with their number', () => {
    refuse(1254, { address: '192.0.2.7' });
    expect(lines).toHaveLength(maxRecordedRejections);
    nowMs = 60_000;
    refuse(1, { address: '192.0.2.7' });
    expect(findSummaries()).toEqual([
      {
        time: '1970-01-01T00:01:00.000Z',
        ...rejection,
        outcome: 'refused',
        address: '192.0.2.7',
        suppressed: 1254 - maxRecordedRejections,
      },
    ]);
    expect(lines).toHaveLength(maxRecordedRejections + 2);
    expect(suppressedEvents).toHaveLength(1254 - maxRecordedRejections);
  });

  it('do not hide rejections of another network, of another reason, or of a known caller', () => {
    refuse(1000, { address: '192.0.2.7' });
    refuse(1, { address: '192.0.2.8' });
    refuse(1, { address: '192.0.2.7' }, { reason: 'unknown-key' });
    refuse(1, { caller: 'api-key:a' }, { event: 'scope-denied', reason: 'files:read' });
    expect(lines).toHaveLength(maxRecordedRejections + 3);
  });

  it('are written when the log is closed', () => {
    refuse(maxRecordedRejections + 5, { caller: 'api-key:a' });
    log.close();
    log.close();
    expect(findSummaries()).toMatchObject([{ caller: 'api-key:a', suppressed: 5 }]);
  });

  it('take bounded memory: beyond the limit, networks are counted together', () => {
    for (let network = 0; network < maxRejectionKinds + 500; network += 1) refuse(1, { address: `network ${network}` });
    log.close();
    expect(lines).toHaveLength(maxRejectionKinds + maxRecordedRejections + 1);
    expect(findSummaries()).toMatchObject([{ suppressed: 500 - maxRecordedRejections }]);
    expect(findSummaries()[0]).not.toHaveProperty('address');
  });
});

describe('openAuditStream', () => {
  it('appends to a file that only its owner can read, and writes everything before it closes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const file = join(folder, 'deep', 'audit.log');
    const errors: Error[] = [];
    for (const user of ['1', '2']) {
      const stream = openAuditStream(file, (error) => errors.push(error));
      new AuditLog(stream).record({ ...entry, user });
      stream.close();
    }
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { user: string }).user)).toEqual(['1', '2']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(errors).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('throws if the file cannot be opened', () => {
    expect(() => openAuditStream('/dev/null/audit.log', () => undefined)).toThrow();
  });

  it('writes on to the renamed file where it cannot open another one, and reports why', () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const [file, renamed] = [join(folder, 'audit.log'), join(folder, 'audit.log.1')];
    const errors: Error[] = [];
    const stream = openAuditStream(file, (error) => errors.push(error));
    renameSync(file, renamed);
    mkdirSync(file);
    stream.reopen();
    new AuditLog(stream).record({ ...entry, user: '3' });
    expect(errors.map((error) => (error as NodeJS.ErrnoException).code)).toContain('EISDIR');
    expect(readFileSync(renamed, 'utf8')).toContain('"user":"3"');
    stream.close();
    rmSync(folder, { recursive: true });
  });

  it('reports lines that it cannot write, and does not throw', () => {
    const errors: Error[] = [];
    const stream = openAuditStream('/dev/full', (error) => errors.push(error));
    const audit = new AuditLog(stream);
    const target = { id: 'x'.repeat(250) };
    for (let count = 0; count < 5000; count += 1) audit.record({ ...entry, target });
    expect(errors[0]).toMatchObject({ code: 'ENOSPC' });
    expect(errors.at(-1)?.message).toContain('dropped');
  });
});
