import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CallerBudget, callerBudgets } from '../../libs/callers/src/index.js';
import { repositoryRoot } from '../support/repository-root.js';

/** The promises of docs/security.md: S1 to S37 without S27, which is about URLs that do not exist yet. */
const securityPromises = Array.from({ length: 37 }, (_, index) => `S${index + 1}`).filter((name) => name !== 'S27');

const readDocument = (name: string): string => readFileSync(resolve(repositoryRoot, 'docs', name), 'utf8');

const linkingDocuments = ['docs', 'libs', 'apps', 'test', '.changeset', '.github']
  .flatMap((folder) =>
    readdirSync(resolve(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .concat(readdirSync(repositoryRoot))
  .filter((file) => file.endsWith('.md') && !/node_modules|dist|contract.facts/.test(file));

describe('every document', () => {
  it.each(linkingDocuments)('%s links only to files that exist', (file) => {
    const text = readFileSync(join(repositoryRoot, file), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, target = '']) => target);
    const missing = targets.filter((target) => !existsSync(resolve(repositoryRoot, dirname(file), target)));
    expect(missing).toEqual([]);
  });
});

describe('the documents in docs/', () => {
  it.each(
    readdirSync(resolve(repositoryRoot, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    ),
  )('%s names only files that exist', (name) => {
    const paths = [...readDocument(name).matchAll(/`((?:test|libs|apps|deploy)\/[\w./-]+\.\w+)`/g)].map(
      ([, path = '']) => path,
    );
    // `libs/name/` stands for any library.
    const missing = paths.filter(
      (path) => !path.startsWith('libs/name/') && !existsSync(resolve(repositoryRoot, path)),
    );
    expect(missing).toEqual([]);
  });

  it.each(Object.entries(callerBudgets) as [string, CallerBudget][])(
    'operations.md has the limits of the budget %s',
    (name, { per, maxItems, maxBytes, atLimit, shared }) => {
      const size = maxBytes === undefined ? '' : `, and ${maxBytes / 1024 ** 2} MiB`;
      const cells = [`\`${name}\``, per, maxItems.toLocaleString('en') + size, atLimit];
      const row = [...cells, shared ? 'all instances' : 'each instance'];
      const rows = readDocument('operations.md').split('\n');
      expect(
        rows.map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
      ).toContainEqual(row);
    },
  );

  it('security.md names a test for each promise', () => {
    const rows = readDocument('security.md').split('\n');
    const untested = securityPromises.filter((promise) => {
      const row = rows.find((line) => line.startsWith(`| ${promise} `));
      return !row?.includes('.spec.ts`');
    });
    expect(untested).toEqual([]);
  });
});
