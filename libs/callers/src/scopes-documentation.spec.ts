import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { scopesDocumentation } from './scopes.js';

it('docs/scopes.md holds the table of scopes as the code has it (npm run scopes writes it)', () => {
  const page = readFileSync(new URL('../../../docs/scopes.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map(spaced)).toEqual(scopesDocumentation().split('\n').map(spaced));
});

/** Without what the formatter does to a table. */
function spaced(row: string): string {
  return row
    .replace(/-+/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^\| ?-.*/, '|-|');
}
