import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/**
 * Creates a validator for OpenAPI 3.1 schemas. It knows the contract's formats, and its limits for numbers written as
 * text. It reports all mistakes, without the rejected values.
 */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, messages: true, validateSchema: false });
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => value >= -(2 ** 31) && value < 2 ** 31 });
  // As a double, 2^63 - 1 equals 2^63, so 2^63 itself is accepted too.
  ajv.addFormat('int64', { type: 'number', validate: (value: number) => value >= -(2 ** 63) && value <= 2 ** 63 });
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
  ajv.addKeyword({
    keyword: 'x-minimum',
    type: 'string',
    compile: compileNumericTextLimit((value, limit) => value >= limit),
  });
  ajv.addKeyword({
    keyword: 'x-maximum',
    type: 'string',
    compile: compileNumericTextLimit((value, limit) => value <= limit),
  });
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'string',
    validate: (limit: number, text: string) => Buffer.byteLength(text) <= limit,
  });
  return ajv;
}

function compileNumericTextLimit(isWithin: (value: number, limit: number) => boolean) {
  return (limit: number) => (text: string) => /^\d+$/.test(text) && isWithin(Number(text), limit);
}

/** Returns one line for each mistake. Each line starts with `part`, the part of the message that was checked. */
export function describeErrors(part: string, errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const { additionalProperty: name } = params as { additionalProperty?: string };
    if (name !== undefined) return `${part}${instancePath}: unknown member ${JSON.stringify(name)}`;
    return `${part}${instancePath}: ${message ?? 'wrong'}`;
  });
}
