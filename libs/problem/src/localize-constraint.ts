import type { LocalizedText } from './problem-error.js';

interface ConstraintMessage {
  /** Matches the default message of class-validator. The group is the limit. */
  readonly defaultMessagePattern: RegExp;
  readonly en: string;
  readonly zh: string;
}

/** Messages by the name of class-validator's constraint. `$1` is the limit. */
const constraintMessages: Readonly<Record<string, ConstraintMessage>> = {
  whitelistValidation: { defaultMessagePattern: /should not exist$/, en: 'is no known field', zh: '未知字段' },
  isDefined: { defaultMessagePattern: /should not be null or undefined$/, en: 'is required', zh: '必填' },
  isNotEmpty: { defaultMessagePattern: /should not be empty$/, en: 'must not be empty', zh: '不能为空' },
  isString: { defaultMessagePattern: /must be a string$/, en: 'must be text', zh: '必须是文本' },
  isBoolean: {
    defaultMessagePattern: /must be a boolean value$/,
    en: 'must be true or false',
    zh: '必须是 true 或 false',
  },
  isInt: { defaultMessagePattern: /must be an integer number$/, en: 'must be a whole number', zh: '必须是整数' },
  isArray: { defaultMessagePattern: /must be an array$/, en: 'must be an array', zh: '必须是数组' },
  isObject: { defaultMessagePattern: /must be an object$/, en: 'must be an object', zh: '必须是对象' },
  min: { defaultMessagePattern: /must not be less than (-?[\d.]+)$/, en: 'must be at least $1', zh: '不得小于 $1' },
  max: { defaultMessagePattern: /must not be greater than (-?[\d.]+)$/, en: 'must be at most $1', zh: '不得大于 $1' },
  minLength: {
    defaultMessagePattern: /must be longer than or equal to (\d+) characters$/,
    en: 'must be at least $1 characters long',
    zh: '长度不得少于 $1 个字符',
  },
  maxLength: {
    defaultMessagePattern: /must be shorter than or equal to (\d+) characters$/,
    en: 'must be at most $1 characters long',
    zh: '长度不得超过 $1 个字符',
  },
  arrayMinSize: {
    defaultMessagePattern: /must contain at least (\d+) elements$/,
    en: 'must hold at least $1 entries',
    zh: '至少包含 $1 项',
  },
  arrayMaxSize: {
    defaultMessagePattern: /must contain no more than (\d+) elements$/,
    en: 'must hold at most $1 entries',
    zh: '最多包含 $1 项',
  },
  arrayUnique: {
    defaultMessagePattern: /elements must be unique$/,
    en: 'must not hold an entry twice',
    zh: '不能有重复项',
  },
  isIn: {
    defaultMessagePattern: /must be one of the following values: (.*)$/,
    en: 'must be one of: $1',
    zh: '必须是下列之一：$1',
  },
  isEnum: {
    defaultMessagePattern: /must be one of the following values: (.*)$/,
    en: 'must be one of: $1',
    zh: '必须是下列之一：$1',
  },
};

/**
 * The message for a violated constraint: its own one, whose Chinese text is in the context of the rule, or one of the list.
 * A message that is in neither stays as it is.
 */
export function localizeConstraint(
  constraint: string,
  message: string,
  context?: { readonly zh?: string },
): LocalizedText {
  if (context?.zh !== undefined) return { en: message, zh: context.zh };
  const texts = Object.hasOwn(constraintMessages, constraint) ? constraintMessages[constraint] : undefined;
  const limits = texts?.defaultMessagePattern.exec(message);
  if (!texts || !limits) return { en: message, zh: message };
  const each = message.startsWith('each value in ');
  return {
    en: (each ? 'each entry ' : '') + insertLimit(texts.en, limits),
    zh: (each ? '每一项' : '') + insertLimit(texts.zh, limits),
  };
}

function insertLimit(template: string, limits: readonly string[]): string {
  return template.replace('$1', () => limits[1]?.replace(/,(?=\S)/g, ', ') ?? '');
}
