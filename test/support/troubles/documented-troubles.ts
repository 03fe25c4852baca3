import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { repositoryRoot } from '../repository-root.js';

/** A row of the table of causes in docs/operations.md. */
export interface DocumentedTrouble {
  readonly cause: string;
  readonly dependency: string;
  /** All of them are told. */
  readonly capabilities: readonly string[];
  /** The last one is always told, the others may be told before it. */
  readonly reasons: readonly string[];
  /** What the detail consists of: literals in backticks, and phrases of `detailPhrases`. */
  readonly detail: string;
}

const tableHeader = /^\| cause +\| `dependency` +\| `capability` +\| `reason` +\| `detail` +\|$/;
const detailPhrases: Readonly<Record<string, RegExp>> = {
  'the operation': /\b[a-z][A-Za-z0-9]+\b/,
  'the status': /\b[1-5]\d\d\b/,
  'the error code': /\b[A-Z][A-Z_0-9]{3,}\b/,
  'the name of the master': /\bthe name of the master\b/,
  'the parameters that set it': /\bsentinelUser and sentinelPassword\b/,
  'the difference in seconds': /\b\d+ s$/,
};

export async function readDocumentedTroubles(): Promise<readonly DocumentedTrouble[]> {
  const lines = (await readFile(resolve(repositoryRoot, 'docs/operations.md'), 'utf8')).split('\n');
  const header = lines.findIndex((line) => tableHeader.test(line));
  if (header === -1) throw new Error('docs/operations.md has no table of causes');
  const rows = lines.slice(header + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map(parseRow);
}

function parseRow(line: string): DocumentedTrouble {
  const [, cause = '', dependency = '', capability = '', reason = '', detail = ''] = line
    .split('|')
    .map((cell) => cell.trim());
  return {
    cause,
    dependency: listLiterals(dependency)[0] ?? '',
    capabilities: listLiterals(capability),
    reasons: listLiterals(reason),
    detail,
  };
}

const listLiterals = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, literal = '']) => literal);

/** Whether the detail of a log line is what the table says. */
export function matchesDetail(documented: string, detail: string | undefined): boolean {
  if (documented === '') return detail === undefined;
  return documented
    .split(/,? and |, /)
    .every((part) => part.split(' or ').some((alternative) => containsPart(detail ?? '', alternative)));
}

function containsPart(detail: string, part: string): boolean {
  const [literal] = listLiterals(part);
  if (literal !== undefined) return detail.includes(literal);
  const pattern = detailPhrases[part];
  if (!pattern) throw new Error(`the table of causes says ${JSON.stringify(part)}, which no phrase explains`);
  return pattern.test(detail);
}
