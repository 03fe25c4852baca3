import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, expect } from '@jest/globals';
import { AnswerChecks } from './answer-check.js';
import { contractFolder } from './contract-files.js';
import { loadContract } from './contract.js';

interface Example {
  readonly operationId: string;
  readonly placeholder?: boolean;
  readonly response?: { readonly body?: Readonly<Record<string, unknown>> };
}

/** Printed with a slip of the pen in a member's name, which the contract's table spells right. */
const MISPRINTED = ['getUserGroup'];

describe('the check of an answer against the contract', () => {
  const contract = loadContract();
  const checks = new AnswerChecks(contract);
  const operation = (operationId: string) => {
    const found = contract.operations.find((one) => one.operationId === operationId);
    if (!found) throw new Error(`no operation ${operationId}`);
    return found;
  };

  const folder = join(contractFolder(), 'examples');
  const examples = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Example)
    .filter(({ operationId, placeholder, response }) => {
      return response?.body && !placeholder && !MISPRINTED.includes(operationId);
    });

  it.each(examples.map((example) => [example.operationId, example] as const))(
    'takes the documented answer of %s, but for the type of code',
    (operationId, { response }) => {
      const form = checks.codeForm(operation(operationId));
      const body = { ...response?.body, ...(form === 'text' ? { code: '0' } : {}) };
      expect(checks.check(operation(operationId), body)).toEqual([]);
    },
  );

  it('finds a member of the wrong type, and one that the contract does not name', () => {
    expect(checks.check(operation('countUser'), { code: 0, msg: 'success', data: 'many', extra: 1 })).toEqual(
      expect.arrayContaining(['answer: unknown member "extra"']),
    );
    expect(checks.check(operation('refreshSession'), { accessToken: 7 })).toEqual([
      'answer/accessToken: must be string',
    ]);
  });

  it('knows where code is text, where a number, and where there is none', () => {
    expect(checks.codeForm(operation('createDirectory'))).toBe('text');
    expect(checks.codeForm(operation('authSession'))).toBe('number');
    expect(checks.codeForm(operation('createSyncDir'))).toBe('absent');
  });
});
