const { isNativeError } = require('node:util').types
const Runtime = require('jest-runtime').default

/**
 * Packages that most suites of the backend load, some thousand files in all, and that no test replaces: one copy for
 * all the suites of a worker instead of one for each. They live in Node's own world and not in the suite's, which their
 * errors alone show: so an Error of either world is an Error.
 */
const SHARED = new Set([
  '@e965/xlsx',
  'chinese-days',
  'csv-parse/sync',
  'dayjs',
  'dayjs/plugin/utc',
  'fast-check',
  'kysely',
  'kysely/helpers/postgres',
  'valibot',
  'pg',
  'fastify',
  '@fastify/helmet',
  '@fastify/static',
  '@fastify/under-pressure',
  'pino',
  'prom-client',
  'markdown-it',
  'pinyin-pro',
  'playwright-core',
])

const isInstance = Function.prototype[Symbol.hasInstance]

module.exports = class SharedPackagesRuntime extends Runtime {
  constructor(config, environment, ...more) {
    super(config, environment, ...more)
    const { Error: ownError } = environment.global
    Object.defineProperty(ownError, Symbol.hasInstance, {
      value(what) {
        return isInstance.call(this, what) || (this === ownError && isNativeError(what))
      },
    })
  }

  requireModuleOrMock(from, name) {
    return SHARED.has(name) ? require(name) : super.requireModuleOrMock(from, name)
  }
}
