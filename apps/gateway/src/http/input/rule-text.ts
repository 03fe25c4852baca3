import type { ValidationOptions } from 'class-validator';

/**
 * The message of a rule in English and Chinese. class-validator knows one message for each rule: the Chinese one is passed
 * on in the context of the rule, where `createValidationProblem` finds it.
 */
export const ruleText = (en: string, zh: string): ValidationOptions => ({ message: en, context: { zh } });

/** The same for a rule that each entry of a list has to follow. */
export const entryRuleText = (en: string, zh: string): ValidationOptions => ({
  each: true,
  ...ruleText(`each entry ${en}`, `每一项${zh}`),
});

export const textRule = ['must be a text', '必须是文本'] as const;
export const givenOnceText = ruleText('must be given once', '只能出现一次');

export const lengthRule = (min: number, max: number): [en: string, zh: string] => [
  `must have ${min} to ${max} characters`,
  `长度必须为 ${min} 至 ${max} 个字符`,
];

export const oneOfRule = (values: readonly string[]): [en: string, zh: string] => [
  `must be one of: ${values.join(', ')}`,
  `必须是下列之一：${values.join(', ')}`,
];
