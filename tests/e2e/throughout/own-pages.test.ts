import { makeActivity } from '../../support/activities/activities'
import { makeClassNow, makeNamedParty } from '../../support/activities/named-party'
import { badLines, cutText, overflowing, overlappingText, smallTargets } from '../../support/browser/layout'
import { PLACES, readers } from '../../support/browser/readers'
import { sees, shown, tap } from '../../support/browser/shown'
import type { Visit } from '../../support/browser/visit'

const reader = readers({ isDemo: true })

const EDITIONS = [
  ['standard', { target: 44, display: { edition: 'standard', elderScale: 1.4 } }],
  ['elder', { target: 60, display: { edition: 'elder', elderScale: 1.8 } }],
] as const

/** A tablet, an ordinary phone, and the narrowest that still counts. */
const WIDTHS = [768, 390, 320]

/** Lines, and what stands in them, of each page in each width. */
async function look(visit: Visit, routes: readonly string[], target: number): Promise<void> {
  const wrong: Record<string, unknown> = {}
  for (const route of routes) {
    await visit.goto(route)
    for (const width of WIDTHS) {
      await visit.resize(width)
      const found = {
        lines: await badLines(visit.page, PLACES),
        overflowing: await overflowing(visit.page),
        cut: await cutText(visit.page),
        overlapping: await overlappingText(visit.page),
        small: await smallTargets(visit.page, target),
      }
      const faults = Object.entries(found).filter(([, list]) => list.length > 0)
      if (faults.length > 0) wrong[`${route} at ${width}`] = Object.fromEntries(faults)
    }
  }
  expect(wrong).toEqual({})
}

describe.each(EDITIONS)('in the %s edition', (_, { target, display }) => {
  it('lines of what is one’s own are whole on every page', async () => {
    const { db } = reader.backend().api
    const [mine, full] = [
      await makeActivity(db, { title: '社区食堂师傅教您做八宝饭', capacity: 5 }),
      await makeActivity(db, { title: '中国结课', capacity: 1 }),
    ]
    await makeNamedParty(reader.backend().api, full, '李国强')
    const visit = await reader.visit({ display })
    await visit.goto('/me/pages/family/index')
    await tap(visit, '加一位家人')
    await tap(visit, '妈妈')
    await shown(visit).getByLabel('哪一年生的？').fill('1955')
    await tap(visit, '加上')
    await sees(visit, '1955 年生')
    const own: string[] = []
    for (const [id, button] of [
      [mine, /^报名，2 位|^给自己报名/],
      [full, /^排候补/],
    ] as const) {
      await visit.goto(`/activity/pages/register/index?id=${id}`)
      await tap(visit, button)
      await tap(visit, '看我的报名')
      await visit.page.waitForURL('**/registration/index?**')
      const { pathname, search } = new URL(visit.page.url())
      own.push(pathname + search)
    }
    await look(
      visit,
      [
        ...own,
        '/activity/pages/mine/index',
        '/pages/home/index',
        '/pages/me/index',
        '/pages/activities/index',
        `/activity/pages/activity/index?id=${mine}`,
        `/activity/pages/register/index?id=${full}`,
        '/me/pages/family/index',
        '/me/pages/messages/index',
        '/me/pages/passport/index',
        '/me/pages/telling/index',
        '/me/pages/privacy/index',
        '/me/pages/export/index',
      ],
      target,
    )
  })

  it('lines of what staff do on a phone are whole on every page', async () => {
    const { api } = reader.backend()
    const id = await makeClassNow(api, { title: '社区食堂师傅教您做八宝饭' })
    await makeNamedParty(api, id, '王秀英', [['小明', 2018]])
    const visit = await reader.visit({ display })
    await visit.goto('/staff/pages/door/index')
    await tap(visit, '演示：当编辑')
    await sees(visit, '今天在哪个门口？')
    // What Chromium writes by itself of a resident who is turned away.
    for (const complaint of visit.takeComplaints()) expect(complaint).toMatch('status of 403')
    await look(
      visit,
      [
        '/staff/pages/door/index',
        `/staff/pages/door/index?id=${id}`,
        `/staff/pages/volunteers/index?id=${id}`,
        '/staff/pages/reports/index',
        '/staff/pages/rolls/index',
        `/staff/pages/rolls/index?id=${id}`,
        '/staff/pages/notices/index',
        '/staff/pages/suggestions/index',
        '/staff/pages/screens/index',
      ],
      target,
    )
    for (const complaint of visit.takeComplaints()) expect(complaint).toMatch('status of 403')
  })
})
