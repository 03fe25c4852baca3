import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursorError } from '#koodrive';
import { concatenatePages, type PageSource, paginateInMemory } from './concatenate-pages.js';

const createNumberSource = (from: number, count: number): PageSource<number> =>
  paginateInMemory(async () => ({ items: Array.from({ length: count }, (_, i) => from + i) }));

async function collectPages(
  sources: readonly PageSource<number>[],
  limit: number,
): Promise<{ items: number[]; pageSizes: number[] }> {
  const items: number[] = [];
  const pageSizes: number[] = [];
  let cursor: string | undefined;
  for (let calls = 0; calls < 1000; calls += 1) {
    const page = await concatenatePages(sources, { limit, cursor });
    items.push(...page.items);
    pageSizes.push(page.items.length);
    if (page.nextCursor === null) return { items, pageSizes };
    cursor = page.nextCursor;
  }
  throw new Error('the list never ends');
}

describe('concatenatePages', () => {
  it('returns every entry of every list once and in order, in pages of the requested size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (counts, limit) => {
          const sources = counts.map((count, index) => createNumberSource(index * 100, count));
          const { items, pageSizes } = await collectPages(sources, limit);
          expect(items).toEqual(
            counts.flatMap((count, index) => Array.from({ length: count }, (_, i) => index * 100 + i)),
          );
          for (const pageSize of pageSizes.slice(0, -1)) expect(pageSize).toBe(limit);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it.each(['9.', 'x', '-1.', '0.x', '1'])('rejects the forged cursor %s', async (cursor) => {
    await expect(concatenatePages([createNumberSource(0, 3)], { limit: 2, cursor })).rejects.toBeInstanceOf(
      InvalidCursorError,
    );
  });
});
