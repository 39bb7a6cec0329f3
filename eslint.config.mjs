import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { maxFunctionLines } from './scripts/lint/max-function-lines.mjs';

const tests = ['**/*.test.{ts,tsx,mjs}', 'test/**/*.{ts,tsx}'];
const source = [
  'strapi-*.ts',
  'config/**/*.ts',
  'shared/**/*.ts',
  'server/**/*.ts',
  'admin/**/*.{ts,tsx}',
];

const maxLines = (max) => ['error', { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.demo/',
      '.test/',
      '.cache/',
      'test/host-app/',
      'test/fixtures/',
      '**/__fixtures__/',
    ],
  },
  // A rule that may be switched off in a comment is a suggestion.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      // The rules below ask the type checker: a forgotten await is how paid work gets lost.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    plugins: { house: { rules: { 'max-function-lines': maxFunctionLines } } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines': maxLines(300),
      'house/max-function-lines': ['error', 50],
    },
  },
  { files: source, rules: { 'no-console': 'error' } },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines': maxLines(350), 'house/max-function-lines': ['error', 120] },
  },
  {
    files: ['admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: tests,
    rules: {
      'max-lines': maxLines(500),
      'house/max-function-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
