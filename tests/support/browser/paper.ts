import type { Page } from 'playwright-core'
import { pixelsOf } from './read-code'

/** A4 at the 96 pixels an inch of a browser. */
const A4 = { width: 794, height: 1123 }
const PIXELS_A_MM = 96 / 25.4
/** The side of a square that is all black only where something is filled: letters and codes leave white in it. */
const SQUARE = 40

/** What lies in the printer: how many pages, and the first one as a grey picture. */
export interface Paper {
  readonly pages: number
  /** Shares of the picture that are black, and that are neither black nor white. */
  readonly black: number
  readonly between: number
  /** Whether a square of 10 mm is dark all over. */
  readonly isFilled: boolean
  /** Lightness from 0 of the darkest pixel. */
  readonly darkest: number
}

/** Prints as a black-and-white printer does: the style sheet for paper, and no colours. */
export async function printed(page: Page, name: string): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0
  await page.emulateMedia({ media: 'print' })
  const before = page.viewportSize() ?? A4
  // The margins are the printer's: what is left of the sheet is as wide as the window.
  await page.setViewportSize({ width: A4.width - Math.round(24 * PIXELS_A_MM), height: A4.height })
  const picture = await page.screenshot()
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/print-${name}.png`, fullPage: true })
  await page.emulateMedia({ media: null })
  await page.setViewportSize(before)
  return { pages, ...judged(await pixelsOf(page, picture)) }
}

function judged({ width, height, bytes }: Awaited<ReturnType<typeof pixelsOf>>): Omit<Paper, 'pages'> {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = bytes.subarray(4 * at, 4 * at + 3)
    grey[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
  }
  const count = (is: (lightness: number) => boolean) => grey.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0)
  let isFilled = false
  for (let top = 0; top + SQUARE <= height; top += SQUARE / 2)
    for (let left = 0; left + SQUARE <= width; left += SQUARE / 2) isFilled ||= isDark(grey, width, left, top)
  return {
    black: count((one) => one < 96) / grey.length,
    between: count((one) => one >= 96 && one < 240) / grey.length,
    isFilled,
    darkest: grey.reduce((least, one) => Math.min(least, one), 255),
  }
}

function isDark(grey: Uint8Array, width: number, left: number, top: number): boolean {
  for (let y = top; y < top + SQUARE; y += 1)
    for (let x = left; x < left + SQUARE; x += 1) if ((grey[y * width + x] ?? 255) > 200) return false
  return true
}

/** Height in millimetres of each element, as it comes out of the printer. */
export async function heightsInMm(page: Page, selector: string): Promise<readonly number[]> {
  await page.emulateMedia({ media: 'print' })
  const heights = await page
    .locator(selector)
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
  await page.emulateMedia({ media: null })
  return heights.map((height) => height / PIXELS_A_MM)
}
