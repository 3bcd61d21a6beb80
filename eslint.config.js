// SPDX-License-Identifier: MIT
// What the compiler cannot see. Without type information, so that it stays quick enough to run on every save.
import prettier from 'eslint-config-prettier';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.fixture.ts', '**/*.stories.ts', 'test/**', 'bench/**', 'stories/**'];

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'cdn/',
      'coverage/',
      '.cache/',
      'storybook-static/',
      'test-results/',
      '**/media/',
      'docs/screenshots/',
    ],
  },
  ...ts.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // `import('…')` as a type is how a dynamic import is described.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'packages/loader/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      // `list-style: none` takes the role of a list away in WebKit: role="list" is said again on purpose.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // chai: `expect(x).to.be.true`
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit-a11y/accessible-name': 'off',
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['examples/**/*.{js,mjs}'], languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  prettier,
);
