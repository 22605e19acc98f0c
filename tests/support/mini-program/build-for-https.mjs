// Builds the mini-program that sends by wx.request, with the pages for staff, into .cache/weapp-https, where its sources changed, and prints
// the folder. Several suites may ask at once: the first builds, the others wait for it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { contentHash } from '../../../scripts/build/content-hash.mjs'
import { STEPS } from '../../../scripts/build/steps.mjs'
import { inRoot, ROOT } from '../../../scripts/process/root.mjs'

const OUT = '.cache/weapp-https'
const LOCK = inRoot('.cache/weapp-https.lock')
const STAMP = inRoot('.cache/builds/weapp-https')
const SETTINGS = {
  NODE_ENV: 'production',
  TARO_APP_SEND: 'https',
  TARO_APP_ORIGIN: 'https://living-room.example',
  TARO_APP_OUT: OUT,
  TARO_APP_STAFF: '1',
  TARO_APP_SPEECH: '1',
  TARO_APP_TEMPLATE_CHANGE: 'template-change',
  TARO_APP_TEMPLATE_WAITLIST: 'template-waitlist',
  TARO_APP_TEMPLATE_REMINDER: 'template-reminder',
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @returns {boolean} whether the lock is ours now */
function takeLock() {
  try {
    mkdirSync(LOCK)
    writeFileSync(path.join(LOCK, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const owner = path.join(LOCK, 'pid')
  if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8'))))
    rmSync(LOCK, { recursive: true, force: true })
  return false
}

function build() {
  const hash = contentHash([...STEPS.weapp.inputs, 'tests/support/mini-program/build-for-https.mjs'])
  const isFresh =
    existsSync(inRoot(OUT, 'app.json')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash
  if (isFresh) return
  rmSync(STAMP, { force: true })
  const taro = inRoot('node_modules/@tarojs/cli/bin/taro')
  const { status } = spawnSync(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: ROOT,
    env: { ...process.env, ...SETTINGS },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error(`taro build ended with ${status}`)
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, hash)
}

mkdirSync(inRoot('.cache'), { recursive: true })
while (!takeLock()) await pause(200)
try {
  build()
} finally {
  rmSync(LOCK, { recursive: true, force: true })
}
process.stdout.write(`\n${inRoot(OUT)}\n`)
