import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '..')
const FOLDERS = ['src', 'core', 'cloud', 'desk', 'config', 'scripts', 'project.config.json']
/** What belongs to one subdistrict: its name, and the number of its city. */
const ONES_OWN = /曹杨|(?<![\d-])12345(?!\d)/

/** Looks for just these words in what was built. */
const LOOKS_FOR_THEM = 'scripts/test-fixture-build.mjs'

const files = FOLDERS.flatMap((folder) =>
  folder.includes('.')
    ? [folder]
    : readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
)

it('no source speaks for one subdistrict: its words come from the data pack', () => {
  const found = files
    .filter((file) => file !== LOOKS_FOR_THEM)
    .flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (ONES_OWN.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
    )
  expect(found).toEqual([])
  expect(files.length).toBeGreaterThan(1000)
})
