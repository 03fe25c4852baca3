import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { renderConfigurationTable } from './configuration-table.js';
import { environmentSections, environmentVariableDescriptions } from './environment.js';

it('docs/configuration.md holds the table of variables that the code declares', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  expect(rows.map(normalizeSpacing)).toEqual(renderConfigurationTable().split('\n').map(normalizeSpacing));
});

describe('The documented default', () => {
  const defaults = environmentSections.flatMap((section) => Object.entries(new section() as object));
  const withDefault = defaults.filter(([, value]) => value !== undefined);

  it.each(withDefault)('of %s is the default of the code', (name, value) => {
    const documented = environmentVariableDescriptions.find((variable) => variable.name === name)?.defaultDescription;
    expect(documented?.split(/[: ]/)[0]).toBe(formatDefault(value));
  });
});

function formatDefault(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return Array.isArray(value) && value.length === 0 ? 'none' : String(value);
}

/** Removes the spacing that the formatter adds to a table. */
function normalizeSpacing(row: string): string {
  return row
    .replace(/-+/g, '-')
    .replace(/ +/g, ' ')
    .replace(/^\| ?-.*/, '|-|');
}
