import { cutText, overflowing, overlappingText, smallTargets, smallText } from '../support/browser/layout'
import { violations } from '../support/browser/accessibility'
import { PAGES, readers } from '../support/browser/readers'
import type { VisitOptions } from '../support/browser/visit'

const reader = readers()

const ELDER = { edition: 'elder', elderScale: 1.8 } as const
const STATES: readonly (readonly [string, Omit<VisitOptions, 'origin'>])[] = [
  ['the standard edition', {}],
  ['the dark', { theme: 'dark' }],
  ['the elder edition at its largest', { display: ELDER }],
  ['the elder edition in the dark', { display: ELDER, theme: 'dark' }],
]
const WIDTHS = [390, 320]

const CASES = STATES.flatMap(([name, options]) =>
  WIDTHS.map((width) => [`${name}, ${width} wide`, { ...options, width }] as const),
)

describe.each(CASES)('in %s', (_, options) => {
  it.each(PAGES)('%s is accessible, and nothing runs out of the window or is cut', async (route) => {
    const { page, goto } = await reader.visit(options)
    await goto(route)
    expect(await violations(page)).toEqual([])
    expect(await overflowing(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
    expect(await overlappingText(page)).toEqual([])
  })
})

describe('with the browser’s own text twice as large', () => {
  it.each(PAGES)('%s grows along, and nothing is cut at 320', async (route) => {
    const { page, goto } = await reader.visit({ rootFont: 32, width: 320 })
    await goto(route)
    const scale = await page
      .locator('.frame')
      .first()
      .evaluate((frame) => window.getComputedStyle(frame).getPropertyValue('--text-scale'))
    expect(Number(scale)).toBe(2)
    expect(await overflowing(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
    expect(await overlappingText(page)).toEqual([])
  })
})

describe('sizes that can be read and hit', () => {
  it.each(PAGES)('%s: text from 14 and targets from 44 in the standard edition', async (route) => {
    const { page, goto } = await reader.visit({ width: 320 })
    await goto(route)
    expect(await smallText(page, 14)).toEqual([])
    expect(await smallTargets(page, 44)).toEqual([])
  })

  it.each(PAGES)('%s: text from 18 and targets from 60 in the elder edition', async (route) => {
    const { page, goto } = await reader.visit({ display: { edition: 'elder', elderScale: 1.2 }, width: 320 })
    await goto(route)
    expect(await smallText(page, 18)).toEqual([])
    expect(await smallTargets(page, 60)).toEqual([])
  })
})
