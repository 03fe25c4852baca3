import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidCursorError } from '#koodrive';
import { concatenate, type Source, whole } from './concatenate.js';

const counting = (from: number, count: number): Source<number> =>
  whole(async () => Array.from({ length: count }, (_, i) => from + i));

async function walk(sources: readonly Source<number>[], limit: number): Promise<{ all: number[]; pages: number[] }> {
  const all: number[] = [];
  const pages: number[] = [];
  let cursor: string | undefined;
  for (let guard = 0; guard < 1000; guard += 1) {
    const page = await concatenate(sources, { limit, cursor });
    all.push(...page.items);
    pages.push(page.items.length);
    if (page.nextCursor === null) return { all, pages };
    cursor = page.nextCursor;
  }
  throw new Error('the list never ends');
}

describe('several lists as one', () => {
  it('gives every entry of every list once and in order, in pages of the size asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(7), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 9 }),
        async (counts, limit) => {
          const sources = counts.map((count, index) => counting(index * 100, count));
          const { all, pages } = await walk(sources, limit);
          expect(all).toEqual(
            counts.flatMap((count, index) => Array.from({ length: count }, (_, i) => index * 100 + i)),
          );
          for (const size of pages.slice(0, -1)) expect(size).toBe(limit);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it.each(['9.', 'x', '-1.', '0.x', '1'])('refuses the forged cursor %s', async (cursor) => {
    await expect(concatenate([counting(0, 3)], { limit: 2, cursor })).rejects.toBeInstanceOf(InvalidCursorError);
  });
});
