import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { deviationKinds } from './deviations.js';

/* JSON schemas of the inputs of the control API, for Fastify. */

const settings = { strict: false, allErrors: true, useDefaults: true } as const;
const bodyAjv = new Ajv2020(settings);
const queryAjv = new Ajv2020({ ...settings, coerceTypes: true });

/** Only the text of a query is converted to numbers: in a body, `null` is not 0. */
export const compileInputSchema = ({ schema, httpPart }: { schema: object; httpPart?: string }): ValidateFunction =>
  (httpPart === 'body' ? bodyAjv : queryAjv).compile(schema);

const operationName = { type: 'string', minLength: 1, maxLength: 100 };
const count = { type: 'integer', minimum: 0 };
const headers = { type: 'object', additionalProperties: { type: 'string' } };

export const faultSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['effect'],
  properties: {
    match: {
      type: 'object',
      additionalProperties: false,
      default: {},
      properties: {
        operation: { anyOf: [operationName, { type: 'array', items: operationName, minItems: 1 }] },
        part: { enum: ['upload', 'download', 'token'] },
        userId: { type: 'string' },
        method: { type: 'string' },
      },
    },
    effect: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        status: { type: 'integer', minimum: 200, maximum: 599 },
        code: { type: 'integer' },
        body: {},
        headers,
        delayMs: { type: 'integer', minimum: 0, maximum: 600_000 },
        reset: { enum: ['before', 'after'] },
        cutBodyAt: count,
        wrongLength: { anyOf: [{ type: 'boolean' }, { type: 'integer' }] },
        html: { type: 'boolean' },
        tokenExpired: { type: 'boolean' },
        invalidJson: { type: 'boolean' },
        hugeBodyBytes: { type: 'integer', minimum: 0, maximum: 256 * 1024 * 1024 },
        codeAsText: { type: 'boolean' },
      },
    },
    times: { type: 'integer', minimum: 1 },
    skip: count,
    probability: { type: 'number', minimum: 0, maximum: 1 },
  },
} as const;

export const deviationSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['seed'],
  properties: {
    seed: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1 },
    kinds: { type: 'array', minItems: 1, items: { enum: deviationKinds } },
    times: { type: 'integer', minimum: 1 },
    skip: count,
  },
} as const;

export const ledgerQuerySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    after: { type: 'integer', minimum: 0, default: 0 },
    limit: { type: 'integer', minimum: 1, maximum: 10_000, default: 1000 },
  },
} as const;

export const clockSchema = {
  type: 'object',
  additionalProperties: false,
  oneOf: [{ required: ['advanceMs'] }, { required: ['now'] }],
  properties: {
    advanceMs: { type: 'integer', minimum: -8.64e14, maximum: 8.64e14 },
    now: { anyOf: [{ type: 'string', minLength: 1 }, { type: 'integer' }] },
  },
} as const;

export const createSessionSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['userId'],
  properties: { userId: { type: 'string' } },
} as const;
