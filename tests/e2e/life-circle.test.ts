import { asShown } from '../support/browser/shown'
import { withoutBreaks } from '../../core/kernel/line-breaks'
import { readers } from '../support/browser/readers'
import type { Visit } from '../support/browser/visit'

const reader = readers()
const ROUTE = '/circle/pages/map/index'

/** Somebody who lives in 梧桐东苑, as the browser keeps it. */
async function neighbour(options?: Parameters<typeof reader.visit>[0]): Promise<Visit> {
  const visit = await reader.visit(options)
  const { compounds } = await (
    await visit.context.request.post('/api/compound.list', { data: {} })
  )
    .json()
    .then((body: { value: { compounds: { id: string }[] } }) => body.value)
  const compound = compounds.find(({ id }) => id === 'wutong-east')
  await visit.page.addInitScript(
    (choice) => window.localStorage.setItem('origin-1', choice),
    JSON.stringify({ compound, usesPosition: false }),
  )
  return visit
}

describe('the life circle in a browser', () => {
  it('opens in the tab with one sentence, the list and a map that is drawn', async () => {
    const { page, goto } = await neighbour()
    await goto('/pages/life-circle/index')
    await page.getByRole('heading', { level: 1, name: /^步行 15 分钟：.*；缺/ }).waitFor()
    await page.getByText('从梧桐东苑算。').waitFor()
    await page.getByRole('link', { name: /梧桐食堂.*\d+ 分钟/ }).waitFor()
    const canvas = page.locator('.leaflet-bands-pane canvas')
    await canvas.waitFor()
    const colours = await canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement
      const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
      const seen = new Set<number>()
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3]) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
      }
      return seen.size
    })
    expect(colours).toBeGreaterThan(20)
    await page.getByText('街道为示意 · 虚构的云溪街道').waitFor()
  })

  it('changes the minutes with who walks, and gives wheels none where nobody has looked', async () => {
    const { page, goto } = await neighbour()
    await goto(ROUTE)
    const minutes = async (): Promise<number> => {
      const text = withoutBreaks(await page.getByRole('link', { name: /石桥菜场/ }).innerText())
      return Number(/(\d+) 分钟/.exec(text)?.[1])
    }
    // The market lies beyond 15 minutes for who walks slowly.
    await page.getByRole('button', { name: '再远一点' }).click()
    await page.getByRole('button', { name: '成人', exact: true }).click()
    const adult = await minutes()
    await page.getByRole('button', { name: '长者', exact: true }).click()
    expect(await minutes()).toBeGreaterThan(adult)
    await page.getByRole('button', { name: '轮椅', exact: true }).click()
    await page.getByText(asShown(/没写几分钟的，路上有没有台阶还没查过/)).waitFor()
    const market = await page.getByRole('link', { name: /石桥菜场/ }).innerText()
    expect(withoutBreaks(market)).not.toMatch(/分钟|台阶/)
  })

  it('shows one place in full over the map, at an address of its own, and goes back to where one was', async () => {
    const { page, goto } = await neighbour()
    const shown = page.locator('main').filter({ visible: true })
    await goto('/pages/life-circle/index')
    await page.getByRole('link', { name: /梧桐食堂/ }).click()
    const title = page.getByRole('heading', { level: 1, name: '梧桐食堂' })
    await title.waitFor()
    expect(new URL(page.url()).search).toBe('?place=wutong-canteen')
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    for (const words of [
      /步行 \d+ 分钟/,
      '每天 10:30-13:00 16:30-18:30',
      /梧桐路，走/,
      /核实于 2026-10-12/,
    ]) {
      await shown
        .getByText(typeof words === 'string' ? words : asShown(words))
        .first()
        .waitFor()
    }
    // Three fifths of the window; the way is to be seen above it.
    await shown.locator('.over-map__sheet').waitFor()
    const sheetBegins = (from: number, to: number) =>
      page.waitForFunction(
        ([above = 0, below = 0]) =>
          [...document.querySelectorAll('.over-map__sheet')].some((sheet) => {
            const begins = sheet.getBoundingClientRect().top / window.innerHeight
            return sheet.checkVisibility() && begins > above && begins < below
          }),
        [from, to],
      )
    await sheetBegins(0.3, 0.45)
    await page.getByRole('button', { name: '多看地图' }).click()
    await sheetBegins(0.6, 0.85)
    await page.goBack()
    await page.getByText('从梧桐东苑算。').waitFor()
    await page.getByRole('link', { name: /云溪公园/ }).click()
    await page.getByText('核实已超过一年，可能旧了').first().waitFor()
    await page.getByRole('button', { name: '回到列表' }).click()
    const row = page.getByRole('link', { name: /云溪公园/ }).filter({ visible: true })
    await row.waitFor()
    const box = await row.boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(844)
  })

  it('starts anew from where the map is tapped, and back', async () => {
    const { page, goto } = await neighbour()
    await goto(ROUTE)
    await page.locator('.leaflet-bands-pane canvas').waitFor()
    await page.locator('.life-map').click({ position: { x: 120, y: 60 } })
    await page.getByText('从地图上选的起点算。').waitFor()
    await page.getByRole('button', { name: '回到我的起点' }).click()
    await page.getByText('从梧桐东苑算。').waitFor()
  })

  it('goes out from wherever the start is dragged, as it is dragged, and tells nobody', async () => {
    const { page, goto } = await neighbour()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await goto(ROUTE)
    await page.locator('.leaflet-bands-pane canvas').waitFor()
    const start = page.locator('.life-map__origin')
    const seen = async () => ({
      minutes: await page.locator('.place-row__minutes').allInnerTexts(),
      // Streets stay where they are and the start is no part of the canvas: what changes is the bands.
      bands: await page
        .locator('.leaflet-bands-pane canvas')
        .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL()),
      start: await start.boundingBox(),
    })
    const before = await seen()
    const { x = 0, y = 0, width = 0, height = 0 } = before.start ?? {}
    const [grip, down] = [x + width / 2, y + height / 2]
    await page.mouse.move(grip, down)
    await page.mouse.down()
    await page.mouse.move(grip + 30, down - 5, { steps: 4 })
    await page.getByText('从地图上选的起点算。').waitFor()
    const half = await seen()
    await page.mouse.move(grip + 80, down - 10, { steps: 4 })
    await page.mouse.up()
    await page.getByRole('heading', { level: 1, name: /^步行 15 分钟/ }).waitFor()
    const after = await seen()
    expect(new Set([before, half, after].map(({ minutes }) => minutes.join())).size).toBe(3)
    expect(new Set([before, half, after].map(({ bands }) => bands)).size).toBe(3)
    // The start stays under the finger, but for the few points after which it counts as a drag: a map that followed
    // would run away from it.
    expect(Math.abs((after.start?.x ?? 0) - x - 80)).toBeLessThan(12)
    expect(Math.abs((after.start?.y ?? 0) - y + 10)).toBeLessThan(12)
    await page.getByRole('button', { name: '回到我的起点' }).click()
    await page.getByText('从梧桐东苑算。').waitFor()
    expect(await page.locator('.place-row__minutes').allInnerTexts()).toEqual(before.minutes)
    expect(sent.join('\n')).not.toMatch(/120\.1|30\.2/)
  })

  it('can go out from elsewhere without a hand on the map', async () => {
    const { page, goto } = await neighbour()
    await goto(ROUTE)
    await page.getByText('从梧桐东苑算。').waitFor()
    await page.getByRole('button', { name: '用我的位置' }).waitFor()
    const change = page.getByRole('link', { name: '换小区' })
    await change.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '石桥公寓' }).click()
    await page.getByText('从石桥公寓算。').waitFor()
  })

  it('asks where home is when the location is refused, and never sends where anybody is', async () => {
    const { page, context, goto } = await reader.visit()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await context.clearPermissions()
    await goto(ROUTE)
    await page.getByRole('button', { name: '用我的位置' }).click()
    await page.getByText('没有用您的位置，请选小区').waitFor()
    await page.getByRole('link', { name: '选小区' }).click()
    await page.getByRole('button', { name: '梧桐东苑' }).click()
    await page.getByText('从梧桐东苑算。').waitFor()
    expect(sent.join('\n')).not.toMatch(/120\.1|30\.2/)
  })

  it('opens again without a network', async () => {
    const { page, context, goto } = await neighbour()
    await goto(ROUTE)
    await page.getByRole('heading', { level: 1, name: /^步行 15 分钟：/ }).waitFor()
    // The first screen is written down a moment after it was seen.
    await page.waitForFunction(() =>
      Object.keys(window.localStorage).some((key) => key.startsWith('last-seen')),
    )
    await context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await page.reload()
    await page.getByRole('heading', { level: 1, name: /^步行 15 分钟：/ }).waitFor()
  })
})
