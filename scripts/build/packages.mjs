import { existsSync, readFileSync } from 'node:fs'
import { npm, runQuietly } from '../process/child.mjs'
import { Refusal } from '../process/refusal.mjs'
import { inRoot } from '../process/root.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, dev?: boolean }>} Packages */

/**
 * Installs when node_modules is not what package-lock.json says. npm itself notes there, at the end of each
 * installation, what it put in place, so an interrupted one is seen as well as a changed lock file. Where only the
 * run-time packages were put, this is a folder in production, and nothing is installed there behind anybody's back.
 * @param {string} [instead] what does the same there
 */
export async function ensurePackages(instead = 'node dist/server/main.cjs') {
  if (arePackagesInPlace()) return
  if (isProduction()) {
    throw new Refusal(
      `This folder has run-time packages only, and nothing is installed in it: run \`${instead}\`.`,
    )
  }
  process.stdout.write(
    'Packages have to be installed; with the building that follows, the first time takes 3 to 6 minutes.\n',
  )
  // `--include`: tools are needed even where NODE_ENV says production.
  await runQuietly(
    'install',
    'Installing packages',
    npm('ci', '--include=dev', '--include=optional', '--loglevel=warn'),
  )
}

function arePackagesInPlace() {
  const note = inRoot('node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = packagesOf(inRoot('package-lock.json'))
  const placed = packagesOf(note)
  return Object.entries(wanted).every(([folder, entry]) => {
    const found = placed[folder]
    // npm leaves out optional packages of other systems.
    if (found === undefined) return folder === '' || entry.optional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

function isProduction() {
  const note = inRoot('node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const tools = Object.entries(packagesOf(inRoot('package-lock.json'))).filter(
    ([, entry]) => entry.dev === true,
  )
  const placed = packagesOf(note)
  return tools.length > 0 && tools.every(([folder]) => placed[folder] === undefined)
}

/** @param {string} file @returns {Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
