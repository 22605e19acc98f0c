import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import maySee from '../config/may-see.json'

const { sharedFeatures, publicFiles } = maySee
const folders: Readonly<Record<string, readonly string[]>> = maySee.folders

const ROOT = join(__dirname, '..')
const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8')

const namesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
/** `core/domain` of `core/domain/<area>`; one rule is for the pages of the main package and of all others. */
const folderOf = (name: string): string => name.replace('src/<subpackage>', 'src/pages').replace(/\/<.*$/, '')

const table = page
  .split('\n')
  .filter((line) => /^\| `(core|cloud|tools|src|desk)/.test(line))
  .flatMap((line) => {
    const [, named = '', , seen = ''] = line.split('|')
    return namesIn(named).map((name) => [folderOf(name), namesIn(seen)] as const)
  })

describe('the table of docs/architecture.md', () => {
  it.each(table)('says of %s what the rules say', (folder, seen) => {
    expect([...seen].sort()).toEqual([...(folders[folder] ?? ['no rule'])].sort())
  })

  it('has a row for every rule', () => {
    const missing = Object.keys(folders).filter((folder) => !table.some(([named]) => named === folder))
    expect(missing).toEqual([])
  })
})

it('the folders, features and files that the rules name are there', () => {
  const features = [...sharedFeatures, ...Object.keys(publicFiles)].map((name) => `src/features/${name}`)
  const files = Object.entries(publicFiles).flatMap(([feature, names]) =>
    names.map((name) => `src/features/${feature}/${name}`),
  )
  const absent = [
    ...[...Object.keys(folders), ...features].filter((folder) => !existsSync(join(ROOT, folder))),
    ...files.filter((file) => !['.ts', '.tsx'].some((end) => existsSync(join(ROOT, `${file}${end}`)))),
  ]
  expect(absent).toEqual([])
})
