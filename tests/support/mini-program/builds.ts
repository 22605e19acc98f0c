import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The two ways a mini-program can reach the backend; each is a build of its own. */
export type Way = 'callFunction' | 'request'

export const WAYS: readonly Way[] = ['callFunction', 'request']

const SHIPPED = 'dist/weapp'
const BUILDER = 'tests/support/mini-program/build-for-https.mjs'

/** A cold build on a busy machine. */
export const BUILD_PATIENCE_MS = 600_000

/**
 * Folder of the mini-program that sends that way. `dist/weapp` is built by `npm test`; the other one is built
 * here where its sources changed.
 */
export function builtFor(way: Way): string {
  if (way === 'request') return builtForHttps()
  if (!existsSync(resolve(SHIPPED, 'app.json'))) {
    throw new Error('dist/weapp is not built: run npm test, or npm run build:weapp')
  }
  return resolve(SHIPPED)
}

function builtForHttps(): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUILDER], { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`The mini-program for wx.request could not be built:\n${stdout}\n${stderr}`)
  return resolve(stdout.trim().split('\n').at(-1) ?? '')
}
