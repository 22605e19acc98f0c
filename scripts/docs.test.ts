import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'config/taro-patches/README.md',
  'core/walkshed/README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]
/** A path of this repository in backticks; one with a slot or a choice in it is no path. */
const PATH = /`((?:src|core|cloud|desk|tests|tools|config|scripts|docs|bench)\/[\w./-]+)`/g
/** The walk of a new field names a migration that is still to be written. */
const TO_BE_WRITTEN = /\/00nn-/

const isThere = (path: string): boolean =>
  ['', '.ts', '.tsx', '.mjs', '.test.ts'].some((end) => existsSync(path + end))

it.each(PAGES)('%s names only files and folders that are there', (page) => {
  const paths = [...readFileSync(page, 'utf8').matchAll(PATH)].map(([, path]) => path ?? '')
  expect(paths.filter((path) => !TO_BE_WRITTEN.test(path) && !isThere(path))).toEqual([])
})
