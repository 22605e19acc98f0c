const { existsSync } = require('node:fs')
const { availableParallelism } = require('node:os')
const { join } = require('node:path')
const swc = require('./tests/support/jest/swc.cjs')

/** Packages that npm ships as ES modules only: Jest runs them as CommonJS. */
const ES_MODULES = ['d3-[^/]+', 'internmap', 'osm-pbf-parser-node', 'uqr']

const TESTS = '**/*.test.{ts,tsx}'

/** A suite over those folders that exist already. */
const project = (displayName, folders, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: folders
    .filter((folder) => existsSync(join(__dirname, folder)))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: [TESTS],
  testEnvironment: 'node',
  transform: { '\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(?:${ES_MODULES.join('|')})/)`],
  ...more,
})

/** One embedded PostgreSQL for all the suites of a run that need it; see tests/support/database.ts. */
const withPostgres = {
  globalSetup: '<rootDir>/tests/support/jest/start-postgres.ts',
  globalTeardown: '<rootDir>/tests/support/jest/stop-postgres.ts',
}

/** Suites of the backend share the packages that it stands on. */
const backend = { runtime: '<rootDir>/tests/support/jest/shared-packages-runtime.cjs' }

/** Jest knows one limit for all projects; on a busy machine a browser or a new cluster takes its time. */
const TEST_TIMEOUT_MS = 180_000

const projects = [
  project('unit', ['core', 'cloud', 'scripts', 'config', 'tests/support'], backend),
  project('unit-client', ['src', 'desk'], {
    testEnvironment: '<rootDir>/tests/support/jest/client-environment.cjs',
    setupFiles: [
      '<rootDir>/tests/support/jest/subdistrict.cjs',
      '<rootDir>/tests/support/jest/no-line-breaks.cjs',
    ],
    // The browser's edition of each part in src/platform, as in the H5 build.
    moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'cjs', 'mjs', 'jsx', 'json'],
    moduleNameMapper: {
      '\\.(css|scss)$': '<rootDir>/tests/support/jest/no-style.cjs',
      '^@tarojs/(taro|components)$': '<rootDir>/tests/support/taro/$1',
    },
  }),
  project('integration', ['tests/integration'], { ...backend, ...withPostgres }),
  project('weapp', ['tests/weapp'], { ...backend, ...withPostgres }),
  project('e2e', ['tests/e2e'], { ...backend, ...withPostgres }),
]

module.exports = {
  projects: projects.filter(({ roots }) => roots.length > 0),
  reporters: ['default', '<rootDir>/tests/support/jest/count-reporter.cjs'],
  testSequencer: '<rootDir>/tests/support/jest/longest-first.cjs',
  testTimeout: TEST_TIMEOUT_MS,
  // One more than there are cores: suites wait for the database, a browser, a phone.
  maxWorkers: availableParallelism() + 1,
}
