import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../process/root.mjs'

/** Changes these and every build changes: versions of all packages, the scripts that build, how npm calls them. */
const ALWAYS = ['package-lock.json', 'package.json']
/** Settings that Taro writes into what it builds. */
const VARIABLE = /^(TARO_APP_|NODE_ENV$)/

/**
 * One hash over the names and contents of these files and folders (tests left out) and over what else decides a
 * build. Some milliseconds for a thousand files.
 * @param {string[]} inputs relative to the root; one that is not there counts as empty
 */
export function contentHash(inputs) {
  const hash = createHash('sha256')
  for (const file of [...ALWAYS, ...inputs].flatMap(filesOf)) {
    const content = readFileSync(path.join(ROOT, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  for (const name of Object.keys(process.env)
    .filter((key) => VARIABLE.test(key))
    .sort()) {
    hash.update(`${name}=${process.env[name]}\0`)
  }
  return hash.digest('hex')
}

/** @param {string} entry @returns {string[]} */
function filesOf(entry) {
  const place = path.join(ROOT, entry)
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return /\.test\.[^.]+$/.test(entry) ? [] : [entry]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(`${entry}/${name}`))
}
