import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { constants } from 'node:os'
import { ROOT, inRoot } from './root.mjs'
import { Refusal } from './refusal.mjs'
import { showProgress } from './progress.mjs'

/** @typedef {{ command: string, args: string[] }} Command */

const PATIENCE_MS = 5000
const LAST_LINES = 40

/** npm as it was called, or the one in PATH. @param {string[]} args @returns {Command} */
export function npm(...args) {
  const itself = process.env.npm_execpath
  if (itself?.endsWith('.js') || itself?.endsWith('.cjs')) return node(itself, ...args)
  return { command: 'npm', args }
}

/** @param {string[]} args @returns {Command} */
export const node = (...args) => ({ command: process.execPath, args })

/**
 * Runs a long command behind one line of progress; all it writes goes to .cache/logs.
 * @param {string} name of the log file
 * @param {string} title for the line, for example "Installing packages"
 * @param {Command} command
 * @param {Record<string, string>} [env] beside our own
 */
export async function runQuietly(name, title, command, env = {}) {
  await mkdir(inRoot('.cache/logs'), { recursive: true })
  const log = inRoot('.cache/logs', `${name}.log`)
  const progress = showProgress(title)
  const code = await run(command, env, log)
  progress.end(code === 0)
  if (code === 0) return
  const tail = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-LAST_LINES).join('\n')
  throw new Refusal(`${tail}\n\n${title} failed; everything it wrote is in ${log}.`)
}

/**
 * Runs a command that writes to our own terminal. @returns its exit code
 * @param {Command} command
 * @param {Record<string, string>} [env] beside our own
 */
export const runAloud = (command, env = {}) => run(command, env, null)

/** @param {Command} command @param {Record<string, string>} env @param {string | null} log @returns {Promise<number>} */
function run({ command, args }, env, log) {
  return new Promise((settle, fail) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: log === null ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // A group of its own: when we are told to end, all it started ends with it.
      detached: true,
    })
    if (log !== null) keepOutput(child, log)
    const release = endWithUs(child)
    child.once('error', (error) => {
      release()
      fail(new Refusal(`${command} cannot be run: ${error.message}.`))
    })
    child.once('close', (code, signal) => {
      release()
      settle(code ?? codeOf(signal))
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child @param {string} log */
function keepOutput(child, log) {
  const file = createWriteStream(log)
  child.stdout?.pipe(file, { end: false })
  child.stderr?.pipe(file, { end: false })
  child.once('close', () => file.end())
}

/** Ctrl-C and kill end the child's whole group, then us. @param {import('node:child_process').ChildProcess} child */
function endWithUs(child) {
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    killGroup(child, 'SIGTERM')
    setTimeout(() => killGroup(child, 'SIGKILL'), PATIENCE_MS).unref()
    child.once('close', () => process.exit(codeOf(signal)))
  }
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal)
  } catch (error) {
    // It has ended by itself meanwhile.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
  }
}

/** As shells count: 128 and the signal's number. @param {NodeJS.Signals | null} signal */
const codeOf = (signal) => 128 + (signal === null ? 0 : constants.signals[signal])
