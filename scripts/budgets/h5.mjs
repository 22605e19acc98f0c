import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { Refusal } from '../process/refusal.mjs'

/** Taro writes each page as a route with the chunks that it loads. */
const HOME_ROUTE =
  /path["']?:\s*["']pages\/home\/index["'].{0,80}?(?:Promise\.all\(\[(.*?)\]\)|\w+\.e\((\d+)\))/s

/**
 * Gzipped bytes of what a browser loads for the first screen: the page, its scripts and styles, and the chunks
 * of the home page with their styles. Without answers of the API.
 * @param {string} folder of the built H5 edition
 */
export function measureFirstLoad(folder) {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  const files = ['index.html', ...named, ...homeChunks(folder, named)]
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file)), { level: 9 }).length,
    0,
  )
}

/** @param {string} folder @param {string[]} named */
function homeChunks(folder, named) {
  const scripts = named.filter((file) => file.endsWith('.js'))
  const code = scripts.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n')
  const found = HOME_ROUTE.exec(code)
  if (!found) throw new Refusal(`The scripts of ${folder} do not say which chunks the home page loads.`)
  const ids =
    found[2] === undefined ? [...(found[1] ?? '').matchAll(/\.e\((\d+)\)/g)].map(([, id]) => id) : [found[2]]
  return ['chunk', 'css'].flatMap((kind) => {
    const place = path.join(folder, kind)
    if (!existsSync(place)) return []
    return readdirSync(place)
      .filter((file) => ids.some((id) => file.startsWith(`${id}.`)) && /\.(?:js|css)$/.test(file))
      .map((file) => `${kind}/${file}`)
  })
}
