import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * One decorator for each kind of field: it validates what comes in and documents what goes out, so that the two cannot
 * part ways. `query: true` marks fields that arrive as text.
 */
interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly default?: unknown;
}

function field(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...validators: PropertyDecorator[]
): PropertyDecorator {
  const { optional, nullable, ...documented } = options;
  return applyDecorators(
    ApiProperty({ ...schema, ...documented, required: !optional, ...(nullable && { nullable }) } as ApiPropertyOptions),
    // What is optional may be left out; null is a value, and taken only where it is said.
    ...(nullable ? [IsOptional()] : optional ? [ValidateIf((_of, value) => value !== undefined)] : []),
    ...validators,
  );
}

/** Ids of the upstream: letters, digits, `_` and `-`. No dot and no slash, so that none can climb out of its segment. */
export const idPattern = /^[A-Za-z0-9_-]{1,128}$/;

export const Id = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'F0000000000000000001', ...options },
    { type: String, pattern: idPattern.source },
    Matches(idPattern, { message: '$property must be an id: 1 to 128 letters, digits, "_" or "-"' }),
  );

export const Ids = (options: FieldOptions & { min?: number; max: number }): PropertyDecorator => {
  const { min = 1, max, ...rest } = options;
  return field(
    rest,
    { type: [String], minItems: min, maxItems: max, items: { type: 'string', pattern: idPattern.source } },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(idPattern, {
      each: true,
      message: 'each of $property must be an id: 1 to 128 letters, digits, "_" or "-"',
    }),
  );
};

/** Ids that the upstream takes as integers of 64 bits in a body: digits, and no others. */
export const longIdPattern = /^[1-9]\d{0,18}$/;
const longIdMessage = 'must be an id of 1 to 19 digits';

export const LongId = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '1316083732377070977', ...options },
    { type: String, pattern: longIdPattern.source },
    Matches(longIdPattern, { message: `$property ${longIdMessage}` }),
  );

export const LongIds = (options: FieldOptions & { min?: number; max: number }): PropertyDecorator => {
  const { min = 1, max, ...rest } = options;
  return field(
    rest,
    { type: [String], minItems: min, maxItems: max, items: { type: 'string', pattern: longIdPattern.source } },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(longIdPattern, { each: true, message: `each of $property ${longIdMessage}` }),
  );
};

export const Text = (options: FieldOptions & { min?: number; max: number }): PropertyDecorator => {
  const { min = 1, max, ...rest } = options;
  return field(
    rest,
    { type: String, minLength: min, maxLength: max },
    IsString({ message: '$property must be a text' }),
    Length(min, max, { message: `$property must have ${min} to ${max} characters` }),
  );
};

/**
 * Names of files and folders: at most 250 characters, none of `< > | : " * ? / \`, no control character, no half of a
 * character (a lone surrogate, which is no text), not `.` or `..`.
 */
// eslint-disable-next-line no-control-regex -- control characters are what it refuses
export const fileNamePattern = /^(?!\.{1,2}$)[^<>|:"*?/\\\u0000-\u001f\u007f\ud800-\udfff]{1,250}$/u;

/** Words that are answered, not taken in. */
export const TextList = (options: FieldOptions & { max: number }): PropertyDecorator => {
  const { max, ...rest } = options;
  return field(rest, { type: [String], maxItems: max }, IsArray(), ArrayMaxSize(max), IsString({ each: true }));
};

export const FileName = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: 'Report 2026.pdf', ...options },
    { type: String, minLength: 1, maxLength: 250, pattern: fileNamePattern.source },
    IsString({ message: '$property must be a text' }),
    Length(1, 250, { message: '$property must have 1 to 250 characters' }),
    Matches(fileNamePattern, {
      message: '$property must not contain < > | : " * ? / \\ or control characters, and must not be "." or ".."',
    }),
  );

/** A list of texts, `most` of them. */
export const Texts = (options: FieldOptions & { min?: number; max: number; most: number }): PropertyDecorator => {
  const { min = 1, max, most, ...rest } = options;
  return field(
    rest,
    { type: [String], minItems: 1, maxItems: most, items: { type: 'string', minLength: min, maxLength: max } },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsString({ each: true, message: 'each of $property must be a text' }),
    Length(min, max, { each: true, message: `each of $property must have ${min} to ${max} characters` }),
  );
};

/** Several values in one parameter of a query, separated by commas. What is no text was given twice: it is refused. */
export const commaSeparated = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').map((word) => word.trim()) : false,
);

