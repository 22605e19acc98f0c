import type { Page } from 'playwright-core'
import { makeActivity } from '../activities/activities'
import { OWN_OFFICE, type TestApi } from '../api/test-api'

/** Activities that are shown, but not wholly within the room for them. */
export const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const room = document.querySelector('.lines')?.getBoundingClientRect() ?? new DOMRect()
    return [...document.querySelectorAll('.line:not(.line--waiting)')]
      .filter((line) => {
        const { top, bottom } = line.getBoundingClientRect()
        return top < room.top - 1 || bottom > room.bottom + 1
      })
      .map((line) => line.textContent)
  })

/** A day on which everything happens, with the longest words that there can be. */
export async function makeBusyDay({ db }: TestApi): Promise<void> {
  const long = '一二三四五六七八九十'.repeat(4)
  const at = (clock: string) => new Date(`2026-11-24T${clock}:00+08:00`)
  const here = { office_id: OWN_OFFICE, sample: false }
  const say = (activityId: string, kind: 'indoors' | 'cancelled' | 'postponed', more: object = {}) =>
    db
      .insertInto('activity_change')
      .values({
        activity_id: activityId,
        kind,
        place: null,
        decision_at: null,
        former_starts_at: null,
        at: at('06:50'),
        by_resident: null,
        ...more,
      })
      .execute()
  await makeActivity(db, {
    ...here,
    title: '晨练',
    starts_at: at('09:00'),
    ends_at: at('11:00'),
    kind: 'open',
    capacity: null,
  })
  const moved = await makeActivity(db, {
    ...here,
    title: '梧桐市集',
    starts_at: at('13:00'),
    ends_at: at('15:00'),
  })
  await say(moved, 'indoors', { place: '武宁片区党群服务中心二楼' })
  const off = await makeActivity(db, {
    ...here,
    title: long,
    place: long,
    starts_at: at('14:00'),
    ends_at: at('15:00'),
    status: 'withdrawn',
  })
  await say(off, 'cancelled')
  const later = await makeActivity(db, { ...here, title: '加梯咨询' })
  await say(later, 'postponed', { former_starts_at: at('15:00') })
  for (let hour = 16; hour < 20; hour += 1)
    await makeActivity(db, {
      ...here,
      title: `第 ${hour} 课`,
      starts_at: at(`${hour}:00`),
      ends_at: at(`${hour}:50`),
    })
}

/** Numbers without their counters, dates and telephone numbers that are torn over two lines. */
export const tornNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const whole =
      /\d+月\d+日|\d[\d:.–-]*(?:[ \u00a0]?(?:小时|分钟|更新|开门|个|位|号|课|点|楼|公里))?|[，。！？；：、）”]/g
    return [...document.querySelectorAll('.sheet p, .sheet h1, .sheet h2, .sheet h3')].flatMap((block) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      const at: { node: Node; index: number }[] = []
      let text = ''
      while (walker.nextNode()) {
        const node = walker.currentNode
        for (let index = 0; index < (node.textContent ?? '').length; index += 1) at.push({ node, index })
        text += node.textContent ?? ''
      }
      const middleOf = (place: number): number | null => {
        const found = at[place]
        if (found === undefined) return null
        const range = document.createRange()
        range.setStart(found.node, found.index)
        range.setEnd(found.node, found.index + 1)
        const box = range.getBoundingClientRect()
        return box.top + box.height / 2
      }
      return [...text.matchAll(whole)]
        .filter(({ 0: piece, index }) => {
          // A sign stays with what it closes.
          const from = /^\d/.test(piece) ? index : index - 1
          const [first, last] = [middleOf(from), middleOf(index + piece.length - 1)]
          return first !== null && last !== null && Math.abs(first - last) > 8
        })
        .map(({ 0: piece }) => `${piece} in ${text}`)
    })
  })
