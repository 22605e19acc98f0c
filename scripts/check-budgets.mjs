// Builds what has changed, measures it against config/byte-budgets.json, and ends with 1 where something is too large:
//   node scripts/check-budgets.mjs [weapp] [h5] [desk] [functions] [--json]
import { readFileSync } from 'node:fs'
import { measureEagerCode } from './budgets/cloud-function.mjs'
import { measureFirstLoad } from './budgets/first-load.mjs'
import { measurePackages } from './budgets/mini-program.mjs'
import { measureProduction } from './budgets/production.mjs'
import { bringUpToDate } from './build/bring-up-to-date.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

/** @typedef {{ name: string, bytes: number, limit: number }} Measured */

const budgets = JSON.parse(readFileSync(inRoot('config/byte-budgets.json'), 'utf8'))

/** Each part is named after the step that builds it. @type {Partial<Record<import('./build/steps.mjs').StepName, () => Measured[]>>} */
const PARTS = {
  weapp: () =>
    Object.entries(measurePackages(inRoot('dist/weapp'))).map(([name, bytes]) => ({
      name: name === 'main' ? 'mini-program, main package' : `mini-program, subpackage ${name}`,
      bytes,
      limit: name === 'main' ? budgets.miniProgram.mainPackage : budgets.miniProgram.subpackage,
    })),
  h5: () => [
    {
      name: 'H5, first load gzipped',
      bytes: measureFirstLoad(inRoot('dist/h5'), 'index.html'),
      limit: budgets.h5.firstLoadGzip,
    },
  ],
  desk: () => [
    {
      name: 'desk, first load gzipped',
      bytes: measureFirstLoad(inRoot('dist/desk'), 'desk.html'),
      limit: budgets.desk.firstLoadGzip,
    },
    {
      name: 'wall screen, first load gzipped',
      bytes: measureFirstLoad(inRoot('dist/desk'), 'screen.html'),
      limit: budgets.screen.firstLoadGzip,
    },
  ],
  programs: () => [
    {
      name: 'what a server adds to Node: packages, programs, pages, data packs',
      bytes: measureProduction(),
      limit: budgets.production.folder,
    },
  ],
  functions: () => [
    {
      name: 'cloud function api, code before its first answer',
      bytes: measureEagerCode(inRoot('dist/functions/api/index.js')),
      limit: budgets.cloudFunction.eagerCode,
    },
  ],
}

/** @param {string} name @returns {Promise<Measured[]>} */
async function measure(name) {
  const part = PARTS[/** @type {keyof typeof PARTS} */ (name)]
  if (!part) throw new Refusal(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}.`)
  await bringUpToDate([/** @type {keyof typeof PARTS} */ (name)])
  return part()
}

await runScript(async () => {
  process.chdir(ROOT)
  const words = process.argv.slice(2)
  const wanted = words.filter((word) => word !== '--json')
  /** @type {Measured[]} */
  const measured = []
  for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) measured.push(...(await measure(name)))
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(measured)}\n`)
  else
    for (const { name, bytes, limit } of measured) {
      process.stdout.write(
        `${bytes <= limit ? '✓' : '✗'} ${name}: ${bytes.toLocaleString('en')} of ${limit.toLocaleString('en')} bytes\n`,
      )
    }
  return measured.some(({ bytes, limit }) => bytes > limit) ? 1 : 0
})
