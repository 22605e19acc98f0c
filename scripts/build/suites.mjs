import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { node } from '../process/child.mjs'
import { ROOT } from '../process/root.mjs'

const JEST = 'node_modules/jest/bin/jest.js'
/** Each suite makes worlds of its own and drops them: with little room for young objects a quarter of the time is theirs. */
const YOUNG_MEGABYTES = 32

/** @param {string[]} args */
export const jest = (...args) => node(`--max-semi-space-size=${YOUNG_MEGABYTES}`, JEST, ...args)

/** What the tests of a folder run against. @type {Record<string, import('./steps.mjs').StepName[]>} */
const NEEDS = {
  'tests/integration': ['programs', 'functions'],
  'tests/weapp': ['programs', 'functions', 'weapp', 'weapp-https'],
  'tests/e2e': ['programs', 'h5', 'desk'],
}
const BROWSER = 'tests/e2e'

/**
 * What has to be there before Jest runs with these arguments: asked of Jest itself, so that one unit test does not
 * wait for a build of everything.
 * @param {string[]} args
 */
export function prerequisites(args) {
  const { stdout } = spawnSync(process.execPath, [JEST, '--listTests', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const files = stdout.split('\n').map((file) => path.relative(ROOT, file.trim()).replaceAll(path.sep, '/'))
  const chosen = Object.keys(NEEDS).filter((folder) => files.some((file) => file.startsWith(`${folder}/`)))
  return {
    builds: [...new Set(chosen.flatMap((folder) => NEEDS[folder] ?? []))],
    browser: chosen.includes(BROWSER),
  }
}
