import { Buffer } from 'node:buffer'

/**
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 */
/** @typedef {Record<string, Locked>} Packages */

/**
 * What package-lock.json says as a CycloneDX bill of materials. It has neither a time nor a serial number: the same lock
 * file gives the same bytes. Forty lines of our own, because the kept generators read an installed tree, write both, and
 * bring dozens of packages.
 * @param {{ name: string, version: string, license?: string }} ours @param {Packages} packages
 */
export function billOfMaterials(ours, packages) {
  const found = Object.entries(packages).filter(([folder, entry]) => folder !== '' && !entry.link)
  const root = `${ours.name}@${ours.version}`
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: ours.name,
        version: ours.version,
        ...licences(ours.license),
      },
    },
    components: found.map(([folder, entry]) => ({
      type: 'library',
      'bom-ref': folder,
      name: nameOf(folder),
      version: entry.version ?? '',
      ...(isRunTime(entry) ? { scope: 'required' } : entry.optional ? { scope: 'optional' } : {}),
      ...hashes(entry.integrity),
      ...licences(entry.license),
      purl: `pkg:npm/${nameOf(folder).replace('@', '%40')}@${entry.version ?? ''}`,
      // What pages are built of is among the tools: a bundler leaves of it what is used.
      properties: [{ name: 'living-room:use', value: isRunTime(entry) ? 'server' : 'build' }],
    })),
    dependencies: [
      { ref: root, dependsOn: neededBy('', packages[''] ?? {}, packages) },
      ...found.map(([folder, entry]) => ({ ref: folder, dependsOn: neededBy(folder, entry, packages) })),
    ],
  }
}

/** @param {Locked} entry */
export const isRunTime = (entry) =>
  !entry.dev && !entry.devOptional && (!entry.optional || isOfServers(entry))

/** What a package has in C for each system, of which servers are Debian on one of two processors. @param {Locked} entry */
const isOfServers = ({ os, cpu, libc }) =>
  os?.[0] === 'linux' && libc?.[0] === 'glibc' && (cpu?.[0] === 'x64' || cpu?.[0] === 'arm64')

/** @param {string} folder `node_modules/a/node_modules/@b/c` is `@b/c` */
export const nameOf = (folder) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** As Node looks for them: beside whoever needs them, then one folder up. @param {string} folder @param {Locked} entry @param {Packages} packages */
function neededBy(folder, { dependencies, optionalDependencies }, packages) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies })
  return names.flatMap((name) => placeOf(name, folder, packages) ?? []).sort()
}

/** @param {string} name @param {string} from @param {Packages} packages @returns {string | null} */
function placeOf(name, from, packages) {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (packages[place] !== undefined) return place
  if (from === '') return null
  const above = from.lastIndexOf('/node_modules/')
  return placeOf(name, above === -1 ? '' : from.slice(0, above), packages)
}

/** @param {string | undefined} integrity `sha512-` and base64 */
function hashes(integrity) {
  const [, content] = /^sha512-(\S+)/.exec(integrity ?? '') ?? []
  return content === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] }
}

/** @param {string | undefined} license a name of SPDX, or several with AND and OR */
function licences(license) {
  if (license === undefined) return {}
  return {
    licenses: [/ (?:AND|OR|WITH) /.test(license) ? { expression: license } : { license: { id: license } }],
  }
}
