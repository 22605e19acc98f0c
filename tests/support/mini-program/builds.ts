import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The two ways a mini-program can reach the backend; each is a build of its own. */
export type Way = 'callFunction' | 'request'

export const WAYS: readonly Way[] = ['callFunction', 'request']

/** Where `npm test` builds them before it starts Jest; see scripts/build/steps.mjs. */
const FOLDERS: Readonly<Record<Way, string>> = { callFunction: 'dist/weapp', request: '.cache/weapp-https' }

/** Folder of the mini-program that sends that way. */
export function builtFor(way: Way): string {
  const folder = resolve(FOLDERS[way])
  if (existsSync(resolve(folder, 'app.json'))) return folder
  throw new Error(`${FOLDERS[way]} is not built: run npm test -- weapp, which builds what is missing`)
}
