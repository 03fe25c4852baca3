import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type GrantedScope,
  isGrantedScope,
  issueApiKey,
  type KeyRecord,
  ownerForm,
  readKeyFile,
  revokeApiKey,
  scopeNames,
  userIdForm,
} from '#callers';
import { apiKeysFile } from '#config';

const usage = `Usage:
  keys create --owner NAME --scopes 'files:read,...' | '*' [--user USER_ID] [--expires DATE]
  keys list
  keys revoke ID

create  prints the key alone, this once. DATE is YYYY-MM-DD (good through that day, UTC) or an RFC 3339 time.
        USER_ID is the KooDrive user that the key acts for by default.
scopes  ${scopeNames.join(', ')}
`;

/** The command was called wrongly: exit 2. Anything else that goes wrong is exit 1. */
class UsageError extends Error {}

export interface KeysCommandIo {
  /** File of API keys. */
  readonly file: string;
  readonly now: number;
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command and gives its exit code. */
export async function runKeys(args: readonly string[], io: KeysCommandIo): Promise<number> {
  try {
    await command(args, io);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.err(error instanceof UsageError ? `${message}\n\n${usage}` : `${message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function command([name, ...rest]: readonly string[], io: KeysCommandIo): Promise<void> | void {
  switch (name) {
    case 'create':
      return create(rest, io);
    case 'list':
      return list(rest, io);
    case 'revoke':
      return revoke(rest, io);
    case 'help':
    case '--help':
      return io.out(usage);
    default:
      throw new UsageError(name === undefined ? 'Say what to do.' : `There is no command ${quoted(name)}.`);
  }
}

async function create(args: readonly string[], io: KeysCommandIo): Promise<void> {
  const options = {
    owner: { type: 'string' },
    scopes: { type: 'string' },
    user: { type: 'string' },
    expires: { type: 'string' },
  } as const;
  const { values } = asUsage(() => parseArgs({ args: [...args], options, strict: true }));
  const order = {
    owner: ownerOf(values.owner),
    scopes: scopesOf(values.scopes),
    userId: userOf(values.user),
    expiresAt: values.expires === undefined ? undefined : expiryOf(values.expires, io.now),
  };
  const { text } = await issueApiKey(io.file, order, io.now);
  io.out(`${text}\n`);
}

async function list(args: readonly string[], io: KeysCommandIo): Promise<void> {
  asUsage(() => parseArgs({ args: [...args], options: {}, strict: true }));
  const records = await readKeyFile(io.file);
  const header = ['ID', 'OWNER', 'SCOPES', 'USER', 'CREATED', 'EXPIRES', 'STATE'];
  io.out(table([header, ...records.map((record) => row(record, io.now))]));
}

async function revoke(args: readonly string[], io: KeysCommandIo): Promise<void> {
  const { positionals } = asUsage(() =>
    parseArgs({ args: [...args], options: {}, strict: true, allowPositionals: true }),
  );
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError('Name one key by its ID (see: keys list).');
  if (!(await revokeApiKey(io.file, id, io.now))) throw new UsageError(`There is no key ${quoted(id)}.`);
  io.out(`revoked ${id}\n`);
}

function ownerOf(owner: string | undefined): string {
  if (owner === undefined) throw new UsageError('--owner is missing: say who answers for the key.');
  if (!ownerForm.test(owner)) throw new UsageError('--owner must be 1 to 100 printable characters.');
  return owner;
}

function scopesOf(text: string | undefined): readonly GrantedScope[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  if (text === undefined || names.includes('')) {
    throw new UsageError("--scopes must be a comma list such as 'files:read,spaces:read', or '*'.");
  }
  const unknown = names.filter((name) => !isGrantedScope(name));
  if (unknown.length > 0) throw new UsageError(`Unknown scope: ${unknown.map(quoted).join(', ')}.`);
  return names.filter(isGrantedScope);
}

function userOf(user: string | undefined): string | undefined {
  if (user !== undefined && !userIdForm.test(user)) {
    throw new UsageError('--user must be a KooDrive user id: 1 to 64 of the characters A-Z a-z 0-9 _ -');
  }
  return user;
}

function expiryOf(text: string, now: number): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const date = new Date(day ? `${text}T23:59:59.999Z` : text);
  // Date.parse takes 2027-02-31 for the third of March.
  const calendar = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const real = !Number.isNaN(calendar.getTime()) && calendar.toISOString().startsWith(text.slice(0, 10));
  if ((!day && !time) || !real || Number.isNaN(date.getTime())) {
    throw new UsageError('--expires must be a day (2027-01-31) or an RFC 3339 time (2027-01-31T12:00:00Z).');
  }
  if (date.getTime() <= now) throw new UsageError('--expires lies in the past.');
  return date;
}

function row(record: KeyRecord, now: number): string[] {
  const expired = record.expiresAt !== undefined && Date.parse(record.expiresAt) <= now;
  const state = record.revokedAt !== undefined ? 'revoked' : expired ? 'expired' : 'alive';
  const { id, owner, scopes, userId = '-', createdAt, expiresAt = '-' } = record;
  return [id, owner, scopes.join(','), userId, createdAt, expiresAt, state];
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function asUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** For a terminal: what the caller typed may hold control characters. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runKeys(process.argv.slice(2), {
    file: apiKeysFile(),
    now: Date.now(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}
