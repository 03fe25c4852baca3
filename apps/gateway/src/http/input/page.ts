import type { Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { commaSeparated, ListOf, Whole, Word } from './fields.js';

/** Entries of a page where the caller names no `limit`. */
export const pageLength = 50;

/** One page of a list, as every list is answered. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; null at the end. Opaque and tamper-evident. */
  readonly nextCursor: string | null;
  /** How many there are in all, where the upstream knows it. */
  readonly total?: number;
}

const pages = new Map<Class, Class>();

/** The class that documents a page of `of` (one for each entry class). */
export function pageOf(of: Class): Class {
  const known = pages.get(of);
  if (known) return known;
  class PageDto {
    @ListOf(() => of)
    items!: unknown[];

    @ApiProperty({ type: String, nullable: true, description: 'Where the next page starts; null at the end.' })
    nextCursor!: string | null;

    @Whole({ min: 0, optional: true, description: 'How many there are in all, where the upstream knows it.' })
    total?: number;
  }
  Object.defineProperty(PageDto, 'name', { value: `${of.name}Page` });
  pages.set(of, PageDto);
  return PageDto;
}

/** The names of a documented class's fields. */
function fieldsOf(of: Class): string[] {
  const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', of.prototype as object) ?? []) as string[];
  return names.map((name) => name.replace(/^:/, ''));
}

/** `?fields=`, for routes that answer one `of` or a list of them. */
export function projectionOf(of: Class): Class<{ fields?: string[] }> {
  const names = fieldsOf(of);
  class ProjectionQuery {
    @ApiProperty({
      required: false,
      type: String,
      description: `Answer only these fields, separated by commas: ${names.join(', ')}.`,
      example: names.slice(0, 2).join(','),
      maxLength: names.join(', ').length,
    })
    @IsOptional()
    @commaSeparated
    @IsArray({ message: 'fields must be given once' })
    @ArrayUnique()
    @IsIn(names, { each: true, message: `fields must be names out of: ${names.join(', ')}` })
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
 * The query of a list of `of`: `limit` (1 to 100, 50 when left out), `cursor`, `fields` and, where the upstream can
 * sort, `sort` by one of the keys (`-key` for descending).
 */
export function pageQueryOf(of: Class, sortKeys: readonly string[] = []): Class<PageQuery> {
  class ListQuery extends projectionOf(of) {
    @Whole({ min: 1, max: 100, query: true, optional: true, default: pageLength, description: 'Entries a page.' })
    limit: number = pageLength;

    @ApiProperty({ required: false, type: String, maxLength: 4096, description: 'nextCursor of the page before.' })
    @IsOptional()
    @IsString({ message: 'cursor must be a text' })
    @Length(1, 4096, { message: 'cursor must have 1 to 4096 characters' })
    cursor?: string;
  }
  if (sortKeys.length === 0) return ListQuery;
  class SortedListQuery extends ListQuery {
    @Word(sortKeys.flatMap((key) => [key, `-${key}`]), {
      optional: true,
      description: 'Order; a minus sign in front means descending.',
    })
    sort?: string;
  }
  return SortedListQuery;
}
