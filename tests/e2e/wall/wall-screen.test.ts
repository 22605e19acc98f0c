import { makeActivity, setNow } from '../../support/activities/activities'
import { OWN_OFFICE } from '../../support/api/test-api'
import { cutText, overflowing, smallText } from '../../support/browser/layout'
import { readCode } from '../../support/browser/read-code'
import { readers, TUESDAY_MORNING } from '../../support/browser/readers'
import type { Visit } from '../../support/browser/visit'
import {
  drawn,
  FULL_HD,
  openWall,
  pairWall,
  pathReckoner,
  revokeWall,
  UPRIGHT,
} from '../../support/browser/wall'
import { makeBusyDay, outside } from '../../support/browser/wall-lines'

const reader = readers({ isDemo: true })
const MORNING = Date.parse(TUESDAY_MORNING)
const MINUTE = 60_000
const CUT_OFF = /^网络断了，签到码照常可用/

const api = () => reader.backend().api
const serverIs = (moment: number) => setNow(api(), new Date(moment).toISOString())
beforeEach(() => serverIs(MORNING))

/** A screen of the own office that shows codes. */
async function hung(
  size: typeof FULL_HD | typeof UPRIGHT = FULL_HD,
): Promise<{ wall: Visit; screenId: string }> {
  const wall = await reader.visit()
  await openWall(wall, size)
  return { wall, screenId: await pairWall(wall, api()) }
}
const opens = async (code: string | null) => api().call('checkIn.open', { code })
const scanned = (wall: Visit) => readCode(wall.page, { selector: '.code' })

describe('a wall screen', () => {
  it('is paired by its code and two digits, and what it then shows opens', async () => {
    const { wall, screenId } = await hung()
    const code = await scanned(wall)
    expect(code).toContain(`${new URL(reader.backend().origin).host}/c/${screenId}.`)
    expect(await opens(code)).toMatchObject({ value: { grade: 'rolling', place: { id: OWN_OFFICE } } })
    // As a phone sees it that stands four metres away.
    expect(await readCode(wall.page, { shrink: 4 })).toBe(code)
    const text = await wall.text()
    for (const words of [
      '梧桐里百姓会客厅',
      '周二 11月24日',
      '10:00',
      '营业中（至 20:00）',
      '今天没有更多活动，欢迎进来坐坐。',
    ])
      expect(text).toContain(words)
    expect(text).toContain('云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。')
    const seen = await api()
      .db.selectFrom('screen')
      .select('seen_at')
      .where('id', '=', screenId)
      .executeTakeFirst()
    expect(seen?.seen_at).toBe(MORNING)
  })

  it('runs for half an hour without a network, says so discreetly, and is silent again when it is back', async () => {
    const { wall, screenId } = await hung()
    const pathAt = await pathReckoner(api(), screenId, reader.backend().origin)
    await wall.context.setOffline(true)
    for (let minute = 1; minute <= 31; minute += 1) await wall.page.clock.fastForward(MINUTE)
    await wall.page.getByText(CUT_OFF).waitFor()
    await serverIs(MORNING + 31 * MINUTE)
    await drawn(wall, pathAt(MORNING + 31 * MINUTE))
    expect(await opens(await scanned(wall))).toMatchObject({ ok: true })
    expect(await wall.text()).toContain('梧桐里百姓会客厅')

    await wall.context.setOffline(false)
    await wall.page.clock.fastForward(30_000)
    await wall.page.getByText(CUT_OFF).waitFor({ state: 'detached' })
  })

  it('does not notice that the server was started anew', async () => {
    const { wall, screenId } = await hung()
    const pathAt = await pathReckoner(api(), screenId, reader.backend().origin)
    const startAgain = await reader.backend().interrupt()
    await wall.page.clock.fastForward(MINUTE)
    await drawn(wall, pathAt(MORNING + MINUTE))
    await startAgain()
    await serverIs(MORNING + 10 * MINUTE)
    await wall.page.clock.fastForward(MINUTE)
    // The server's time again: the screen has spoken to it.
    await drawn(wall, pathAt(MORNING + 10 * MINUTE))
    expect(await wall.page.getByText(CUT_OFF).count()).toBe(0)
    wall.takeComplaints()
  })

  it('opened again without a way to the server goes on with its codes and what it showed last', async () => {
    const { wall, screenId } = await hung()
    const pathAt = await pathReckoner(api(), screenId, reader.backend().origin)
    await wall.page.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await wall.page.reload()
    await wall.page.getByText('梧桐里百姓会客厅').waitFor()
    await wall.page.clock.fastForward(5 * MINUTE)
    await drawn(wall, pathAt(MORNING + 5 * MINUTE))
  })

  it('whose key was revoked asks to be paired again, and is', async () => {
    const { wall, screenId } = await hung()
    await revokeWall(api(), screenId)
    await wall.page.clock.fastForward(MINUTE)
    await wall.page.getByText('这块屏的打卡码停用了，要重新配对才能用。').waitFor()
    expect(await pairWall(wall, api())).not.toBe(screenId)
    expect(await opens(await scanned(wall))).toMatchObject({ ok: true })
  })

  it('that lost its key asks to be paired again', async () => {
    const { wall } = await hung()
    await wall.page.evaluate(() => indexedDB.deleteDatabase('wall-screen'))
    await wall.page.reload()
    await wall.page.locator('.digits').waitFor()
  })

  it('keeps its key so that no script can read it', async () => {
    const { wall } = await hung()
    const kept = await wall.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('wall-screen')
          opening.onsuccess = () => {
            const asked = opening.result.transaction('kept').objectStore('kept').get('screen-1')
            asked.onsuccess = () => {
              const { key } = asked.result as { key: CryptoKey }
              crypto.subtle.exportKey('raw', key).then(
                () => resolve('readable'),
                () => resolve(key.extractable),
              )
            }
          }
        }),
    )
    expect(kept).toBe(false)
  })
})

