import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'acorn'
import postcss from 'postcss'

const BUILT = resolve('dist/desk')

interface Page {
  readonly html: string
  readonly scripts: string
  readonly styles: string
}

/** A built page with all that it loads at once. */
function builtPage(name: string): Page {
  const html = readFileSync(`${BUILT}/${name}.html`, 'utf8')
  const loaded = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  const all = (suffix: string): string =>
    loaded
      .filter((path) => path.endsWith(suffix))
      .map((path) => readFileSync(`${BUILT}/${path}`, 'utf8'))
      .join('\n')
  return { html, scripts: all('.js'), styles: all('.css') }
}

const found = (text: string, newer: Readonly<Record<string, RegExp>>): readonly string[] =>
  Object.keys(newer).filter((name) => newer[name]?.test(text))

/** What Chromium learned after 60, as far as a page of ours might be tempted to use it. */
const NEWER_THAN_60 = {
  'replaceAll (85)': /\.replaceAll\(/,
  'flat and flatMap (69)': /\.flat(?:Map)?\(/,
  'at (92)': /[\])]\.at\(/,
  'Object.fromEntries (73)': /Object\.fromEntries/,
  'matchAll (73)': /\.matchAll\(/,
  'Promise.allSettled (76)': /\.allSettled\(/,
  'finally of a promise (63)': /\)\.finally\(/,
  'AbortController (66)': /\bAbort(?:Signal|Controller)\b/,
  'structuredClone (98)': /\bstructuredClone\b/,
  'Object.hasOwn (93)': /Object\.hasOwn\(/,
  'crypto.randomUUID (92)': /\.randomUUID\(/,
  'trimStart and trimEnd (66)': /\.trim(?:Start|End)\(/,
  'lookbehind (62)': /\(\?<[=!]/,
  'named groups (64)': /\(\?<[a-z]/i,
  'properties of characters (64)': /\\p\{/,
}

/** And after 86. What a package asks for before it uses it is no use. */
const NEWER_THAN_86 = {
  'at (92)': /[\])]\.at\(-/,
  'structuredClone (98)': /[^.\w]structuredClone\(/,
  'Object.hasOwn (93)': /Object\.hasOwn\(/,
  'crypto.randomUUID (92)': /crypto\.randomUUID\(/,
  'findLast (97)': /\.findLast(?:Index)?\(/,
  'toSorted and its like (110)': /\.to(?:Sorted|Reversed|Spliced)\(/,
  'AbortSignal.timeout (103)': /AbortSignal\.timeout/,
}

const NEWER_STYLES_THAN_60 = {
  'min, max and clamp (79)': /(?:^|[\s:,(])(?:min|max|clamp)\(/,
  'inset (87)': /(?:^|[;{\s])inset\s*:/,
  'aspect-ratio of a box (88)': /[;{\s]aspect-ratio\s*:/,
  ':is and :where (88)': /:(?:is|where)\(/,
  ':focus-visible (86)': /:focus-visible/,
  ':has (105)': /:has\(/,
  'color-mix (111)': /color-mix\(/,
  'newer units (108)': /\d[dsl]v[hw]\b/,
}

const { 'newer units (108)': units, ':has (105)': has, 'color-mix (111)': mix } = NEWER_STYLES_THAN_60
const NEWER_STYLES_THAN_86 = { units, has, mix, inset: NEWER_STYLES_THAN_60['inset (87)'] }

describe('the wall screen in an old television', () => {
  const page = builtPage('screen')

  it('is a classic script, with all that it needs in the one file', () => {
    expect(page.html).not.toContain('type="module"')
    expect(page.html).toMatch(/<script defer src="\/assets\/screen-[^"]+\.js"><\/script>/)
    expect(page.scripts).not.toMatch(/\bimport\(/)
  })

  it('writes only what Chromium 60 reads', () => {
    expect(() => parse(page.scripts, { ecmaVersion: 2018, sourceType: 'script' })).not.toThrow()
    expect(found(page.scripts, NEWER_THAN_60)).toEqual([])
  })

  it('is styled by what Chromium 60 knows', () => {
    const styles = page.styles
    expect(styles).toContain('.sheet')
    expect(found(styles, NEWER_STYLES_THAN_60)).toEqual([])
    expect(flexWithGap(styles)).toEqual([])
  })
})

describe("the desk in the staff's browsers", () => {
  const page = builtPage('desk')

  it('writes only what Chromium 86 reads', () => {
    const scripts = readdirSync(`${BUILT}/assets`).filter((name) => /^(?!screen-).*\.js$/.test(name))
    expect(scripts.length).toBeGreaterThan(0)
    for (const name of scripts) {
      const source = readFileSync(`${BUILT}/assets/${name}`, 'utf8')
      expect(() => parse(source, { ecmaVersion: 2021, sourceType: 'module' })).not.toThrow()
      expect([name, found(source, NEWER_THAN_86)]).toEqual([name, []])
    }
  })

  it('is styled by what Chromium 86 knows', () => {
    expect(page.styles).toContain('.frame')
    expect(found(page.styles, NEWER_STYLES_THAN_86)).toEqual([])
  })

  it('says in plain HTML, without a script, what to do in a browser that is older', () => {
    const [, body = ''] = page.html.split('<body>')
    expect(body).not.toContain('<script')
    expect(body).toContain('这个浏览器打不开工作台')
    expect(body).toContain('极速模式')
  })
})

/** Selectors of flex boxes with a gap, which Chromium leaves out before 84. */
function flexWithGap(css: string): readonly string[] {
  const flex = new Set<string>()
  const gap = new Set<string>()
  postcss.parse(css).walkRules((rule) => {
    rule.walkDecls((declaration) => {
      if (declaration.prop === 'display' && declaration.value.includes('flex')) flex.add(rule.selector)
      if (/^(?:row-|column-)?gap$/.test(declaration.prop)) gap.add(rule.selector)
    })
  })
  return [...gap].filter((selector) => flex.has(selector))
}
