import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { configurationTable } from './documentation.js';

it('docs/configuration.md holds the table of variables as the code has it', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map(spaced)).toEqual(configurationTable().split('\n').map(spaced));
});

/** Without what the formatter does to a table. */
function spaced(row: string): string {
  return row
    .replace(/-+/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^\| ?-.*/, '|-|');
}
