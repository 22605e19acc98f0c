import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Gzipped bytes of what a browser loads before the first screen: the page with its scripts and styles, which bring
 * every page of the app. Without answers of the API.
 * @param {string} folder of the built H5 edition
 */
export function measureFirstLoad(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  return ['index.html', ...named].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}
