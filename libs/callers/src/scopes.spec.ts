import { describe, expect, it } from '@jest/globals';
import { covers, isGrantedScope, scopeNames, scopesDocumentation, scopeTable } from './scopes.js';

describe('Scopes', () => {
  it('are named by module and kind of access, and described in a sentence', () => {
    for (const [name, meaning] of Object.entries(scopeTable)) {
      expect(name).toMatch(/^[a-z-]+:[a-z-]+$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('allow what they name and nothing else: writing is no reading', () => {
    expect(covers(new Set(['files:read']), 'files:read')).toBe(true);
    expect(covers(new Set(['files:write']), 'files:read')).toBe(false);
    expect(covers(new Set(), 'files:read')).toBe(false);
  });

  it.each(scopeNames)('* allows %s', (name) => {
    expect(covers(new Set(['*']), name)).toBe(true);
  });

  it('are told from words that merely look like one', () => {
    expect(isGrantedScope('*')).toBe(true);
    expect(isGrantedScope('files:read')).toBe(true);
    for (const word of ['files', 'files:*', 'FILES:READ', '__proto__', 'toString', '']) {
      expect(isGrantedScope(word)).toBe(false);
    }
  });

  it('have a table for the documentation that leaves none out', () => {
    for (const name of scopeNames) expect(scopesDocumentation()).toContain(`| \`${name}\` | ${scopeTable[name]} |`);
  });
});
