import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { runQuietly } from '../process/child.mjs'
import { inRoot } from '../process/root.mjs'
import { contentHash } from './content-hash.mjs'
import { STEPS } from './steps.mjs'

/**
 * Builds, one after the other, what its inputs say has changed since it was last built here. Two at once would
 * fight for Taro's cache and for two cores.
 * @param {import('./steps.mjs').StepName[]} names
 */
export async function bringUpToDate(names) {
  for (const name of names) {
    const { title, command, env, inputs, output } = STEPS[name]
    const hash = contentHash(inputs)
    const stamp = inRoot('.cache/builds', name)
    if (existsSync(inRoot(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) continue
    // Without the stamp, a build cut off half-way is not taken for a whole one.
    await rm(stamp, { force: true })
    await runQuietly(name, title, command(), env)
    await mkdir(inRoot('.cache/builds'), { recursive: true })
    await writeFile(stamp, hash)
  }
}
