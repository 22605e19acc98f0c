import { violations } from '../support/browser/accessibility'
import { cutText, overflowing, overlappingText, smallTargets, smallText } from '../support/browser/layout'
import { PAGES, readers } from '../support/browser/readers'
import type { VisitOptions } from '../support/browser/visit'

const reader = readers()

/** What MIIT and our own rules ask for, in CSS pixels. */
const STANDARD = { text: 14, target: 44 }
const ELDER = { text: 18, target: 60 }

interface State extends Omit<VisitOptions, 'origin'> {
  readonly least: { readonly text: number; readonly target: number }
}

const STATES: readonly (readonly [string, State])[] = [
  ['the standard edition', { least: STANDARD }],
  ['the dark', { least: STANDARD, theme: 'dark' }],
  ['the elder edition at its largest', { least: ELDER, display: { edition: 'elder', elderScale: 1.8 } }],
  [
    'the elder edition at its smallest, in the dark',
    { least: ELDER, display: { edition: 'elder', elderScale: 1.2 }, theme: 'dark' },
  ],
]

/** An ordinary phone, and the narrowest that still counts. */
const WIDTHS = [390, 320]

describe.each(STATES)('in %s', (_, { least, ...options }) => {
  it.each(PAGES)('%s can be read, hit and heard, on wide and narrow phones', async (route) => {
    const { page, goto, resize } = await reader.visit(options)
    await goto(route)
    for (const width of WIDTHS) {
      await resize(width)
      expect([width, await violations(page)]).toEqual([width, []])
      expect([width, await overflowing(page)]).toEqual([width, []])
      expect([width, await cutText(page)]).toEqual([width, []])
      expect([width, await overlappingText(page)]).toEqual([width, []])
      expect([width, await smallText(page, least.text)]).toEqual([width, []])
      expect([width, await smallTargets(page, least.target)]).toEqual([width, []])
    }
  })
})

describe('with the browser’s own text twice as large', () => {
  it.each(PAGES)('%s grows along, and nothing is cut at 320', async (route) => {
    const { page, goto } = await reader.visit({ rootFont: 32, width: 320 })
    await goto(route)
    const frame = page.locator('.frame').filter({ visible: true })
    const scale = await frame.evaluate((element) =>
      window.getComputedStyle(element).getPropertyValue('--text-scale'),
    )
    expect(Number(scale)).toBe(2)
    expect(await overflowing(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
    expect(await overlappingText(page)).toEqual([])
  })
})