/** Ids in one parameter of a query, separated by commas. */
export const IdsInQuery = (options: FieldOptions & { max: number }): PropertyDecorator => {
  const { max, ...rest } = options;
  const one = idPattern.source.slice(1, -1);
  return field(
    { example: 'F0000000000000000001', ...rest },
    { type: String, pattern: `^${one}( *, *${one}){0,${max - 1}}$` },
    commaSeparated,
    IsArray({ message: '$property must be given once' }),
    ArrayMaxSize(max),
    ArrayUnique(),
    Matches(idPattern, {
      each: true,
      message: 'each of $property must be an id: 1 to 128 letters, digits, "_" or "-"',
    }),
  );
};

/** Texts without commas in one parameter of a query, separated by commas: `most` of them, of `max` characters each. */
export const TextsInQuery = (options: FieldOptions & { max: number; most: number }): PropertyDecorator => {
  const { max, most, ...rest } = options;
  return field(
    rest,
    { type: String, pattern: `^[^,]{1,${max}}(,[^,]{1,${max}}){0,${most - 1}}$` },
    commaSeparated,
    IsArray({ message: '$property must be given once' }),
    ArrayMaxSize(most),
    ArrayUnique(),
    Length(1, max, { each: true, message: `each of $property must have 1 to ${max} characters` }),
  );
};

/** Several words out of a list. */
export const Words = (words: readonly string[], options: FieldOptions & { min?: number } = {}): PropertyDecorator => {
  const { min = 0, ...rest } = options;
  return field(
    rest,
    {
      type: [String],
      ...(min && { minItems: min }),
      maxItems: words.length,
      items: { type: 'string', enum: [...words] },
    },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, { each: true, message: `each of $property must be one of: ${words.join(', ')}` }),
  );
};

export const Word = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: String, enum: [...words] },
    IsIn(words, { message: `$property must be one of: ${words.join(', ')}` }),
  );

/** Text of digits to a number; what is no whole number stays as it is and is refused by the validator. */
const fromText = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
);

export const Whole = (options: FieldOptions & { min: number; max?: number; query?: boolean }): PropertyDecorator => {
  const { min, max = Number.MAX_SAFE_INTEGER, query, ...rest } = options;
  return field(
    rest,
    { type: 'integer', format: 'int64', minimum: min, maximum: max },
    ...(query ? [fromText] : []),
    IsInt({ message: '$property must be a whole number' }),
    Min(min, { message: `$property must be at least ${min}` }),
    Max(max, { message: `$property must be at most ${max}` }),
  );
};

/** A size in bytes. */
export const Bytes = (options: FieldOptions = {}): PropertyDecorator =>
  Whole({ example: 52_428_800, ...options, min: 0 });

const flagFromText = Transform(({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value,
);

export const Flag = (options: FieldOptions & { query?: boolean } = {}): PropertyDecorator => {
  const { query, ...rest } = options;
  return field(
    rest,
    { type: Boolean },
    ...(query ? [flagFromText] : []),
    IsBoolean({ message: '$property must be true or false' }),
  );
};

/** A moment, RFC 3339 in UTC. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator =>
  field({ example: '2026-03-01T08:30:00.000Z', ...options }, { type: String, format: 'date-time' }, IsString());

const momentMessage = '$property must be a moment as RFC 3339 writes it: 2026-03-01T08:30:00Z';

/** A moment that a caller names, RFC 3339 with any offset. */
export const MomentIn = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    { example: '2026-03-01T08:30:00.000Z', ...options },
    { type: String, format: 'date-time' },
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/, { message: momentMessage }),
    IsISO8601({ strict: true }, { message: momentMessage }),
  );

export const Part = (of: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  // Swagger calls a function in this place only where its name is `type`.
  field(options, { type: () => of() }, ValidateNested(), Type(of));

export const ListOf = (
  of: () => Class,
  options: FieldOptions & { min?: number; max?: number } = {},
): PropertyDecorator => {
  const { min = 0, max, ...rest } = options;
  return field(
    rest,
    { type: () => of(), isArray: true, ...(min && { minItems: min }), ...(max && { maxItems: max }) },
    IsArray(),
    ...(min ? [ArrayMinSize(min)] : []),
    ...(max ? [ArrayMaxSize(max)] : []),
    // A list inside the list would be validated as if its entries stood in its place.
    IsObject({ each: true, message: 'each of $property must be an object' }),
    ValidateNested({ each: true }),
    Type(of),
  );
};
