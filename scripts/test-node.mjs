// npm run test:node -- 24 [arguments of npm test]: the same on another Node, which comes from the registry of npm.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { node, npm, runAloud, runQuietly } from './process/child.mjs'
import { endWithNpm } from './process/parent.mjs'
import { Refusal, runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'

const VERSION = /^\d{2}(\.\d+){0,2}$/

/** The program of that version, installed aside: outside of this project's package.json. @param {string} version */
async function nodeOf(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = inRoot('.cache', `node-${version}`)
  const program = path.join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(program)) return program
  await mkdir(folder, { recursive: true })
  const aside = ['--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts']
  await runQuietly(
    `node-${version}`,
    `Fetching Node ${version}`,
    npm('install', ...aside, `${name}@${version}`),
  )
  return program
}

await runScript(async () => {
  process.chdir(ROOT)
  endWithNpm()
  const [version = '', ...args] = process.argv.slice(2)
  if (!VERSION.test(version)) throw new Refusal('Use: npm run test:node -- 24 [arguments of npm test]')
  const program = await nodeOf(version)
  const { args: test } = node('scripts/test.mjs', ...args)
  return runAloud(
    { command: program, args: test },
    // Whatever a test starts by name is that Node, too.
    { PATH: `${path.dirname(program)}${path.delimiter}${process.env.PATH ?? ''}` },
  )
})
