import { describe, expect, it } from '@jest/globals';
import { hasScope, isGrantedScope, scopeNames, renderScopeTable, scopeDescriptions } from './scopes.js';

describe('Scopes', () => {
  it('have a name of module and kind of access, and a description in a sentence', () => {
    for (const [name, description] of Object.entries(scopeDescriptions)) {
      expect(name).toMatch(/^[a-z-]+:[a-z-]+$/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('do not imply each other: write access does not include read access', () => {
    expect(hasScope(new Set(['files:read']), 'files:read')).toBe(true);
    expect(hasScope(new Set(['files:write']), 'files:read')).toBe(false);
    expect(hasScope(new Set(), 'files:read')).toBe(false);
  });

  it.each(scopeNames)('* allows %s', (name) => {
    expect(hasScope(new Set(['*']), name)).toBe(true);
  });

  it('are distinguished from similar words', () => {
    expect(isGrantedScope('*')).toBe(true);
    expect(isGrantedScope('files:read')).toBe(true);
    for (const word of ['files', 'files:*', 'FILES:READ', '__proto__', 'toString', '']) {
      expect(isGrantedScope(word)).toBe(false);
    }
  });

  it('are all in the table for the documentation', () => {
    for (const name of scopeNames) expect(renderScopeTable()).toContain(`| \`${name}\` | ${scopeDescriptions[name]} |`);
  });
});
