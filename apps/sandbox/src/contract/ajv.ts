import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/**
 * A validator for OpenAPI 3.1 schemas with the contract's formats and the limits it gives for numbers written as text.
 * It reports all mistakes, and never the values themselves.
 */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, messages: true, validateSchema: false });
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => value >= -(2 ** 31) && value < 2 ** 31 });
  // A double cannot tell 2^63 - 1 from 2^63, so the upper end is taken as well.
  ajv.addFormat('int64', { type: 'number', validate: (value: number) => value >= -(2 ** 63) && value <= 2 ** 63 });
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
  ajv.addKeyword({ keyword: 'x-minimum', type: 'string', compile: numericText((value, limit) => value >= limit) });
  ajv.addKeyword({ keyword: 'x-maximum', type: 'string', compile: numericText((value, limit) => value <= limit) });
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'string',
    validate: (limit: number, text: string) => Buffer.byteLength(text) <= limit,
  });
  return ajv;
}

function numericText(fits: (value: number, limit: number) => boolean) {
  return (limit: number) => (text: string) => /^\d+$/.test(text) && fits(Number(text), limit);
}

/** One line for each mistake, beginning with `part`. */
export function describeErrors(part: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty: name } = params as { additionalProperty?: string };
    if (name !== undefined) return `${part}${instancePath}: unknown member ${JSON.stringify(name)}`;
    return `${part}${instancePath}: ${message ?? 'wrong'}`;
  });
}
