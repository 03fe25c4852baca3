import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional } from 'class-validator';
import { NestedField, StringField } from '../input/fields.js';
import { omitsEntries } from '../input/page.js';
import { CommaSeparated } from '../input/query-conversions.js';
import { entryRuleText, givenOnceText, oneOfRule } from '../input/rule-text.js';
import { UniqueItems } from '../input/unique-items.js';
import { toFailedPart } from '../problems/koodrive-problems.js';
import { Problem } from '../problems/problem.dto.js';

/** A part of `?expand=` that could not be loaded. The other parts are in the response. */
export class FailedExpansion {
  @StringField({ maxLength: 40, example: 'versions' })
  part!: string;

  @NestedField(() => Problem)
  problem!: Problem;
}

/** `?expand=`: parts with routes of their own to include in `expanded`, separated by commas. */
export const ExpandField = (parts: readonly string[]): PropertyDecorator => {
  const partPattern = `(${parts.join('|')})`;
  return applyDecorators(
    ApiProperty({
      required: false,
      type: String,
      pattern: `^${partPattern}(,${partPattern}){0,${parts.length - 1}}$`,
      example: parts.join(','),
      description:
        `Parts to include in \`expanded\`, separated by commas: ${parts.join(', ')}. ` +
        'A part that fails is listed in `expanded.failed`. With `fields`, also name `expanded` there.',
    }),
    IsOptional(),
    CommaSeparated(parts.length),
    IsArray(givenOnceText),
    UniqueItems(),
    IsIn(parts, entryRuleText(...oneOfRule(parts))),
  );
};

/** More than any route has. The validation rejects a longer list. */
const maxExpandedParts = 16;

/**
 * The parts in `?expand=`. The query may be validated (a list) or not yet (a string): the scopes of the parts are checked
 * before the validation.
 */
export function parseExpandParameter(query: unknown): readonly string[] {
  const { expand } = (query ?? {}) as { expand?: unknown };
  if (Array.isArray(expand)) return expand as readonly string[];
  return typeof expand === 'string' ? expand.split(',', maxExpandedParts).map((part) => part.trim()) : [];
}

type ExpansionLoaders = Readonly<Record<string, () => Promise<unknown>>>;
type Expanded<L extends ExpansionLoaders> = { [Name in keyof L]?: Awaited<ReturnType<L[Name]>> } & {
  failed: FailedExpansion[];
};

/** Loads the requested parts concurrently. A part that fails is listed in `failed`. @returns undefined without parts */
export async function loadExpansions<L extends ExpansionLoaders>(
  parts: readonly (keyof L & string)[] | undefined,
  loaders: L,
): Promise<Expanded<L> | undefined> {
  if (!parts || parts.length === 0) return undefined;
  const failed: FailedExpansion[] = [];
  const load = async (part: keyof L & string): Promise<[string, unknown]> => {
    try {
      return [part, await loaders[part]?.()];
    } catch (error) {
      failed.push({ part, problem: toFailedPart(error) });
      return [part, undefined];
    }
  };
  const loaded = await Promise.all(parts.map(load));
  return { ...Object.fromEntries(loaded), failed } as Expanded<L>;
}

/** Whether all requested parts were loaded, completely. A response without one of them is not cached. */
export const isFullyExpanded = ({
  expanded,
}: {
  readonly expanded?: { readonly failed: readonly unknown[] };
}): boolean => expanded === undefined || (expanded.failed.length === 0 && !Object.values(expanded).some(omitsEntries));
