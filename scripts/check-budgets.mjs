// Measures what was built against config/byte-budgets.json and ends with 1 where something is too large:
//   node scripts/check-budgets.mjs [weapp] [h5] [functions] [--json]
import { existsSync, readFileSync } from 'node:fs'
import { measureEagerCode } from './budgets/cloud-function.mjs'
import { measureFirstLoad } from './budgets/h5.mjs'
import { measurePackages } from './budgets/mini-program.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { inRoot } from './process/root.mjs'

/** @typedef {{ name: string, bytes: number, limit: number }} Measured */

const budgets = JSON.parse(readFileSync(inRoot('config/byte-budgets.json'), 'utf8'))

/** Each part: what must have been built, and how it is measured. @type {Record<string, { output: string, measure: (output: string) => Measured[] }>} */
const PARTS = {
  weapp: {
    output: 'dist/weapp/app.json',
    measure: () =>
      Object.entries(measurePackages(inRoot('dist/weapp'))).map(([name, bytes]) => ({
        name: name === 'main' ? 'mini-program, main package' : `mini-program, subpackage ${name}`,
        bytes,
        limit: name === 'main' ? budgets.miniProgram.mainPackage : budgets.miniProgram.subpackage,
      })),
  },
  h5: {
    output: 'dist/h5/index.html',
    measure: () => [
      {
        name: 'H5, first load gzipped',
        bytes: measureFirstLoad(inRoot('dist/h5')),
        limit: budgets.h5.firstLoadGzip,
      },
    ],
  },
  functions: {
    output: 'dist/functions/api/index.js',
    measure: (output) => [
      {
        name: 'cloud function api, code before its first answer',
        bytes: measureEagerCode(inRoot(output)),
        limit: budgets.cloudFunction.eagerCode,
      },
    ],
  },
}

/** @param {string} name @returns {Measured[]} */
function measure(name) {
  const part = PARTS[name]
  if (!part) throw new Refusal(`There is no part ${name}: ${Object.keys(PARTS).join(', ')}.`)
  if (!existsSync(inRoot(part.output)))
    throw new Refusal(`${part.output} is not built: build it before its bytes are counted.`)
  return part.measure(part.output)
}

await runScript(() => {
  const words = process.argv.slice(2)
  const wanted = words.filter((word) => word !== '--json')
  const measured = (wanted.length > 0 ? wanted : Object.keys(PARTS)).flatMap(measure)
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(measured)}\n`)
  else
    for (const { name, bytes, limit } of measured) {
      process.stdout.write(
        `${bytes <= limit ? '✓' : '✗'} ${name}: ${bytes.toLocaleString('en')} of ${limit.toLocaleString('en')} bytes\n`,
      )
    }
  return Promise.resolve(measured.some(({ bytes, limit }) => bytes > limit) ? 1 : 0)
})
