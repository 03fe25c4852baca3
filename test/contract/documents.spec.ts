import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../support/repository-root.js';

const page = (name: string): string => readFileSync(resolve(repositoryRoot, 'docs', name), 'utf8');

describe('the documents', () => {
  it.each(readdirSync(resolve(repositoryRoot, 'docs')).filter((name) => name.endsWith('.md')))(
    '%s names files of ours that are there',
    (name) => {
      const named = [...page(name).matchAll(/`((?:test|libs|apps|deploy)\/[\w./-]+\.\w+)`/g)].map(
        ([, path = '']) => path,
      );
      // `libs/name/` stands for any library.
      const missing = named.filter(
        (path) => !path.startsWith('libs/name/') && !existsSync(resolve(repositoryRoot, path)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('security.md names a test for each of 22 promises', () => {
    const rows = page('security.md').split('\n');
    const promises = Array.from({ length: 22 }, (_, at) => `S${at + 1}`);
    const untested = promises.filter((promise) => {
      const row = rows.find((line) => line.startsWith(`| ${promise} `));
      return !row?.includes('.spec.ts`');
    });
    expect(untested).toEqual([]);
  });
});
