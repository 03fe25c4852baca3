import { createCodeReader } from './code-reader.js';

describe('createCodeReader', () => {
  const toState = createCodeReader({ active: 0, frozen: '1' });

  it.each([
    [0, 'active'],
    ['0', 'active'],
    [1, 'frozen'],
    ['1', 'frozen'],
  ])('reads %p as %p', (code, state) => {
    expect(toState(code)).toBe(state);
  });

  it.each(['', null, undefined, false, 2, '00', ' 0', '__proto__', 'constructor', 'active'])(
    'does not know %p',
    (code) => {
      expect(toState(code)).toBeUndefined();
    },
  );
});
