import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
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
import { CommaSeparated, ParseBoolean, ParseInteger } from './query-conversions.js';
import { entryRuleText, givenOnceText, lengthRule, oneOfRule, ruleText, textRule } from './rule-text.js';
import { UniqueItems } from './unique-items.js';
import { Recorded } from '../audit/recorded-fields.js';

/**
 * One decorator for each kind of field (docs/decisions/0003). It validates input and documents input and output, so
 * that validation and documentation cannot differ.
 */
interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly default?: unknown;
}

interface StringFieldOptions extends FieldOptions {
  /** Default 1. */
  readonly minLength?: number;
  readonly maxLength: number;
}

interface StringArrayFieldOptions extends StringFieldOptions {
  readonly maxItems: number;
}

interface ArrayFieldOptions extends FieldOptions {
  /** Default 1. */
  readonly minItems?: number;
  readonly maxItems: number;
}

function createField(
  options: FieldOptions,
  schema: ApiPropertyOptions,
  ...validators: PropertyDecorator[]
): PropertyDecorator {
  const { optional, nullable, ...documented } = options;
  return applyDecorators(
    ApiProperty({
      ...schema,
      ...documented,
      required: !optional,
      nullable: nullable || undefined,
    } as ApiPropertyOptions),
    // An optional field may be missing. Null is a value: it is accepted only where the field is nullable.
    ...(nullable ? [IsOptional()] : optional ? [ValidateIf((_of, value) => value !== undefined)] : [IsDefined()]),
    ...validators,
  );
}

/** Ids of the upstream. No dot and no slash, so that an id cannot leave its path segment. */
const idPattern = /^[A-Za-z0-9_-]{1,128}$/;
const idRule = [
  'must be an id: 1 to 128 letters, digits, "_" or "-"',
  '必须是 ID：1 至 128 个字母、数字、“_”或“-”',
] as const;

/** Ids that the upstream takes as 64-bit integers in a body: only digits. */
const int64IdPattern = /^[1-9]\d{0,18}$/;
const int64IdRule = ['must be an id of 1 to 19 digits', '必须是 1 至 19 位数字的 ID'] as const;

export const IdField = (options: FieldOptions = {}): PropertyDecorator =>
  createField(
    { example: 'F0000000000000000001', ...options },
    { type: String, pattern: idPattern.source },
    Recorded(),
    Matches(idPattern, ruleText(...idRule)),
  );

export const Int64IdField = (options: FieldOptions = {}): PropertyDecorator =>
  createField(
    { example: '1316083732377070977', ...options },
    { type: String, pattern: int64IdPattern.source },
    Recorded(),
    Matches(int64IdPattern, ruleText(...int64IdRule)),
  );

function createIdArrayField(
  options: ArrayFieldOptions,
  pattern: RegExp,
  rule: readonly [en: string, zh: string],
): PropertyDecorator {
  const { minItems = 1, maxItems, ...rest } = options;
  return createField(
    rest,
    { type: [String], minItems, maxItems, items: { type: 'string', pattern: pattern.source } },
    Recorded(),
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    UniqueItems(),
    Matches(pattern, entryRuleText(...rule)),
  );
}

export const IdArrayField = (options: ArrayFieldOptions): PropertyDecorator =>
  createIdArrayField(options, idPattern, idRule);

export const Int64IdArrayField = (options: ArrayFieldOptions): PropertyDecorator =>
  createIdArrayField(options, int64IdPattern, int64IdRule);

export const StringField = (options: StringFieldOptions): PropertyDecorator => {
  const { minLength = 1, maxLength, ...rest } = options;
  return createField(
    rest,
    { type: String, minLength, maxLength },
    IsString(ruleText(...textRule)),
    Length(minLength, maxLength, ruleText(...lengthRule(minLength, maxLength))),
  );
};

/**
 * Names of files and folders: at most 250 characters, none of `< > | : " * ? / \`, no control character, no lone
 * surrogate (it is not text), not `.` or `..`.
 */
