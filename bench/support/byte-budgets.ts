import { spawnSync } from 'node:child_process'

export interface Measured {
  readonly name: string
  readonly bytes: number
  readonly limit: number
}

/** What `scripts/check-budgets.mjs` says of these parts, or of all; it builds what has changed. */
export function measureBytes(...parts: readonly string[]): readonly Measured[] {
  const args = ['scripts/check-budgets.mjs', ...parts, '--json']
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  // What is built on the way is told in the lines before.
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('[')) throw new Error(stderr.trim() || stdout.trim())
  return JSON.parse(last) as readonly Measured[]
}
