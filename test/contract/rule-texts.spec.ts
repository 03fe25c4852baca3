import { describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import '../../apps/gateway/src/gateway.module.js';
import { createProblemDocument, createValidationProblem } from '../../libs/problem/src/index.js';

/** What class-validator stores for each rule of each DTO. The type in its package lacks the map. */
interface Rule {
  readonly target: { readonly name: string };
  readonly propertyName: string;
  readonly type: string;
  readonly name?: string;
  readonly message?: string;
  readonly context?: object;
  readonly constraints?: readonly unknown[];
  readonly constraintCls?: new () => { defaultMessage?(args: object): string };
}
const { validationMetadatas } = getMetadataStorage() as unknown as {
  readonly validationMetadatas: ReadonlyMap<unknown, readonly Rule[]>;
};
/** The rules of the configuration are for operators, in English. */
const isDto = ({ name }: Rule['target']): boolean => !name.endsWith('Variables');
const rules = [...validationMetadatas.values()]
  .flat()
  .filter(({ type, target }) => type === 'customValidation' && isDto(target));

/** The message of a rule as class-validator writes it. */
function writeMessage({ message, propertyName, constraints = [], constraintCls }: Rule): string {
  const template = message ?? (constraintCls && new constraintCls().defaultMessage?.({ constraints })) ?? '';
  return template
    .replace(/\$constraint(\d)/g, (_match, number: string) => String(constraints[Number(number) - 1]))
    .replaceAll('$property', propertyName);
}

function describeViolation(rule: Rule, language: 'en' | 'zh'): string {
  const name = rule.name ?? '';
  const error = {
    property: rule.propertyName,
    constraints: { [name]: writeMessage(rule) },
    contexts: { [name]: rule.context },
  } as unknown as ValidationError;
  return createProblemDocument(createValidationProblem([error]), { language }).errors?.[0]?.message ?? '';
}

describe('the message of every rule of every DTO', () => {
  it('is in Chinese for Chinese callers, and in English for all others', () => {
    const wrong = rules.filter((rule) => {
      const [en, zh] = [describeViolation(rule, 'en'), describeViolation(rule, 'zh')];
      return !/^[\x20-\x7e]+$/.test(en) || !/[\u4e00-\u9fff]/.test(zh) || /\$/.test(en + zh);
    });
    expect(wrong.map(({ target, propertyName, name }) => `${target.name}.${propertyName}: ${name ?? ''}`)).toEqual([]);
    expect(rules.length).toBeGreaterThan(500);
  });
});
