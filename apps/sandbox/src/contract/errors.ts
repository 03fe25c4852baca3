import { readContractFile } from './contract-files.js';

interface ErrorRow {
  /** Null where no status was found in the reference. */
  readonly status: number | null;
  readonly code: number;
  readonly message: string;
}

/** What a code is answered with. */
export interface KnownError {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Statuses of codes for which the reference gives none: inferred from their names. */
const INFERRED_STATUS: Readonly<Record<number, number>> = { 13000101: 400, 13000201: 500 };

export const BAD_REQUEST = 13000101;
export const PARAMETER_INVALID = 13000102;
export const INNER_FAILURE = 13000201;

let table: ReadonlyMap<number, KnownError> | undefined;

/** The row of errors.yaml for a code; an unknown code is a plain 400. Placeholders take `detail`. */
export function knownError(code: number, detail?: string): KnownError {
  table ??= readTable();
  const { status, message } = table.get(code) ?? { status: 400, message: 'Failed.' };
  if (detail === undefined) return { status, code, message };
  const filled = message.includes('{0}') ? message.replace('{0}', detail) : `${message} ${detail}`;
  return { status, code, message: filled };
}

function readTable(): ReadonlyMap<number, KnownError> {
  const rows = readContractFile('errors.yaml') as readonly ErrorRow[];
  return new Map(
    rows.map(({ code, status, message }) => [code, { code, message, status: status ?? INFERRED_STATUS[code] ?? 400 }]),
  );
}
