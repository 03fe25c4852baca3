import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, expect } from '@jest/globals';
import { ResponseValidator } from './response-validator.js';
import { findContractFolder } from './contract-files.js';
import { loadContract } from './contract.js';

interface Example {
  readonly operationId: string;
  readonly placeholder?: boolean;
  readonly response?: { readonly body?: Readonly<Record<string, unknown>> };
}

/** Examples with a misspelled member name that the contract's table spells correctly. */
const misprintedExamples = ['getUserGroup'];

describe('ResponseValidator', () => {
  const contract = loadContract();
  const validator = new ResponseValidator(contract);
  const operation = (operationId: string) => {
    const match = contract.operations.find((candidate) => candidate.operationId === operationId);
    if (!match) throw new Error(`no operation ${operationId}`);
    return match;
  };

  const folder = join(findContractFolder(), 'examples');
  const examples = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Example)
    .filter(({ operationId, placeholder, response }) => {
      return response?.body && !placeholder && !misprintedExamples.includes(operationId);
    });

  it.each(examples.map((example) => [example.operationId, example] as const))(
    'accepts the documented response of %s, except for the type of code',
    (operationId, { response }) => {
      const body: Record<string, unknown> = { ...response?.body };
      if (validator.codeTypeOf(operation(operationId)) === 'text') body.code = '0';
      expect(validator.validate(operation(operationId), body)).toEqual([]);
    },
  );

  it('reports a member of the wrong type and a member that the contract does not name', () => {
    expect(validator.validate(operation('countUser'), { code: 0, msg: 'success', data: 'many', extra: 1 })).toEqual(
      expect.arrayContaining(['response: unknown member "extra"']),
    );
    expect(validator.validate(operation('refreshSession'), { accessToken: 7 })).toEqual([
      'response/accessToken: must be string',
    ]);
  });

  it('returns whether an operation types code as text, as a number or not at all', () => {
    expect(validator.codeTypeOf(operation('createDirectory'))).toBe('text');
    expect(validator.codeTypeOf(operation('authSession'))).toBe('number');
    expect(validator.codeTypeOf(operation('createSyncDir'))).toBe('absent');
  });
});
