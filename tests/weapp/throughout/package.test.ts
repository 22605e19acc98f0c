import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFor, WAYS } from '../../support/mini-program/builds'
import { readAppPackage } from '../../support/mini-program/package/app-package'
import { compileStyles, compileViews } from '../../support/mini-program/view/compile'

/** WeChat's own program, on a busy machine. */
const CHECK_PATIENCE_MS = 600_000

const read = (folder: string, file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>

const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))

describe.each(WAYS)('the built mini-program that sends by %s', (way) => {
  let folder: string
  beforeAll(() => {
    folder = builtFor(way)
  })

  it('compiles by WeChat’s own wcc: every page has a template', () => {
    const views = compileViews(folder)
    const { pages } = readAppPackage(folder)
    const without = pages.filter((page) => views.render(page, { root: { cn: [] } }) === null)
    expect([pages.length > 0, without, views.warnings]).toEqual([true, [], []])
  })

  it('compiles by WeChat’s own wcsc: every style sheet', () => {
    // app.wxss and what is imported go into the part that all pages share.
    const { pages } = readAppPackage(folder)
    const sheets = filesOf(folder, '.wxss').filter((sheet) => pages.includes(sheet.slice(0, -'.wxss'.length)))
    const compiled = compileStyles(folder)
    expect(sheets.length).toBeGreaterThan(0)
    expect(Object.keys(compiled)).toEqual(expect.arrayContaining(['comm', ...sheets]))
  })

  it('holds no source map and no address of a development server', () => {
    expect(filesOf(folder, '.map')).toEqual([])
    const code = filesOf(folder, '.js')
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
    expect(code).not.toMatch(/127\.0\.0\.1|localhost|sourceMappingURL/)
  })
})

describe('what WeChat’s uploader says of the mini-program, without a network', () => {
  let checks: Record<string, string | null>

  beforeAll(() => {
    const place = mkdtempSync(join(tmpdir(), 'caoyang-report-'))
    const report = join(place, 'report.json')
    const script = 'scripts/budgets/wechat-ci.cjs'
    const { status, stderr } = spawnSync(
      process.execPath,
      [script, builtFor('callFunction'), report, 'checks'],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    checks = (JSON.parse(readFileSync(report, 'utf8')) as { checks: typeof checks }).checks
    rmSync(place, { recursive: true })
  }, CHECK_PATIENCE_MS)

  it('finds nothing wrong with app.json, any page, the code and its quality', () => {
    expect(Object.entries(checks).filter(([, complaint]) => complaint !== null)).toEqual([])
    const { pages } = readAppPackage(builtFor('callFunction'))
    const named = ['app.json', 'JavaScript', ...pages.map((page) => `${page}.json`)]
    expect(Object.keys(checks)).toEqual(expect.arrayContaining(named))
  })
})

describe('what the uploader misses in app.json', () => {
  const folder = builtFor('callFunction')
  const { app, pages } = readAppPackage(folder)
  const themes = Object.values(read(folder, 'theme.json')) as Record<string, string>[]

  it('gives each item of the tab bar a text and pictures that exist, in the light and in the dark', () => {
    const items = app.tabBar?.list ?? []
    expect(items.length).toBeGreaterThanOrEqual(2)
    expect(items.length).toBeLessThanOrEqual(5)
    for (const { text, pagePath, iconPath = '', selectedIconPath = '' } of items) {
      expect([pagePath, (text ?? '').length > 0, app.pages.includes(pagePath)]).toEqual([
        pagePath,
        true,
        true,
      ])
      for (const theme of themes) {
        for (const name of [iconPath, selectedIconPath]) {
          const file = name.startsWith('@') ? (theme[name.slice(1)] ?? '') : name
          expect([name, file !== '' && existsSync(join(folder, file))]).toEqual([name, true])
        }
      }
    }
  })

  it('names every theme colour that it uses', () => {
    const used = [...readFileSync(join(folder, 'app.json'), 'utf8').matchAll(/"@(\w+)"/g)].map(
      ([, name]) => name ?? '',
    )
    expect(used.length).toBeGreaterThan(0)
    for (const theme of themes) expect(Object.keys(theme)).toEqual(expect.arrayContaining(used))
  })

  it('has each area as a subpackage, and loads their code only where it is needed', () => {
    const roots = (app.subPackages ?? []).map(({ root }) => root)
    expect(roots).toEqual(expect.arrayContaining(['office', 'activity', 'news', 'me']))
    expect(read(folder, 'app.json')['lazyCodeLoading']).toBe('requiredComponents')
  })

  it('declares the privacy check and exactly one of WeChat’s two ways to locate', () => {
    expect(app.__usePrivacyCheck__).toBe(true)
    expect(app.requiredPrivateInfos).toHaveLength(1)
    expect(Object.keys(app.permission ?? {})).toHaveLength(1)
  })

  it('keeps personal pages and those for staff out of WeChat’s search', () => {
    const { rules } = read(folder, 'sitemap.json') as { rules: { action: string; page: string }[] }
    const mayBeFound = (page: string): boolean => {
      const rule = rules.find(({ page: pattern }) => pattern === '*' || matches(page, pattern))
      return rule?.action !== 'disallow'
    }
    const personal = pages.filter((page) => /^(pages\/me|pages\/scan|me|staff)\//.test(page))
    expect(personal.length).toBeGreaterThan(0)
    expect(personal.filter(mayBeFound)).toEqual([])
    expect(pages.filter((page) => page.startsWith('office/')).every(mayBeFound)).toBe(true)
  })
})

/** WeChat's own wildcard: a star stands for anything. */
function matches(page: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(page)
}
