import { describe, expect, it } from '@jest/globals';
import { negotiateLanguage } from './negotiate-language.js';

describe('negotiateLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['ZH-hans', 'zh'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['fr, zh;q=0.5, en;q=0.4', 'zh'],
    ['en;q=0.4, zh;q=0.5', 'zh'],
    ['zh;q=0', 'en'],
    ['*, zh;q=0.5', 'en'],
    ['zh, en', 'zh'],
    ['zhuang', 'en'],
    ['zh;q=banana', 'zh'],
    [',;,;;q=,', 'en'],
  ] as const)('for Accept-Language %j returns %s', (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it('reads only the first sixteen ranges', () => {
    expect(negotiateLanguage(`${'fr,'.repeat(20)}zh`)).toBe('en');
  });
});
