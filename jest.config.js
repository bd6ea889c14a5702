/** One Jest project per test tier; the tier is in the file name (docs/testing.md). */
const esmOnly = '@nestjs|ical-generator|postal-mime|luxon';
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^@app/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.gongfang'],
};
const tier = (displayName, testMatch, more = {}) => ({
  ...shared,
  displayName,
  testMatch: testMatch.map((m) => `<rootDir>/${m}`),
  ...more,
});
const onServices = { globalSetup: '<rootDir>/test/support/global-setup.cjs', globalTeardown: '<rootDir>/test/support/global-teardown.cjs' };

module.exports = {
  testTimeout: 30_000,
  // Measured where a run asks for it, as the unit tier does: each branch of the rules is taken by a test (docs/testing.md).
  collectCoverageFrom: ['libs/domain/src/**/*.ts', '!**/*.spec.ts', '!**/*.builder.ts', '!**/spec-kit.ts'],
  coverageReporters: ['json'],
  coverageThreshold: { global: { branches: 100 } },
  projects: [
    tier('unit', ['{apps,libs}/**/*.spec.ts']),
    tier('replay', ['test/replay/**/*.replay-spec.ts']),
    tier('architecture', ['test/architecture/**/*.arch-spec.ts']),
    tier('integration', ['test/integration/**/*.integration-spec.ts'], onServices),
    tier('e2e', ['test/e2e/**/*.e2e-spec.ts'], onServices),
    tier('browser', ['test/browser/**/*.browser-spec.ts'], onServices),
    tier('record', ['test/replay/recorder/*.record-spec.ts'], onServices),
    tier('chaos', ['test/chaos/**/*.chaos-spec.ts'], onServices),
  ],
};
