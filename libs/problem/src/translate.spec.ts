import { describe, expect, it } from '@jest/globals';
import { HttpException, NotFoundException } from '@nestjs/common';
import { errorCodes } from 'fastify';
import type { ProblemCode } from './catalogue.js';
import { ProblemError } from './problem-error.js';
import { toProblem } from './translate.js';

describe('What an error becomes', () => {
  it.each([
    ['FST_ERR_NOT_FOUND', 'route-not-found'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'unsupported-media-type'],
    ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'bad-request'],
    ['FST_ERR_CTP_EMPTY_JSON_BODY', 'malformed-json'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'malformed-json'],
    ['FST_ERR_BAD_URL', 'bad-request'],
    ['FST_ERR_INVALID_URL', 'bad-request'],
    ['FST_ERR_MAX_PARAM_LENGTH', 'uri-too-long'],
    ['FST_ERR_ROUTE_MISSING_CONTENT_TYPE', 'unsupported-media-type'],
    ['FST_ERR_HANDLER_TIMEOUT', 'upstream-timeout'],
    ['FST_ERR_REP_ALREADY_SENT', 'internal'],
  ] as const)('Fastify’s %s is %s, bare and wrapped by Nest', (name, code) => {
    const error = new errorCodes[name]();
    expect(error.code).toBe(name);
    expect(toProblem(error).code).toBe(code);
    expect(toProblem(new HttpException('x', 418, { cause: error })).code).toBe(code);
  });

  it.each<[number, ProblemCode]>([
    [400, 'bad-request'],
    [404, 'route-not-found'],
    [405, 'method-not-allowed'],
    [406, 'not-acceptable'],
    [408, 'request-timeout'],
    [411, 'length-required'],
    [413, 'too-large'],
    [414, 'uri-too-long'],
    [415, 'unsupported-media-type'],
    [416, 'range-not-satisfiable'],
    [429, 'too-many-requests'],
    [431, 'header-too-large'],
    [503, 'overloaded'],
    [418, 'internal'],
    [500, 'internal'],
  ])('of the framework with status %d is %s', (status, code) => {
    expect(toProblem(new HttpException('x', status)).code).toBe(code);
  });

  it('is itself where it is a problem already', () => {
    const problem = new ProblemError('name-taken');
    expect(toProblem(problem, [() => new ProblemError('internal')])).toBe(problem);
  });

  it('is what the first translator that knows it says, before all other rules', () => {
    const error = new NotFoundException();
    const translators = [() => undefined, () => new ProblemError('not-found'), () => new ProblemError('internal')];
    expect(toProblem(error, translators).code).toBe('not-found');
  });

  it('keeps the original for the log', () => {
    const error = new TypeError('x');
    expect(toProblem(error).cause).toBe(error);
  });

  it.each([undefined, null, 'text', 42, {}, { statusCode: 404 }, Object.assign(new Error('x'), { statusCode: 404 })])(
    'is internal for %j, whatever it says of itself',
    (thrown) => {
      expect(toProblem(thrown).code).toBe('internal');
    },
  );
});
