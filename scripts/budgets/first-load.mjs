import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Gzipped bytes of what a browser loads before the first screen: the page with its scripts and styles. Without
 * answers of the API.
 * @param {string} folder of what was built @param {string} page
 */
export function measureFirstLoad(folder, page) {
  const html = readFileSync(path.join(folder, page), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  return [page, ...named].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}
