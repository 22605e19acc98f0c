// npm test: installs and builds what is missing, then the static checks beside every suite of Jest.
// npm test -- <pattern>: only the suites that match, and no static checks.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { writeSync } from 'node:fs'
import { bringUpToDate } from './build/bring-up-to-date.mjs'
import { ensurePackages } from './build/packages.mjs'
import { jest, prerequisites } from './build/suites.mjs'
import { findBrowser } from './find-browser.mjs'
import { npm, runAloud } from './process/child.mjs'
import { endWithNpm } from './process/parent.mjs'
import { refuseOldNode } from './process/preflight.mjs'
import { runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

const STANDARD_OUTPUT = 1
const COUNTS = inRoot('.cache', `test-counts-${process.pid}.json`)

/** @typedef {{ passed: number, failed: number }} Counts */

/** The static checks together count as one test. @returns {Promise<Counts>} */
async function check() {
  const code = await runAloud(npm('run', '--silent', 'check'))
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @param {string[]} args @param {Record<string, string>} env @returns {Promise<Counts>} */
async function test(args, env) {
  await mkdir(inRoot('.cache'), { recursive: true })
  const code = await runAloud(jest(...args), { ...env, COUNTS_FILE: COUNTS })
  // A Jest that ends before it has counted has failed, whatever it ran.
  const counts = await readFile(COUNTS, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 1 }))
  await rm(COUNTS, { force: true })
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) }
}

await runScript(async () => {
  refuseOldNode()
  process.chdir(ROOT)
  endWithNpm()
  const args = process.argv.slice(2)
  await ensurePackages()
  const { builds, browser } = prerequisites(args)
  /** @type {Record<string, string>} */
  const env = browser ? { CHROMIUM_PATH: await findBrowser() } : {}
  await bringUpToDate(builds)
  // Side by side: the checks step back, and Jest's last suites leave a core to them.
  const parts = await Promise.all([args.length === 0 ? check() : { passed: 0, failed: 0 }, test(args, env)])
  const passed = parts.reduce((sum, part) => sum + part.passed, 0)
  const failed = parts.reduce((sum, part) => sum + part.failed, 0)
  process.once('exit', () => writeSync(STANDARD_OUTPUT, `${passed} passed, ${failed} failed\n`))
  return failed === 0 ? 0 : 1
})
