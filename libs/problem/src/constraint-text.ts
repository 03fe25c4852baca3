import type { LocalText } from './problem-error.js';

interface Wording {
  /** What class-validator says by default; its group is the limit. */
  readonly standard: RegExp;
  readonly en: string;
  readonly zh: string;
}

/** class-validator's rules by the key under which it reports them. `$1` is the limit. */
const wordings: Readonly<Record<string, Wording>> = {
  whitelistValidation: { standard: /should not exist$/, en: 'is no known field', zh: '未知字段' },
  isDefined: { standard: /should not be null or undefined$/, en: 'is required', zh: '必填' },
  isNotEmpty: { standard: /should not be empty$/, en: 'must not be empty', zh: '不能为空' },
  isString: { standard: /must be a string$/, en: 'must be text', zh: '必须是文本' },
  isBoolean: { standard: /must be a boolean value$/, en: 'must be true or false', zh: '必须是 true 或 false' },
  isInt: { standard: /must be an integer number$/, en: 'must be a whole number', zh: '必须是整数' },
  isArray: { standard: /must be an array$/, en: 'must be an array', zh: '必须是数组' },
  isObject: { standard: /must be an object$/, en: 'must be an object', zh: '必须是对象' },
  min: { standard: /must not be less than (-?[\d.]+)$/, en: 'must be at least $1', zh: '不得小于 $1' },
  max: { standard: /must not be greater than (-?[\d.]+)$/, en: 'must be at most $1', zh: '不得大于 $1' },
  minLength: {
    standard: /must be longer than or equal to (\d+) characters$/,
    en: 'must be at least $1 characters long',
    zh: '长度不得少于 $1 个字符',
  },
  maxLength: {
    standard: /must be shorter than or equal to (\d+) characters$/,
    en: 'must be at most $1 characters long',
    zh: '长度不得超过 $1 个字符',
  },
  arrayMinSize: {
    standard: /must contain at least (\d+) elements$/,
    en: 'must hold at least $1 entries',
    zh: '至少包含 $1 项',
  },
  arrayMaxSize: {
    standard: /must contain no more than (\d+) elements$/,
    en: 'must hold at most $1 entries',
    zh: '最多包含 $1 项',
  },
  arrayUnique: { standard: /elements must be unique$/, en: 'must not hold an entry twice', zh: '不能有重复项' },
  isIn: { standard: /must be one of the following values: (.*)$/, en: 'must be one of: $1', zh: '必须是下列之一：$1' },
  isEnum: {
    standard: /must be one of the following values: (.*)$/,
    en: 'must be one of: $1',
    zh: '必须是下列之一：$1',
  },
};

/** The text of a broken rule. A message that the rule's author wrote is passed on as it is. */
export function constraintText(constraint: string, message: string): LocalText {
  const wording = Object.hasOwn(wordings, constraint) ? wordings[constraint] : undefined;
  const limits = wording?.standard.exec(message);
  if (!wording || !limits) return message;
  const each = message.startsWith('each value in ');
  return {
    en: (each ? 'each entry ' : '') + withLimits(wording.en, limits),
    zh: (each ? '每一项' : '') + withLimits(wording.zh, limits),
  };
}

function withLimits(template: string, limits: readonly string[]): string {
  return template.replace('$1', () => limits[1]?.replace(/,(?=\S)/g, ', ') ?? '');
}
