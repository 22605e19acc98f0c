import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from '@babel/core'
import publicFields from './public-fields'

const transformed = (code: string) =>
  transformSync(code, { babelrc: false, configFile: false, plugins: [publicFields] })?.code ?? ''

describe('public-fields', () => {
  it('makes ordinary members of private ones, and they behave the same', () => {
    const code = transformed(
      `
      class Counter {
        #count = 1
        static #made = 0
        #step() { return 2 }
        next() { Counter.#made += 1; this.#count += this.#step(); return [this.#count, Counter.#made] }
      }
      return new Counter().next()
    `.replace('return new', 'globalThis.counted = new'),
    )
    expect(code).not.toContain('#')
    new Function(code)()
    expect((globalThis as { counted?: unknown }).counted).toEqual([3, 1])
  })

  it('is safe for TanStack Query: no class shares a private name with the class that it extends', () => {
    const folder = path.join(
      path.dirname(require.resolve('@tanstack/query-core/package.json')),
      'build/modern',
    )
    const classes = new Map<string, { base: string | undefined; names: string[] }>()
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      const source = readFileSync(path.join(folder, file), 'utf8')
      const declared = /^(?:var (\w+) = )?class (\w+ )?(?:extends (\w+) )?\{/m.exec(source)
      const name = declared?.[1] ?? declared?.[2]?.trim()
      if (name === undefined) continue
      classes.set(name, {
        base: declared?.[3],
        names: [...source.matchAll(/^\t#(\w+)/gm)].map(([, field]) => field ?? ''),
      })
    }
    expect(classes.get('Query')?.names).toContain('cache')
    for (const [, { base, names }] of classes) {
      const inherited = classes.get(base ?? '')?.names ?? []
      expect(names.filter((name) => inherited.includes(name))).toEqual([])
    }
  })
})
