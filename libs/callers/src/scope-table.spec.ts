import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { renderScopeTable } from './scopes.js';

it('docs/scopes.md holds the table of scopes that the code declares (npm run scopes writes it)', () => {
  const page = readFileSync(new URL('../../../docs/scopes.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map(normalizeSpacing)).toEqual(renderScopeTable().split('\n').map(normalizeSpacing));
});

/** Removes the spacing that the formatter adds to a table. */
function normalizeSpacing(row: string): string {
  return row
    .replace(/-+/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^\| ?-.*/, '|-|');
}