// eslint-disable-next-line no-control-regex -- the pattern rejects control characters
const fileNamePattern = /^(?!\.{1,2}$)[^<>|:"*?/\\\u0000-\u001f\u007f\ud800-\udfff]{1,250}$/u;

/** A list of strings in responses. For input use StringArrayField, which limits the length of each string. */
export const StringListField = (options: Omit<ArrayFieldOptions, 'minItems'>): PropertyDecorator => {
  const { maxItems, ...rest } = options;
  return createField(rest, { type: [String], maxItems }, IsArray(), ArrayMaxSize(maxItems), IsString({ each: true }));
};

export const FileNameField = (options: FieldOptions = {}): PropertyDecorator =>
  createField(
    { example: 'Report 2026.pdf', ...options },
    { type: String, minLength: 1, maxLength: 250, pattern: fileNamePattern.source },
    IsString(ruleText(...textRule)),
    Length(1, 250, ruleText(...lengthRule(1, 250))),
    Matches(
      fileNamePattern,
      ruleText(
        'must not contain < > | : " * ? / \\ or control characters, and must not be "." or ".."',
        '不得包含 < > | : " * ? / \\ 或控制字符，也不得为“.”或“..”',
      ),
    ),
  );

/** A list of different strings, at least one. */
export const StringArrayField = (options: StringArrayFieldOptions): PropertyDecorator => {
  const { minLength = 1, maxLength, maxItems, ...rest } = options;
  return createField(
    rest,
    { type: [String], minItems: 1, maxItems, items: { type: 'string', minLength, maxLength } },
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(maxItems),
    UniqueItems(),
    IsString(entryRuleText(...textRule)),
    Length(minLength, maxLength, entryRuleText(...lengthRule(minLength, maxLength))),
  );
};

/** Ids in one query parameter, separated by commas. */
export const IdArrayQueryField = (options: Omit<ArrayFieldOptions, 'minItems'>): PropertyDecorator => {
  const { maxItems, ...rest } = options;
  const itemPattern = idPattern.source.slice(1, -1);
  return createField(
    { example: 'F0000000000000000001', ...rest },
    { type: String, pattern: `^${itemPattern}( *, *${itemPattern}){0,${maxItems - 1}}$` },
    Recorded(),
    CommaSeparated(maxItems),
    IsArray(givenOnceText),
    ArrayMaxSize(maxItems),
    UniqueItems(),
    Matches(idPattern, entryRuleText(...idRule)),
  );
};

/** Strings without commas in one query parameter, separated by commas. */
export const StringArrayQueryField = (options: Omit<StringArrayFieldOptions, 'minLength'>): PropertyDecorator => {
  const { maxLength, maxItems, ...rest } = options;
  return createField(
    rest,
    { type: String, pattern: `^[^,]{1,${maxLength}}(,[^,]{1,${maxLength}}){0,${maxItems - 1}}$` },
    CommaSeparated(maxItems),
    IsArray(givenOnceText),
    ArrayMaxSize(maxItems),
    UniqueItems(),
    Length(1, maxLength, entryRuleText(...lengthRule(1, maxLength))),
  );
};

/** Several different values of an enumeration. */
export const EnumArrayField = (
  values: readonly string[],
  options: FieldOptions & Pick<ArrayFieldOptions, 'minItems'> = {},
): PropertyDecorator => {
  const { minItems = 0, ...rest } = options;
  return createField(
    rest,
    {
      type: [String],
      minItems: minItems || undefined,
      maxItems: values.length,
      items: { type: 'string', enum: [...values] },
    },
    Recorded(),
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(values.length),
    UniqueItems(),
    IsIn(values, entryRuleText(...oneOfRule(values))),
  );
};

export const EnumField = (values: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  createField(options, { type: String, enum: [...values] }, Recorded(), IsIn(values, ruleText(...oneOfRule(values))));

/** @param options `query: true` for a query parameter, whose value is a string */
export const IntegerField = (
  options: FieldOptions & { min: number; max?: number; query?: boolean },
): PropertyDecorator => {
  const { min, max = Number.MAX_SAFE_INTEGER, query, ...rest } = options;
  return createField(
    rest,
    { type: 'integer', format: 'int64', minimum: min, maximum: max },
    Recorded(),
    ...(query ? [ParseInteger] : []),
    IsInt(),
    Min(min),
    Max(max),
  );
};

export const ByteSizeField = (options: FieldOptions = {}): PropertyDecorator =>
  IntegerField({ example: 52_428_800, ...options, min: 0 });

/** @param options `query: true` for a query parameter, whose value is a string */
export const BooleanField = (options: FieldOptions & { query?: boolean } = {}): PropertyDecorator => {
  const { query, ...rest } = options;
  return createField(rest, { type: Boolean }, Recorded(), ...(query ? [ParseBoolean] : []), IsBoolean());
};

/** A timestamp in responses: RFC 3339, in UTC. */
export const TimestampField = (options: FieldOptions = {}): PropertyDecorator =>
  createField({ example: '2026-03-01T08:30:00.000Z', ...options }, { type: String, format: 'date-time' }, IsString());

const timestampText = ruleText(
  'must be a moment as RFC 3339 writes it: 2026-03-01T08:30:00Z',
  '必须是 RFC 3339 格式的时间：2026-03-01T08:30:00Z',
);

/** A timestamp in input: RFC 3339, with any offset. */
export const TimestampInputField = (options: FieldOptions = {}): PropertyDecorator =>
  createField(
    { example: '2026-03-01T08:30:00.000Z', ...options },
    { type: String, format: 'date-time' },
    Recorded(),
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/, timestampText),
    IsISO8601({ strict: true }, timestampText),
  );

export const NestedField = (of: () => Class, options: FieldOptions = {}): PropertyDecorator =>
  // Swagger calls this function only where its name is `type`: `of` itself would be taken for a class.
  createField(options, { type: () => of() }, Recorded(), ValidateNested(), Type(of));

export const NestedArrayField = (
  of: () => Class,
  options: FieldOptions & Partial<Pick<ArrayFieldOptions, 'minItems' | 'maxItems'>> = {},
): PropertyDecorator => {
  const { minItems = 0, maxItems, ...rest } = options;
  return createField(
    rest,
    { type: () => of(), isArray: true, minItems: minItems || undefined, maxItems: maxItems || undefined },
    Recorded(),
    IsArray(),
    ...(minItems ? [ArrayMinSize(minItems)] : []),
    ...(maxItems ? [ArrayMaxSize(maxItems)] : []),
    // Without this check, the items of a nested list would be validated as items of this list.
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(of),
  );
};
