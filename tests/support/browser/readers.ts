import type { Browser } from 'playwright-core'
import type { TestApiOptions } from '../api/test-api'
import { startBackend, type Backend } from '../backend/start-backend'
import { openChromium } from './chromium'
import { openVisit, type Visit, type VisitOptions } from './visit'

/** Every page of the H5 edition that needs no code or card to be opened. */
export const PAGES: readonly string[] = [
  '/pages/home/index',
  '/pages/life-circle/index',
  '/circle/pages/map/index',
  '/circle/pages/map/index?place=wutong-canteen',
  '/pages/activities/index',
  '/pages/me/index',
  '/pages/scan/index',
  '/pages/scan/index?code=weixin%3A%2F%2Fpay',
  '/office/pages/list/index',
  '/office/pages/office/index?id=wutong-hall',
  '/office/pages/office/index?id=yunqi-room',
  '/office/pages/compound/index',
  '/office/pages/compound/index?id=moon-bay-two',
  '/office/pages/office/index?id=riders-lounge',
  '/office/pages/office/index?id=old-wutong-hall',
  '/pages/not-found/index',
  '/activity/pages/activity/index',
  '/activity/pages/activity/index?id=paper-cutting',
  '/activity/pages/activity/index?id=reed-market-20261128',
  '/activity/pages/stalls/index?id=reed-market-20261128',
  '/activity/pages/poster/index?id=paper-cutting',
  '/news/pages/list/index',
  '/news/pages/article/index',
  '/news/pages/article/index?id=new-room',
  '/news/pages/words/index',
  '/search/pages/search/index',
  `/search/pages/search/index?text=${encodeURIComponent('装电梯')}`,
  '/me/pages/desk-sign-in/index',
  '/me/pages/staff-entry/index',
  '/me/pages/display/index',
  '/me/pages/about/index',
  '/staff/pages/screens/index',
  '/me/pages/privacy/index',
  '/me/pages/export/index',
  '/me/pages/policy/index',
  '/me/pages/suggestions/index',
  '/me/pages/telling/index',
  '/me/pages/walker/index',
  '/preview/',
]

/** Of the fixture's pack: no dictionary knows them, and no line may tear them. */
export const PLACES = ['梧桐里', '青石桥', '望月湾', '云栖坪', '骑手驿站', '云溪街道', '会客厅', '居委会']

/** A Tuesday at 10:00 in Shanghai, for the browser's clock. */
export const TUESDAY_MORNING = '2026-11-24T10:00:00+08:00'

export interface Readers {
  readonly backend: () => Backend
  /** A window of somebody new; after the test it is closed, which fails on the page's complaints. */
  visit(options?: Omit<VisitOptions, 'origin'>): Promise<Visit>
  /** One window for all tests of the surrounding `describe`; each test fails on what the page complained of in it. */
  stay(options?: Omit<VisitOptions, 'origin'>): () => Visit
}

/**
 * Registers with Jest: one Chromium and one backend for the file. In a demonstration each window is lent a
 * made-up resident; otherwise nobody can sign in, as in production.
 */
export function readers({ isDemo = false, ...options }: Omit<TestApiOptions, 'frozenAt'> = {}): Readers {
  let browser: Browser | undefined
  let backend: Backend | undefined
  let visits: Visit[] = []

  beforeAll(async () => {
    backend = await startBackend({ ...options, isDemo, frozenAt: TUESDAY_MORNING })
    browser = await openChromium()
  })
  afterEach(async () => {
    for (const visit of visits.splice(0)) await visit.close()
  })
  afterAll(async () => {
    await browser?.close()
    await backend?.stop()
  })

  const theBackend = (): Backend => {
    if (!backend) throw new Error('the backend did not start')
    return backend
  }
  const open = async (options: Omit<VisitOptions, 'origin'>): Promise<Visit> => {
    if (!browser) throw new Error('the browser did not start')
    const visit = await openVisit(browser, { ...options, origin: theBackend().origin })
    await visit.page.clock.install({ time: new Date(TUESDAY_MORNING) })
    return visit
  }
  return {
    backend: theBackend,
    visit: async (options = {}) => {
      const visit = await open(options)
      visits = [...visits, visit]
      return visit
    },
    stay: (options = {}) => {
      let staying: Visit | undefined
      const theVisit = (): Visit => {
        if (!staying) throw new Error('the window did not open')
        return staying
      }
      beforeAll(async () => {
        staying = await open(options)
      })
      afterEach(() => {
        expect(theVisit().takeComplaints()).toEqual([])
      })
      afterAll(() => staying?.close())
      return theVisit
    },
  }
}
