import type { AnnouncedActivity, ChangeNotice } from '../../../core/contract/activity/activity-page'
import type { ScreenPage } from '../../../core/contract/check-in/screen'
import type { Page } from 'playwright-core'
import { type IsoInstant, instant, toIso } from '../../../core/kernel/shanghai-time'
import { cutText, overflowing, smallText } from '../../support/browser/layout'
import { readers, TUESDAY_MORNING } from '../../support/browser/readers'
import { FULL_HD, openWall, pairWall, UPRIGHT } from '../../support/browser/wall'
import { outside, tornNumbers } from '../../support/browser/wall-lines'

const reader = readers({ isDemo: true })
const MORNING = Date.parse(TUESDAY_MORNING)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Each size with and without a notice, with none to nine activities: a minute each by the screen's clock. */
const PATIENCE_MS = 120_000

const SIZES = {
  lying: FULL_HD,
  upright: UPRIGHT,
  'on a small display': { width: 1366, height: 768 },
} as const

const NOTICES = {
  none: null,
  usual: {
    title: '明早 9:00 到 11:00 停水',
    text: '梧桐东苑、月湾二村水管检修，请提前存水。会客厅有热水，可以来打。',
  },
  'as long as may be': {
    title: '今晚 22:00 起台风蓝色预警，露天的活动全都停办，请早回',
    text: '阳台花盆、晾衣架请收进屋。'.repeat(15),
  },
} as const

const iso = (moment: number): IsoInstant => toIso(instant(moment))

const change = (kind: ChangeNotice['kind'], place: string | null = null): ChangeNotice => ({
  kind,
  at: iso(Date.parse('2026-11-23T22:50:00Z')),
  place,
  formerStartsAt: null,
  decisionAt: null,
})

/** What one meets in turn: short, moved with a lift nobody looked at, cancelled in words as long as may be, free, full. */
const KINDS: readonly Partial<AnnouncedActivity>[] = [
  { title: '晨练', free: null },
  {
    title: '社区食堂师傅教您做八宝饭',
    announced: change('indoors', '武宁片区党群服务中心二楼 3 号活动室'),
    change: 'indoors',
  },
  { title: '一二三四五六七八九十'.repeat(4), announced: change('cancelled'), change: 'cancelled' },
  { title: '第 12 课，学编中国结', free: 12 },
  { title: '重阳登高：沿着苏州河慢慢走 3 公里', place: '梧桐东苑 18 号门口的小广场', free: 0 },
]

const activityAt = (index: number, startsAt: number): AnnouncedActivity => ({
  id: `activity-${startsAt}`,
  kind: 'registered',
  topic: 'class',
  title: '',
  startsAt: iso(startsAt),
  endsAt: iso(startsAt + HOUR),
  place: '梧桐里百姓会客厅',
  forWhom: null,
  free: 3,
  change: null,
  sample: false,
  announced: null,
  servicePhone: '0571-55550100',
  ...KINDS[index % KINDS.length],
})

describe.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('%s', (size) => {
  it(
    'a wall screen shows each activity whole, whatever notice stands above, and fills what stays free with the next days',
    async () => {
      const wall = await reader.visit()
      const { page } = wall
      await openWall(wall, SIZES[size])
      let shown: Partial<ScreenPage> = {}
      await page.route('**/api/screen.show', async (route) => {
        const answer = await route.fetch()
        const { value } = (await answer.json()) as { value: object }
        return route.fulfill({ json: { ok: true, value: { ...value, ...shown } } })
      })
      await pairWall(wall, reader.backend().api)
      const wrong: Record<string, unknown> = {}
      let now = MORNING
      for (const [name, notice] of Object.entries(NOTICES))
        for (let count = 0; count <= 9; count += 1) {
          now += MINUTE
          shown = {
            now: iso(now),
            notice: notice === null ? null : { ...notice, id: 'notice', until: iso(MORNING + 9 * HOUR) },
            activities: Array.from({ length: count }, (_, index) =>
              activityAt(index + count, MORNING + (index + 2) * HOUR),
            ),
            next: Array.from({ length: 8 }, (_, index) =>
              activityAt(index, MORNING + (24 + index * 9) * HOUR),
            ),
          }
          await page.clock.fastForward(MINUTE)
          await page.waitForFunction(
            ([lines, notices, clock]) =>
              document.querySelectorAll('.line').length === lines &&
              document.querySelectorAll('.urgent').length === notices &&
              document.querySelector('.head__clock')?.textContent.endsWith(clock) === true,
            [count + 8, notice === null ? 0 : 1, clockAt(now)] as const,
            { polling: 'raf' },
          )
          const found = {
            outside: await outside(page),
            cut: (await cutText(page)).filter(
              // The rooms in which pages take turns hide those that wait; nobody reads forty signs without a stop.
              (what) => !/\.(lines|sheet|urgent__text)\b|一二三四五六七八九十/.test(what),
            ),
            torn: await tornNumbers(page),
            small: await smallText(page, 34 * unitOf(SIZES[size])),
            overflowing: await overflowing(page),
            ...(await roomFaults(wall.page, count)),
          }
          const faults = Object.entries(found).filter(([, list]) => list.length > 0)
          if (faults.length > 0) wrong[`${name}, ${count}`] = Object.fromEntries(faults)
        }
      expect(wrong).toEqual({})
    },
    PATIENCE_MS,
  )
})

const clockAt = (moment: number): string => {
  const minutes = Math.floor((moment / MINUTE + 8 * 60) % (24 * 60))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Pixels of what the style sheet calls one unit. */
const unitOf = ({ width, height }: { width: number; height: number }): number =>
  width > height ? Math.min(width / 1920, height / 1080) : Math.min(width / 1080, height / 1920)

/** Lines that no page could show whole, room that stays free though the next line has place in it, and what lies outside. */
const roomFaults = (page: Page, ofToday: number): Promise<Record<string, string[]>> =>
  page.evaluate((count) => {
    const room = document.querySelector('.lines')?.getBoundingClientRect() ?? new DOMRect()
    const lines = [...document.querySelectorAll('.line')]
    const isShown = (line: Element): boolean => !line.classList.contains('line--waiting')
    const told = (line: Element): string =>
      `${line.textContent} (${Math.round(line.getBoundingClientRect().height)} of ${Math.round(room.height)})`
    const lastShown = lines.map(isShown).lastIndexOf(true)
    const following = lines[lastShown + 1]
    const free = room.bottom - (lines[lastShown]?.getBoundingClientRect().bottom ?? room.top)
    // The heading of the next days needs its place as well.
    const heading =
      lastShown === count - 1
        ? (document.querySelector('.list__title--next')?.getBoundingClientRect().height ?? 0)
        : 0
    const wantsMore =
      following !== undefined && following.getBoundingClientRect().height + heading <= free - 1
    return {
      'too high': lines
        .slice(0, count)
        .filter((line) => line.getBoundingClientRect().height > room.height + 1)
        .map(told),
      'nothing shown': lastShown < 0 ? [told(lines[0] ?? document.body)] : [],
      'left free': wantsMore ? [told(following)] : [],
      'beyond the display': [
        ...document.querySelectorAll('.foot p, .code-picture, .head p, .list h3, .list p'),
      ]
        .filter((element) => {
          const { top, bottom, left, right } = element.getBoundingClientRect()
          const isAside = left < 0 || right > window.innerWidth
          return isAside || (!element.closest('.lines') && (top < 0 || bottom > window.innerHeight))
        })
        .map((element) => element.textContent || element.className.toString()),
    }
  }, ofToday)