describe('on a day on which nothing is left', () => {
  beforeAll(async () => {
    for (let turn = 0; turn < 9; turn += 1)
      await makeActivity(api().db, {
        office_id: OWN_OFFICE,
        title: `第 ${turn + 1} 课，${'学编中国结'.repeat(turn % 3)}`,
        starts_at: new Date(Date.parse('2026-11-28T09:30:00+08:00') + turn * 8 * 60 * MINUTE),
        ends_at: new Date(Date.parse('2026-11-28T11:00:00+08:00') + turn * 8 * 60 * MINUTE),
      })
  })

  it.each([
    ['lying', FULL_HD],
    ['upright', UPRIGHT],
  ] as const)(
    '%s: tells what the next days bring, in the same type, as far as there is room',
    async (_, size) => {
      await serverIs(Date.parse('2026-11-27T21:00:00+08:00'))
      const wall = await reader.visit()
      await openWall(wall, size)
      await pairWall(wall, api())
      const { page } = wall
      await page.getByText('接下来几天').waitFor()
      await page.getByText('今天没有更多活动。').waitFor()
      const lines = await page.locator('.line:not(.line--waiting)').allInnerTexts()
      expect(lines.length).toBeGreaterThanOrEqual(2)
      for (const line of lines) expect(line).toMatch(/^(明天|周.|下周.|\d+月\d+日)\n\d{1,2}:\d\d\n/)
      expect([await overflowing(page), await smallText(page, 34), await outside(page)]).toEqual([[], [], []])
      expect((await cutText(page)).filter((what) => !/\.(lines|sheet)\b/.test(what))).toEqual([])
      // The night comes without a network: what was tomorrow is today.
      await wall.context.setOffline(true)
      await page.clock.fastForward(4 * 60 * MINUTE)
      await page.locator('.line').first().getByText('明天').waitFor({ state: 'detached' })
      expect(await outside(page)).toEqual([])
    },
  )
})

