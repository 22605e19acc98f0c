import { spawnSync } from 'node:child_process'
import { lchown, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Whom the server's processes run as: nothing set means whoever runs Node. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

/** "nobody" on Linux: PostgreSQL refuses to run as root, and this user owns nothing else of ours. */
const NOBODY = 65534

export const amRoot = (): boolean => process.getuid?.() === 0

export const defaultRunAs = (): RunAs => (amRoot() ? { uid: NOBODY, gid: NOBODY } : {})

/** May that user enter this folder? Asked of the system itself, so that every parent and access list counts. */
export const canEnter = (who: RunAs, folder: string): boolean => shellSays(who, 'cd -- "$1"', folder)

/** May that user run this file, its parents included? */
export const canRun = (who: RunAs, file: string): boolean =>
  shellSays(who, 'test -r "$1" && test -x "$1"', file)

function shellSays(who: RunAs, question: string, path: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', question, 'sh', path], { ...who, cwd: '/', stdio: 'ignore' })
  if (asked.error) throw asked.error
  return asked.status === 0
}

/** Makes that user the owner of a folder and of everything in it; links are not followed. */
export async function giveTo({ uid, gid }: RunAs, folder: string): Promise<void> {
  if (uid === undefined || gid === undefined) return
  await lchown(folder, uid, gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, gid)
  }
}
