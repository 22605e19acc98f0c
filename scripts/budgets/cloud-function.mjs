import { spawnSync } from 'node:child_process'
import { Refusal } from '../process/refusal.mjs'

/**
 * Counts every file of code that Node reads from loading the bundle to its first answer; an unknown endpoint is
 * answered without the database.
 */
const COUNT = `
  const { statSync } = require('node:fs')
  const Module = require('node:module')
  let bytes = 0
  for (const kind of ['.js', '.json', '.node']) {
    const load = Module._extensions[kind]
    Module._extensions[kind] = (module, file) => {
      bytes += statSync(file).size
      return load(module, file)
    }
  }
  process.stdout.write = () => true
  const { main } = require(process.argv[1])
  main({ name: 'no.such.endpoint' }, {}).then(
    () => { require('node:fs').writeSync(1, String(bytes)); process.exit(0) },
    (error) => { require('node:fs').writeSync(2, String(error)); process.exit(1) },
  )
`

/** @param {string} bundle path of the function's index.js @returns {number} bytes */
export function measureEagerCode(bundle) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', COUNT, bundle], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
      PHONE_KEY: 'of this measurement alone: 7d20c3f59be8',
      WITHOUT_WECHAT: '1',
    },
  })
  if (status !== 0) throw new Refusal(`The cloud function ${bundle} does not answer: ${stderr.trim()}`)
  return Number(stdout)
}
