import type { Browser, Page } from 'playwright-core'
import { sheetHtml, type PaperSize, type Sheet } from '../../cloud/posters/sheet'
import { openChromium } from '../support/browser/chromium'
import { cutText } from '../support/browser/layout'
import { readCode, readPicture } from '../support/browser/read-code'

let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

const LINK = 'https://living-room.example.gov.cn/p/Ab3xQ9_z-Ab3xQ9_z-Ab3x'
const WECHAT =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4"/></svg>'
const office: Sheet = {
  name: '梧桐里百姓会客厅',
  lines: [],
  link: LINK,
  wechatCode: null,
  trust: '云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。核实请打 0571-55550100。',
}
const activity: Sheet = {
  ...office,
  name: '一二三四五六七八九十'.repeat(4),
  lines: ['11月28日 9:00–11:00', '云溪社区综合服务中心二楼大厅'],
  wechatCode: { mime: 'image/svg+xml', bytes: Buffer.from(WECHAT) },
}

const SHEETS = [
  ['an office', office],
  ['an office with its 小程序码', { ...office, wechatCode: activity.wechatCode }],
  ['an activity with the longest title', activity],
] as const
const PAPERS: readonly (readonly [PaperSize, number, number])[] = [
  ['A4', 210, 297],
  ['A3', 297, 420],
]
/** CSS pixels of a millimetre. */
const PX = 96 / 25.4

async function printed(sheet: Sheet, [size, width, height]: (typeof PAPERS)[number]): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: Math.round(width * PX), height: Math.round(height * PX) },
    deviceScaleFactor: size === 'A4' ? 3 : 2,
  })
  await page.setContent(sheetHtml(sheet, size))
  return page
}

describe.each(PAPERS)('on %s', (...paper) => {
  it.each(SHEETS)(
    '%s is one page exactly, and its code is read from the paper and from afar',
    async (_, sheet) => {
      const page = await printed(sheet, paper)
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      const [, width = 0, height = 0] = (/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []).map(Number)
      expect([width / 72, height / 72].map((inches) => Math.round(inches * 25.4))).toEqual(paper.slice(1))
      expect(await cutText(page)).toEqual([])
      // Near 300 dots per inch, and as small as in a photograph of the whole sheet.
      expect(await readCode(page, { selector: '.plain' })).toBe(LINK)
      const photograph = await page.screenshot({ scale: 'css' })
      expect(await readPicture(page, photograph, sheet.wechatCode === null ? 2 : 1)).toBe(LINK)
      await page.close()
    },
  )
})

it('the code on A3 is wider than 15 cm: large enough to be read from a metre and a half', async () => {
  const page = await printed(office, ['A3', 297, 420])
  const box = await page.locator('.plain').boundingBox()
  expect((box?.width ?? 0) / PX).toBeGreaterThan(150)
  await page.close()
})
