import { defineConfig } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';
import boundaries from './libs/boundaries.eslint.mjs';

/** ESLint's own recommended rules, as its rules declare them. */
const recommended = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta.docs?.recommended).map(([name]) => [name, 'error']),
);

const nodeGlobals = [
  'process',
  'console',
  'URL',
  'Buffer',
  'setTimeout',
  'clearTimeout',
  'performance',
  'fetch',
  'AbortSignal',
];

const naming = [
  'error',
  { selector: 'default', format: ['camelCase'], leadingUnderscore: 'allow' },
  { selector: 'import', format: null },
  // PascalCase functions are decorators and their factories; PascalCase constants are what they give.
  { selector: 'function', format: ['camelCase', 'PascalCase'] },
  { selector: 'variable', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
  { selector: 'typeLike', format: ['PascalCase'] },
  { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
  { selector: 'enumMember', format: ['camelCase', 'PascalCase'] },
  // Properties are often somebody else's words: headers, wire names, operation ids.
  { selector: ['property', 'objectLiteralMethod', 'typeProperty', 'parameterProperty'], format: null },
];

/** Rules of style that no other rule expresses (CONTRIBUTING.md, "How it is written"). */
const style = [
  {
    selector: 'ObjectExpression > SpreadElement > LogicalExpression[operator="&&"]',
    message: 'Write the property itself: an optional property may be undefined.',
  },
  {
    selector: 'ObjectExpression > SpreadElement > ConditionalExpression > ObjectExpression[properties.length=0]',
    message: 'Write the property itself: an optional property may be undefined.',
  },
  {
    selector:
      ':matches(TSPropertySignature, PropertyDefinition, Identifier)[optional=true] > TSTypeAnnotation > TSUnionType > TSUndefinedKeyword',
    message: 'Write `name?: T`: an optional property may be undefined.',
  },
  {
    selector: 'PropertyDefinition > PrivateIdentifier, MethodDefinition > PrivateIdentifier',
    message: 'Use `private`. Only a class that holds a secret uses #names.',
  },
];

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'coverage/',
      'bench-results/',
      'test-results/',
      '.data/',
      'libs/koodrive/src/generated/',
      'libs/client/src/generated/',
      'apps/gateway/src/http/openapi/generated/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: recommended },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/naming-convention': naming,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' },
        { property: 'ip', message: 'A proxy may report any text: use getClientAddress (http/connections).' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...['node:process', 'process'].map((name) => ({ name, message: 'process is a global.' })),
            {
              name: 'class-validator',
              importNames: ['ArrayUnique'],
              message: 'Its time is quadratic: use UniqueItems (http/input/unique-items.ts).',
            },
          ],
        },
      ],
      'no-console': 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'smart'],
      'no-restricted-syntax': ['error', ...style],
    },
  },
  // A specification of many cases is long, and is read by its sentences.
  {
    files: ['test/**', '**/*.spec.ts', '**/*.spec-support.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', 400] },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    files: ['libs/config/src/**', 'test/**', '**/*.mjs', 'apps/sandbox/src/options.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  // What prints for people: the entry points and the scripts.
  {
    files: ['apps/*/src/main.ts', 'apps/gateway/src/commands/keys.ts', '**/*.mjs', 'test/bench/**', 'test/redis/**'],
    rules: { 'no-console': 'off' },
  },
  // Classes that hold a secret: a #name shows up neither in an inspection nor in JSON.
  {
    files: [
      'libs/config/src/secret.ts',
      'libs/vault/src/vault.ts',
      'libs/access-token/src/http-token-minter.ts',
      'libs/koodrive/src/paging/cursor-signer.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...style.filter(({ selector }) => !selector.includes('PrivateIdentifier'))],
    },
  },
  ...boundaries(style),
);
