import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** In one place, one after the other: maps name their sources by the way from where they lie. */
const OUT = resolve('.cache/two-builds')

function build(): ReadonlyMap<string, string> {
  rmSync(OUT, { recursive: true, force: true })
  const program = `
    const { bundleFunctions, bundlePrograms } = await import('./scripts/build/bundles.mjs')
    await bundlePrograms(${JSON.stringify(OUT)})
    await bundleFunctions(${JSON.stringify(OUT)})`
  execFileSync(process.execPath, ['--input-type=module', '-e', program])
  const files = readdirSync(OUT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file.slice(OUT.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]
    }),
  )
}

afterAll(() => rmSync(OUT, { recursive: true, force: true }))

test('two builds of programs, functions and the bill of materials are the same, byte by byte', () => {
  const first = build()
  expect([...first.keys()]).toEqual(
    expect.arrayContaining(['server/program.cjs', 'functions/api/index.js', 'sbom.json']),
  )
  expect([...build()].sort()).toEqual([...first].sort())
})
