import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  type GrantedScope,
  isGrantedScope,
  issueApiKey,
  type ApiKeyRecord,
  printableNamePattern,
  readApiKeyFile,
  revokeApiKey,
  scopeNames,
} from '#callers';
import { loadApiKeysFilePath } from '#config';

/** KooDrive's ids of users are 64-bit integers; its contract has them as numbers in some places. */
const kooDriveUserIdPattern = /^[1-9]\d{0,18}$/;

const usage = `Usage:
  keys create --owner NAME --scopes 'files:read,...' | '*' [--user USER_ID] [--expires DATE]
  keys list
  keys revoke ID

create  prints only the key, and only once. DATE is YYYY-MM-DD (valid to the end of that day, UTC) or an RFC 3339 time.
        USER_ID is the KooDrive user that the key acts for by default.
scopes  ${scopeNames.join(', ')}
`;

/** The arguments are wrong: exit code 2. Every other error has exit code 1. */
class UsageError extends Error {}

export interface KeysCommandIo {
  /** File of API keys. */
  readonly apiKeysFilePath: string;
  readonly nowMs: number;
  writeOutput(text: string): void;
  writeError(text: string): void;
}

/** Runs the command. @returns the exit code: 0, 2 where the arguments are wrong, 1 for any other error */
export async function runKeys(args: readonly string[], io: KeysCommandIo): Promise<number> {
  try {
    await runCommand(args, io);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    io.writeError(error instanceof UsageError ? `${message}\n\n${usage}` : `${message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function runCommand([name, ...rest]: readonly string[], io: KeysCommandIo): Promise<void> | void {
  switch (name) {
    case 'create':
      return createKey(rest, io);
    case 'list':
      return listKeys(rest, io);
    case 'revoke':
      return revokeKey(rest, io);
    case 'help':
    case '--help':
      return io.writeOutput(usage);
    default:
      throw new UsageError(name === undefined ? 'A command is required.' : `There is no command ${quote(name)}.`);
  }
}

async function createKey(args: readonly string[], io: KeysCommandIo): Promise<void> {
  const options = {
    owner: { type: 'string' },
    scopes: { type: 'string' },
    user: { type: 'string' },
    expires: { type: 'string' },
  } as const;
  const { values } = rethrowAsUsageError(() => parseArgs({ args: [...args], options, strict: true }));
  const newKey = {
    owner: parseOwner(values.owner),
    scopes: parseScopes(values.scopes),
    userId: parseUserId(values.user),
    expiresAt: values.expires === undefined ? undefined : parseExpiry(values.expires, io.nowMs),
  };
  const { text } = await issueApiKey(io.apiKeysFilePath, newKey, io.nowMs);
  io.writeOutput(`${text}\n`);
}

async function listKeys(args: readonly string[], io: KeysCommandIo): Promise<void> {
  rethrowAsUsageError(() => parseArgs({ args: [...args], options: {}, strict: true }));
  const records = await readApiKeyFile(io.apiKeysFilePath);
  const header = ['ID', 'OWNER', 'SCOPES', 'USER', 'CREATED', 'EXPIRES', 'STATE'];
  io.writeOutput(formatTable([header, ...records.map((record) => formatRow(record, io.nowMs))]));
}

async function revokeKey(args: readonly string[], io: KeysCommandIo): Promise<void> {
  const { positionals } = rethrowAsUsageError(() =>
    parseArgs({ args: [...args], options: {}, strict: true, allowPositionals: true }),
  );
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) throw new UsageError('Give the ID of one key (see: keys list).');
  if (!(await revokeApiKey(io.apiKeysFilePath, id, io.nowMs))) throw new UsageError(`There is no key ${quote(id)}.`);
  io.writeOutput(`revoked ${id}\n`);
}

function parseOwner(owner: string | undefined): string {
  if (owner === undefined) throw new UsageError('--owner is missing: name who is responsible for the key.');
  if (!printableNamePattern.test(owner)) throw new UsageError('--owner must be 1 to 100 printable characters.');
  return owner;
}

function parseScopes(text: string | undefined): readonly GrantedScope[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  if (text === undefined || names.includes('')) {
    throw new UsageError("--scopes must be a comma-separated list such as 'files:read,spaces:read', or '*'.");
  }
  const unknownNames = names.filter((name) => !isGrantedScope(name));
  if (unknownNames.length > 0) throw new UsageError(`Unknown scope: ${unknownNames.map(quote).join(', ')}.`);
  return names.filter(isGrantedScope);
}

function parseUserId(user: string | undefined): string | undefined {
  if (user !== undefined && !kooDriveUserIdPattern.test(user)) {
    throw new UsageError('--user must be a KooDrive user id: 1 to 19 digits, such as 369528171409614001.');
  }
  return user;
}

function parseExpiry(text: string, nowMs: number): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const date = new Date(isDay ? `${text}T23:59:59.999Z` : text);
  // Date.parse accepts 2027-02-31 and returns March 3.
  const day = text.slice(0, 10);
  const dayStart = new Date(`${day}T00:00:00Z`);
  const dayExists = !Number.isNaN(dayStart.getTime()) && dayStart.toISOString().startsWith(day);
  if ((!isDay && !isTime) || !dayExists || Number.isNaN(date.getTime())) {
    throw new UsageError('--expires must be a day (2027-01-31) or an RFC 3339 time (2027-01-31T12:00:00Z).');
  }
  if (date.getTime() <= nowMs) throw new UsageError('--expires lies in the past.');
  return date;
}

function formatRow(record: ApiKeyRecord, nowMs: number): string[] {
  const expired = record.expiresAt !== undefined && Date.parse(record.expiresAt) <= nowMs;
  const state = record.revokedAt !== undefined ? 'revoked' : expired ? 'expired' : 'alive';
  const { id, owner, scopes, userId = '-', createdAt, expiresAt = '-' } = record;
  return [id, owner, scopes.join(','), userId, createdAt, expiresAt, state];
}

function formatTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function rethrowAsUsageError<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const maxQuotedLength = 60;

/** An argument as it is printed to the terminal: it may contain control characters. */
function quote(text: string): string {
  return JSON.stringify(text.length > maxQuotedLength ? `${text.slice(0, maxQuotedLength)}…` : text);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runKeys(process.argv.slice(2), {
    apiKeysFilePath: loadApiKeysFilePath(),
    nowMs: Date.now(),
    writeOutput: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
}