describe('seen from four metres', () => {
  beforeAll(() => makeBusyDay(api()))

  it.each([
    ['lying', FULL_HD],
    ['upright', UPRIGHT],
  ] as const)('%s: large, nothing cut, nothing to scroll, every activity in its turn', async (_, size) => {
    const { wall } = await hung(size)
    const { page } = wall
    const shown = new Set<string>()
    const titles = new Set<string>()
    for (let turn = 0; turn < 12; turn += 1) {
      // Those of the next days fill what room is left.
      const today = page.locator('.line:not(.line--waiting):not(:has(.line__day))')
      for (const line of await today.allInnerTexts()) shown.add(line)
      for (const title of await today.locator('.line__title').allTextContents()) titles.add(title)
      expect([await overflowing(page), await smallText(page, 34), await outside(page)]).toEqual([[], [], []])
      // The room in which pages take turns hides those that wait; and nobody reads eighty characters in passing.
      const cut = (await cutText(page)).filter((what) => !/\.(lines|sheet)\b|一二三四五六七八九十/.test(what))
      expect(cut).toEqual([])
      await serverIs(MORNING + (turn + 1) * 15_000)
      await page.clock.fastForward(15_000)
    }
    const long = '一二三四五六七八九十'.repeat(4)
    expect([...titles].sort()).toEqual(
      ['晨练', '梧桐市集', long, '加梯咨询', '第 16 课', '第 17 课', '第 18 课', '第 19 课'].sort(),
    )
    const words = [...shown].join()
    expect(words).toContain('改到室内：武宁片区党群服务中心二楼（6:50 更新）')
    expect(words).toContain('电梯：未核实，请先打电话 0571-55550100')
    expect(words).toContain('推迟到周六 9:00')
    const code = await page.locator('.code-picture').boundingBox()
    // Without the empty border of four modules.
    expect(((code?.height ?? 0) * 37) / 45).toBeGreaterThanOrEqual(size.height / 3)
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0)
  })

  it.each([
    ['lying', FULL_HD],
    ['upright', UPRIGHT],
  ] as const)('%s: tells an urgent notice until its end, also without a network', async (_, size) => {
    const wall = await reader.visit()
    await openWall(wall, size)
    const notice = {
      title: '明早 9:00 到 11:00 停水',
      text: '梧桐东苑、月湾二村水管检修，请提前存水。会客厅有热水，可以来打。',
      until: new Date(MORNING + 20 * MINUTE).toISOString(),
    }
    let online = true
    await wall.page.route('**/api/screen.show', async (route) => {
      if (!online) return route.abort('internetdisconnected')
      const answer = await route.fetch()
      const { value } = (await answer.json()) as { value: object }
      return route.fulfill({ json: { ok: true, value: { ...value, notice } } })
    })
    await pairWall(wall, api())
    await wall.page.getByText(notice.title).waitFor()
    expect([await outside(wall.page), await smallText(wall.page, 34)]).toEqual([[], []])
    expect(
      (await cutText(wall.page)).filter((cut) => cut.includes('停水') && !cut.includes('sheet')),
    ).toEqual([])
    online = false
    await wall.page.clock.fastForward(20 * MINUTE)
    await wall.page.getByText(notice.title).waitFor({ state: 'detached' })
  })

  it('does not stand still: it sways, changes sides, and turns dark in the evening', async () => {
    const { wall } = await hung()
    const { page } = wall
    const places = new Set<string>()
    const moments = [0, 13, 60, 9 * 60]
    const looks: string[] = []
    for (const minutes of moments) {
      await serverIs(MORNING + minutes * MINUTE)
      await page.clock.fastForward(MINUTE)
      await page
        .getByText(`${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)
        .first()
        .waitFor()
      const box = await page.locator('.code-picture').boundingBox()
      places.add(`${box?.x.toFixed(1)} ${box?.y.toFixed(1)}`)
      looks.push(await page.locator('.sheet').getAttribute('class').then(String))
    }
    expect(places.size).toBe(moments.length)
    expect(looks[0]).not.toBe(looks[2])
    expect(looks[3]).toContain('sheet--dark')
    expect(await opens(await scanned(wall))).toMatchObject({ ok: true })
  })
})
