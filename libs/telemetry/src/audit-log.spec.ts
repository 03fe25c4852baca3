import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditEntry, auditEventDescriptions, AuditLog } from './audit-log.js';
import { openAuditStream } from './audit-stream.js';

function writeEntries(...entries: readonly AuditEntry[]): string {
  let text = '';
  const audit = new AuditLog({ write: (line) => (text += line) }, { now: () => 0 });
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
      target: { spaceId: '900719925474099312' },
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

  it('truncates long texts and long lists of targets', () => {
    const long = 'x'.repeat(100_000);
    const target = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`id${index}`, long]));
    expect(writeEntries({ ...entry, caller: long, target }).length).toBeLessThan(7000);
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
    const fields = ['time', 'event', 'outcome', 'reason', 'traceId', 'caller', 'owner', 'user', 'method', 'route'];
    for (const field of [...fields, 'target', 'address']) expect(page).toMatch(new RegExp(`\\| \`${field}\` +\\|`));
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
