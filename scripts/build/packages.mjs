import { existsSync, readFileSync } from 'node:fs'
import { npm, runQuietly } from '../process/child.mjs'
import { inRoot } from '../process/root.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/**
 * Installs when node_modules is not what package-lock.json says. npm itself notes there, at the end of each
 * installation, what it put in place, so an interrupted one is seen as well as a changed lock file.
 */
export async function ensurePackages() {
  if (arePackagesInPlace()) return
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

/** @param {string} file @returns {Packages} */
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
