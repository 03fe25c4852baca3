import { Transform } from 'class-transformer';

/**
 * Several values in one query parameter, separated by commas. A repeated parameter is not a string and is rejected. A
 * list that is too long is cut after one value too many: the validators reject it for its length.
 */
export const CommaSeparated = (maxItems: number): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown =>
    typeof value === 'string' ? value.split(',', maxItems + 1).map((word) => word.trim()) : false,
  );

/** Converts the digits of a query parameter to a number. Any other value stays unchanged; the validator rejects it. */
export const ParseInteger = Transform(({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
);

/** Converts `true` and `false` of a query parameter. Any other value stays unchanged; the validator rejects it. */
export const ParseBoolean = Transform(({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value,
);
