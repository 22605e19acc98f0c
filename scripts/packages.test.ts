import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const OF_THE_LOCK = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; optional?: boolean }>
}

interface Bill {
  readonly components: readonly {
    'bom-ref': string
    version: string
    scope?: string
    purl: string
    hashes?: unknown
  }[]
  readonly dependencies: readonly { ref: string; dependsOn: readonly string[] }[]
}

const bill = (): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { readFileSync } from 'node:fs'
     import { billOfMaterials } from './scripts/build/sbom.mjs'
     const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
     console.log(JSON.stringify(billOfMaterials(read('package.json'), read('package-lock.json').packages)))`,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )

it('docs/packages.md is what package-lock.json says: else run npm run packages', () => {
  const args = ['scripts/packages-page.mjs', '--offline', '--print']
  expect(readFileSync('docs/packages.md', 'utf8')).toBe(
    execFileSync(process.execPath, args, { encoding: 'utf8' }),
  )
})

it('every run-time package has a licence that lets others use it', () => {
  const used = Object.entries(OF_THE_LOCK.packages).filter(
    ([folder, { dev }]) => folder !== '' && dev !== true,
  )
  const free =
    /^(?:MIT|MIT-0|ISC|0BSD|Unlicense|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|PostgreSQL)$/
  // Linked by sharp as a library of its own, which whoever runs a server may replace: all that the LGPL asks.
  const isLibvips = (folder: string, license = '') =>
    /^node_modules\/@img\/sharp-(?:libvips-|win32-|wasm32)/.test(folder) && /LGPL-3\.0-or-later/.test(license)
  const others = used.filter(
    ([folder, { license }]) => !free.test(license ?? '') && !isLibvips(folder, license),
  )
  expect(others.map(([folder]) => folder)).toEqual([])
})

describe('the bill of materials', () => {
  const text = bill()
  const { components, dependencies } = JSON.parse(text) as Bill

  it('names every package of the lock file, with its hash, and each once', () => {
    const locked = Object.keys(OF_THE_LOCK.packages).filter((folder) => folder !== '')
    expect(components.map((one) => one['bom-ref'])).toEqual(locked)
    const pg = components.find((one) => one['bom-ref'] === 'node_modules/pg')
    expect(pg).toMatchObject({
      scope: 'required',
      purl: `pkg:npm/pg@${pg?.version}`,
      hashes: [{ alg: 'SHA-512' }],
    })
  })

  it('says who needs whom, and leads only to what it names', () => {
    const known = new Set(components.map((one) => one['bom-ref']))
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([])
    expect(dependencies.find(({ ref }) => ref === 'node_modules/pg')?.dependsOn).toContain(
      'node_modules/pg-protocol',
    )
  })

  it('has the same bytes each time', () => {
    expect(bill()).toBe(text)
  })
})
