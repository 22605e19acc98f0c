import { violations } from '../../support/browser/accessibility'
import {
  badLines,
  bodySize,
  cutText,
  movements,
  overflowing,
  overlappingText,
  smallTargets,
  smallText,
  tightLines,
} from '../../support/browser/layout'
import { PAGES, PLACES, readers } from '../../support/browser/readers'
import type { VisitOptions } from '../../support/browser/visit'

const reader = readers()

/** What MIIT and our own rules ask for, in CSS pixels; the largest body text must reach 30. */
const STANDARD = { text: 14, target: 44, body: 17 }
const ELDER = { text: 18, target: 60, body: 18 }
const ELDER_LARGEST = { ...ELDER, body: 30 }
const LINE_HEIGHT = 1.3

interface State extends Omit<VisitOptions, 'origin'> {
  readonly least: typeof STANDARD
  /** CSS pixels: a tablet, an ordinary phone, and the narrowest that still counts, which is also what axe looks at. */
  readonly widths: readonly number[]
  /** Whether axe looks at it, everything once for each edition. */
  readonly axe: boolean
  /** Whether evening comes while the page is open, in a system that goes dark by itself: axe looks at the contrast. */
  readonly goesDark?: boolean
}

const STATES: readonly (readonly [string, State])[] = [
  [
    'the standard edition, and then in the dark',
    { least: STANDARD, widths: [768, 390, 320], axe: true, goesDark: true },
  ],
  [
    'the elder edition at its largest, with the browser’s own text twice as large',
    {
      least: ELDER_LARGEST,
      widths: [768, 390, 320],
      axe: false,
      display: { edition: 'elder', elderScale: 1.8 },
      rootFont: 32,
    },
  ],
  [
    'the elder edition at its smallest, in the dark',
    {
      least: ELDER,
      widths: [320],
      axe: true,
      display: { edition: 'elder', elderScale: 1.2 },
      theme: 'dark',
    },
  ],
]

describe.each(STATES)('in %s', (_, { least, widths, axe, goesDark = false, ...options }) => {
  const window = reader.stay(options)

  it.each(PAGES)('%s can be read, hit and heard, on wide and narrow phones', async (route) => {
    const { page, goto, resize } = window()
    const isWell = async (inSizes: readonly number[]): Promise<void> => {
      for (const width of inSizes) {
        await resize(width)
        expect([width, await overflowing(page)]).toEqual([width, []])
        expect([width, await cutText(page)]).toEqual([width, []])
        expect([width, await overlappingText(page)]).toEqual([width, []])
        expect([width, await smallTargets(page, least.target)]).toEqual([width, []])
        expect([width, await badLines(page, PLACES)]).toEqual([width, []])
      }
      expect(await smallText(page, least.text)).toEqual([])
      expect(await tightLines(page, LINE_HEIGHT)).toEqual([])
      expect(await bodySize(page)).toBeGreaterThanOrEqual(least.body)
      expect(await movements(page)).toEqual([])
    }
    await goto(route)
    await isWell(widths)
    if (axe) expect(await violations(page)).toEqual([])
    if (!goesDark) return
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('.frame.theme-dark').filter({ visible: true }).waitFor()
    await isWell([320])
    expect(await violations(page, 'colours')).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

/** The frame's scale is the larger of the browser's and the elder edition's, and never above 2. */
describe('with the browser’s own text twice as large, in the standard edition', () => {
  const display = { edition: 'standard', elderScale: 1.4 } as const
  const window = reader.stay({ rootFont: 32, width: 320, display })

  it.each(PAGES)('%s grows along, and nothing is cut at 320', async (route) => {
    const { page, goto } = window()
    await goto(route)
    expect(await bodySize(page)).toBe(34)
    expect(await overflowing(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
    expect(await overlappingText(page)).toEqual([])
  })
})
