import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

// What would stop the server after minutes of building is said before it. The server checks all this again, and more.

const OLDEST_NODE = [20, 19]

export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  throw new Refusal(
    `Node ${OLDEST_NODE.join('.')} or later is needed, and this is ${process.versions.node}: install a newer one.`,
  )
}

const RELEASED_WITHIN_MS = 4000
const LOOK_AGAIN_MS = 200

/** A server that was just killed may hold its port for a moment. @param {string} host @param {string} text */
export async function refuseBusyPort(host, text) {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is ${text}; it can be a number from 1 to 65535.`)
  }
  const until = performance.now() + RELEASED_WITHIN_MS
  for (;;) {
    const code = await tryListening(host, port)
    if (code !== 'EADDRINUSE') return
    if (performance.now() > until) break
    await sleep(LOOK_AGAIN_MS)
  }
  throw new Refusal(
    `Port ${port} is in use by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
  )
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} the error's code, if any */
function tryListening(host, port) {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => settle(error.code))
    probe.listen(port, host, () => probe.close(() => settle(undefined)))
  })
}

const CONNECT_MS = 5000

/** Does anything answer at DATABASE_URL? Whether it is the right PostgreSQL the server finds out. @param {string} text */
export async function refuseUnreachable(text) {
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Refusal('DATABASE_URL is not of the form postgres://user:password@host:5432/database.')
  }
  const url = new URL(text)
  if (url.hostname === '' || url.searchParams.has('host')) return
  const port = Number(url.port || '5432')
  const error = await tryConnecting(url.hostname.replace(/^\[|\]$/g, ''), port)
  if (error === null) return
  throw new Refusal(
    `Nothing answers at ${url.hostname}:${port}, where DATABASE_URL leads (${error}): ` +
      'start PostgreSQL there, correct DATABASE_URL, or unset it to use the embedded PostgreSQL.',
  )
}

/** @param {string} host @param {number} port @returns {Promise<string | null>} */
function tryConnecting(host, port) {
  return new Promise((settle) => {
    const socket = connect({ host, port, timeout: CONNECT_MS })
    /** @param {string | null} outcome */
    const end = (outcome) => {
      socket.destroy()
      settle(outcome)
    }
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('no answer in 5 s'))
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) => end(error.code ?? error.message))
  })
}

/** @param {string} dataDir */
export function refuseUnwritable(dataDir) {
  let there = path.resolve(dataDir)
  while (!existsSync(there)) there = path.dirname(there)
  try {
    if (!statSync(there).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    accessSync(there, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error)
    /** @type {Record<string, string>} */
    const reasons = { EROFS: 'it is on a read-only file system', ENOTDIR: 'a file is in the way' }
    throw new Refusal(
      `The data folder ${path.resolve(dataDir)} cannot be used: ${reasons[code] ?? 'you may not write there'}. ` +
        'Put that right, or choose another with DATA_DIR.',
    )
  }
}
