const { existsSync } = require('node:fs')
const { join } = require('node:path')
const swc = require('./tests/support/jest/swc.cjs')

/** Packages that npm ships as ES modules only: Jest runs them as CommonJS. */
const ES_MODULES = ['d3-[^/]+', 'internmap', 'uqr']

const TESTS = '**/*.test.{ts,tsx}'

/** A suite over those folders that exist already. */
const project = (displayName, folders, more = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: folders.filter((folder) => existsSync(join(__dirname, folder))).map((folder) => `<rootDir>/${folder}`),
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

const SECOND = 1000

const projects = [
  project('unit', ['core', 'cloud', 'scripts', 'config', 'tests/support']),
  project('unit-client', ['src', 'desk'], {
    testEnvironment: 'jsdom',
    // The browser's edition of each part in src/platform, as in the H5 build.
    moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'cjs', 'mjs', 'jsx', 'json'],
    moduleNameMapper: {
      '\\.(css|scss)$': '<rootDir>/tests/support/jest/no-style.cjs',
      '^@tarojs/(taro|components)$': '<rootDir>/tests/support/taro/$1',
    },
  }),
  project('integration', ['tests/integration'], { ...withPostgres, testTimeout: 30 * SECOND }),
  project('weapp', ['tests/weapp'], { ...withPostgres, testTimeout: 60 * SECOND }),
  project('e2e', ['tests/e2e'], { ...withPostgres, testTimeout: 120 * SECOND }),
]

module.exports = {
  projects: projects.filter(({ roots }) => roots.length > 0),
  reporters: ['default', '<rootDir>/tests/support/jest/count-reporter.cjs'],
  maxWorkers: '100%',
}
