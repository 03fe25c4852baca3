import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { commaSeparated, Part, Text } from '../input/fields.js';
import { partProblem } from '../problems/koodrive-problems.js';
import { ProblemDto } from '../problems/problem.dto.js';

/** A part that could not be had; the others are there all the same. */
export class FailedExpansion {
  @Text({ max: 40, example: 'versions' })
  part!: string;

  @Part(() => ProblemDto)
  problem!: ProblemDto;
}

/** `?expand=`: parts that have routes of their own, to come along in `expanded`; separated by commas. */
export const Expand = (words: readonly string[]): PropertyDecorator => {
  const one = `(${words.join('|')})`;
  return applyDecorators(
    ApiProperty({
      required: false,
      type: String,
      pattern: `^${one}(,${one}){0,${words.length - 1}}$`,
      example: words.join(','),
      description:
        `Parts to come along in \`expanded\`, separated by commas: ${words.join(', ')}. ` +
        'One that fails is named in `expanded.failed`. With `fields`, name `expanded` as well.',
    }),
    IsOptional(),
    commaSeparated,
    IsArray({ message: 'expand must be given once' }),
    ArrayUnique(),
    IsIn(words, { each: true, message: `expand must be words out of: ${words.join(', ')}` }),
  );
};

/** The words of `?expand=` before the query is checked: for what must be decided earlier. */
export function expandedWords(query: unknown): readonly string[] {
  const { expand } = (query ?? {}) as { expand?: unknown };
  return typeof expand === 'string' ? expand.split(',').map((word) => word.trim()) : [];
}

type Loaders = Readonly<Record<string, () => Promise<unknown>>>;
type Expanded<L extends Loaders> = { [Name in keyof L]?: Awaited<ReturnType<L[Name]>> } & { failed: FailedExpansion[] };

/** The parts asked for, side by side; undefined where none was. One that fails costs only itself. */
export async function expand<L extends Loaders>(
  words: readonly (keyof L & string)[] | undefined,
  loaders: L,
): Promise<Expanded<L> | undefined> {
  if (!words || words.length === 0) return undefined;
  const failed: FailedExpansion[] = [];
  const load = async (part: keyof L & string): Promise<[string, unknown]> => {
    try {
      return [part, await loaders[part]?.()];
    } catch (error) {
      failed.push({ part, problem: partProblem(error) });
      return [part, undefined];
    }
  };
  const loaded = await Promise.all(words.map(load));
  return { ...Object.fromEntries(loaded), failed } as Expanded<L>;
}

/** Whether an expanded answer is whole: others are not kept. */
export const isWhole = ({
  expanded,
}: {
  readonly expanded?: { readonly failed: readonly unknown[] } | undefined;
}): boolean => expanded === undefined || expanded.failed.length === 0;
