// @ts-check
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { localRules } from './scripts/lint/local-rules.mjs';
import {
  domainGlobals,
  domainLocaleCalls,
  environmentReads,
  languageLimits,
  lineSaves,
  testWaits,
  workflowGlobals,
  workflowThrows,
} from './scripts/lint/restrictions.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const plainScripts = ['**/*.mjs', '**/*.cjs', '**/*.js'];
const specs = ['**/*.spec.ts', 'test/**/*.{arch,replay,record,integration,e2e,browser,chaos,upgrade}-spec.ts'];
const environmentReaders = ['libs/platform/src/config/**', 'scripts/**', 'test/**', 'bench/**', 'apps/dashboard/vite.config.ts'];

export default tseslint.config(
  {
    ignores: ['node_modules/**', 'dist/**', '.gongfang*/**', 'coverage/**', '**/src/generated/**', 'test/replay/{histories,ledgers}/**'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { gongfang: localRules } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/max-params': ['error', { max: 5 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A named alias of string beside a literal says what the string holds.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // An interface may ask for a promise where one implementation has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-undef': 'off',
    },
  },
  { files: plainScripts, languageOptions: { globals: nodeGlobals() }, rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
  { files: ['**/*.cjs', 'jest.config.js'], languageOptions: { sourceType: 'commonjs' } },
  {
    files: [...typescript, ...plainScripts],
    rules: {
      complexity: ['error', 10],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'gongfang/kebab-case-file-name': 'error',
      'gongfang/no-section-banner': 'error',
      'no-restricted-syntax': ['error', ...languageLimits, ...lineSaves],
    },
  },
  { files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'test/support/**/*.ts'], rules: { 'gongfang/documented-export': 'error' } },
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    rules: {
      // The router ends a loader by throwing where to go instead.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
    },
  },
  {
    // A component's type says what it takes; what it gives is always an element.
    files: ['apps/dashboard/src/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 120 }],
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'gongfang/no-plain-text': 'error',
    },
  },
  { ...reactHooks.configs.flat['recommended-latest'], files: ['apps/dashboard/src/**/*.{ts,tsx}'] },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: environmentReaders,
    rules: { 'no-restricted-properties': ['error', ...environmentReads] },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...domainGlobals],
      'no-restricted-properties': [
        'error',
        ...environmentReads,
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': ['error', ...languageLimits, ...lineSaves, ...domainLocaleCalls],
    },
  },
  {
    // The one file that may ask the platform for a zone's offset.
    files: ['libs/domain/src/calendar/zone.ts'],
    rules: { 'no-restricted-globals': ['error', ...domainGlobals.filter((one) => one.name !== 'Intl')] },
  },
  {
    files: ['libs/workflows/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...workflowGlobals],
      'no-restricted-syntax': ['error', ...languageLimits, ...workflowThrows],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: '@temporalio/workflow', importNames: ['uuid4'], message: 'Ids come from business keys (convention 18).' }],
          patterns: [{ regex: '\\.activities$', allowTypeImports: true, message: 'Activities run elsewhere: import type (pitfall 6).' }],
        },
      ],
    },
  },
  {
    files: specs,
    plugins: { gongfang: localRules },
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      'gongfang/max-test-lines': ['error', 60],
      'no-restricted-syntax': ['error', ...languageLimits, ...lineSaves, ...testWaits],
      // A thrown error of a called function is what a test is for; a stubbed third-party type has no narrower name.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Tables of facts and migrations are long because the facts are many.
    files: ['libs/persistence/src/{migrations,seed}/**', 'libs/platform/src/catalogues/**', 'libs/domain/src/**/*.data.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);

/** Names that Node provides to a plain script. */
function nodeGlobals() {
  const names = ['process', 'console', 'Buffer', 'URL', 'URLSearchParams', 'fetch', 'AbortController', 'AbortSignal', 'performance'];
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask', 'structuredClone'];
  const encoders = ['TextEncoder', 'TextDecoder', 'crypto', 'Response', 'Request', 'Headers', 'Blob', 'FormData', 'Event', 'EventTarget'];
  const commonJs = ['require', 'module', '__dirname', '__filename', 'exports'];
  return Object.fromEntries([...names, ...timers, ...encoders, ...commonJs].map((name) => [name, 'readonly']));
}
