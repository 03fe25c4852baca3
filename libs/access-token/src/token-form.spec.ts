import { describe, expect, it } from '@jest/globals';
import { normaliseToken } from './token-form.js';

describe('a pasted token', () => {
  it.each([
    ['Bearer 0a1b', 'Bearer 0a1b'],
    ['Bearer+0a1b', 'Bearer 0a1b'],
    ['Bearer%200a1b', 'Bearer 0a1b'],
    ['bearer   0a1b ', 'Bearer 0a1b'],
    ['0a1b', 'Bearer 0a1b'],
    ['  0a1b\n', 'Bearer 0a1b'],
    ['AT 0a1b', 'AT 0a1b'],
    ['Bearer0a1b', 'Bearer Bearer0a1b'],
  ])('%j becomes %j', (pasted, sent) => {
    expect(normaliseToken(pasted)).toBe(sent);
  });
});
