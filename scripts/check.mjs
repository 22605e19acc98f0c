import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { availableParallelism, constants, setPriority } from 'node:os'

/**
 * `npm run check`: everything that a machine can say about the code without running it. All checks run, or those that
 * are named, a few at a time; each that fails prints what it found, and the exit code is 1.
 */
const CACHE = '.cache/checks'
/** What a check remembers of files that are as they were; by their content, so that a fresh checkout may bring it along. */
const cached = (file) => ['--cache', '--cache-strategy', 'content', '--cache-location', `${CACHE}/${file}`]
const tsc = (project) => [
  ...['tsc', '-p', project, '--incremental'],
  ...['--tsBuildInfoFile', `${CACHE}/${project.replaceAll('/', '-')}.tsbuildinfo`],
]
const cruise = (suffix) => ({
  command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'core', 'cloud', 'tools', 'desk'],
  env: { SUFFIX: suffix },
})

const checks = {
  'types: core': { command: tsc('core/tsconfig.json') },
  'types: cloud': { command: tsc('cloud/tsconfig.json') },
  'types: mini-program': { command: tsc('tsconfig.weapp.json') },
  'types: H5': { command: tsc('tsconfig.h5.json') },
  'types: desk': { command: tsc('desk/tsconfig.json') },
  'types: tests, bench, import': { command: tsc('tests/tsconfig.json') },
  'types: scripts': { command: tsc('scripts/tsconfig.json') },
  lint: { command: ['eslint', ...cached('eslint'), '--max-warnings', '0', '.'] },
  format: { command: ['prettier', ...cached('prettier'), '--check', '--log-level', 'warn', '.'] },
  'directions: mini-program': cruise('weapp'),
  'directions: H5': cruise('h5'),
  'dead code': { command: ['knip', '--no-progress'] },
  tokens: { command: ['node', 'scripts/tokens.mjs', '--check'] },
  scenes: { command: ['node', 'scripts/scenes.mjs', '--check'] },
  'byte budgets': { command: ['node', 'scripts/check-budgets.mjs'] },
}

function run([program, ...args], env = {}) {
  return new Promise((resolve) => {
    const [file, rest] =
      program === 'node' ? [process.execPath, args] : ['npx', ['--no-install', program, ...args]]
    const child = spawn(file, rest, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    child.on('error', (error) => resolve({ passed: false, printed: error.message }))
    child.on('close', (code) => resolve({ passed: code === 0, printed }))
  })
}

mkdirSync(CACHE, { recursive: true })
// Beside the tests: whoever waits for a page is not to wait for a compiler.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in checks))
if (unknown !== undefined) throw new Error(`There is no check ${unknown}: ${Object.keys(checks).join(' | ')}`)
const chosen = Object.entries(checks).filter(([name]) => named.length === 0 || named.includes(name))
const waiting = [...chosen]
let failed = 0

async function work() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, { command, env }] = next
    const { passed, printed } = await run(command, env)
    process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`)
    if (!passed) {
      failed += 1
      process.stdout.write(`${printed.trimEnd()}\n`)
    }
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work))
process.stdout.write(failed === 0 ? 'All checks passed.\n' : `${failed} of ${chosen.length} checks failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
