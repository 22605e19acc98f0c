import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'

/** Where `npm test` builds the residents' pages. */
const BUILT = 'dist/h5'
/** What iOS 12 and Chrome 73 read, which babel.config.js promises: neither `?.` nor `??` nor class fields. */
const PROMISED = 2019

describe("the residents' pages in the oldest browsers that are promised", () => {
  const scripts = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  )
  const sourceOf = (script: string): string => readFileSync(join(BUILT, script), 'utf8')

  it('are written in what they read, packages included', () => {
    expect(scripts).not.toEqual([])
    const unread = scripts.flatMap((script) => {
      try {
        parse(sourceOf(script), { ecmaVersion: PROMISED, sourceType: 'script' })
        return []
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        return [`${script}: ${error.message}`]
      }
    })
    expect(unread).toEqual([])
  })

  it('have no regular expression that looks behind, which iOS reads from 16.4 on', () => {
    expect(scripts).not.toEqual([])
    expect(scripts.filter((script) => /\(\?<[=!]/.test(sourceOf(script)))).toEqual([])
  })
})
