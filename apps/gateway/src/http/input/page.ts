import type { Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { NestedArrayField, IntegerField, EnumField } from './fields.js';
import { getPropertyNames } from './json-bounds.js';
import { CommaSeparated } from './query-conversions.js';
import { entryRuleText, givenOnceText, lengthRule, oneOfRule, ruleText, textRule } from './rule-text.js';
import { UniqueItems } from './unique-items.js';

/** Entries of a page without `limit`. */
export const defaultPageSize = 50;
const maxPageSize = 100;
const maxCursorLength = 4096;

/** One page of a list. Every list route returns it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; null at the end. Opaque and tamper-evident. */
  readonly nextCursor: string | null;
  /** Entries that are missing, because KooDrive's response could not be read; absent if none is. */
  readonly omitted?: number;
  /** Entries of the complete list, where the upstream returns their number. */
  readonly total?: number;
}

/** Whether a list lacks some of its entries: it is not cached, since the next read may have them. */
export const omitsEntries = (list: unknown): boolean =>
  typeof list === 'object' && list !== null && 'omitted' in list && list.omitted !== undefined;

/** The member of each list that says whether entries are missing. */
export const OmittedField = (): PropertyDecorator =>
  IntegerField({
    min: 1,
    optional: true,
    description: 'Entries that are missing here, because KooDrive did not send them as documented; absent if none is.',
  });

const pageClasses = new Map<Class, Class>();

/** The class that documents a page of `entryClass`. The same class for each call. */
export function createPageClass(entryClass: Class): Class {
  const existing = pageClasses.get(entryClass);
  if (existing) return existing;
  class PageOfEntries {
    @NestedArrayField(() => entryClass)
    items!: unknown[];

    @ApiProperty({ type: String, nullable: true, description: 'Where the next page starts; null at the end.' })
    nextCursor!: string | null;

    @OmittedField()
    omitted?: number;

    @IntegerField({
      min: 0,
      optional: true,
      description: 'Entries of the complete list, where the upstream returns their number.',
    })
    total?: number;
  }
  Object.defineProperty(PageOfEntries, 'name', { value: `${entryClass.name}Page` });
  pageClasses.set(entryClass, PageOfEntries);
  return PageOfEntries;
}

/** The query class with `?fields=`, for routes that return one `entryClass` or a list of them. */
export function createProjectionQueryClass(entryClass: Class): Class<{ fields?: string[] }> {
  const names = getPropertyNames(entryClass);
  class ProjectionQuery {
    @ApiProperty({
      required: false,
      type: String,
      description: `Return only these fields, separated by commas: ${names.join(', ')}.`,
      example: names.slice(0, 2).join(','),
      maxLength: names.join(', ').length,
    })
    @IsOptional()
    @CommaSeparated(names.length)
    @IsArray(givenOnceText)
    @UniqueItems()
    @IsIn(names, entryRuleText(...oneOfRule(names)))
    fields?: string[];
  }
  return ProjectionQuery;
}

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly fields?: string[];
  readonly sort?: string;
}

/**
 * The query class of a list of `entryClass`: `limit` (1 to 100, default 50), `cursor`, `fields` and, where the upstream
 * can sort, `sort` by one of the keys (`-key` for descending order).
 */
export function createPageQueryClass(entryClass: Class, sortKeys: readonly string[] = []): Class<PageQuery> {
  class ListQuery extends createProjectionQueryClass(entryClass) {
    @IntegerField({
      min: 1,
      max: maxPageSize,
      query: true,
      optional: true,
      default: defaultPageSize,
      description: 'Entries of a page, at most.',
    })
    limit: number = defaultPageSize;

    @ApiProperty({
      required: false,
      type: String,
      maxLength: maxCursorLength,
      description: '`nextCursor` of the previous page.',
    })
    @IsOptional()
    @IsString(ruleText(...textRule))
    @Length(1, maxCursorLength, ruleText(...lengthRule(1, maxCursorLength)))
    cursor?: string;
  }
  if (sortKeys.length === 0) return ListQuery;
  class SortedListQuery extends ListQuery {
    @EnumField(sortKeys.flatMap((key) => [key, `-${key}`]), {
      optional: true,
      description: 'Order; a minus sign in front means descending.',
    })
    sort?: string;
  }
  return SortedListQuery;
}
