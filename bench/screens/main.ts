import { sql } from 'kysely'
import { createDispatch } from '../../cloud/app/dispatch'
import { standardLimits } from '../../cloud/app/limits'
import type { Database } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import budgets from '../../config/byte-budgets.json'
import { launch } from '../../tests/support/mini-program/launch'
import type { Outside } from '../../tests/support/mini-program/phone/network'
import type { MiniProgram } from '../../tests/support/mini-program/mini-program'
import { createPhone, type Phone } from '../../tests/support/mini-program/phone/phone'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'

const GROUP = 'screens'
/** The version behind it changes with what is kept. */
const CACHE_KEY = 'last-seen'
const LIST_ROUTE = 'office/pages/list/index'
const MANY_OFFICES = 100
const LIST_BYTES = 30_000
const NEWS_ROUTE = 'news/pages/list/index'
const MANY_ARTICLES = 100
const { firstScreenCalls, firstScreenBytes, firstScreenApiCalls } = budgets.setData

/** Screens where residents start: most come by a card to a page, few from the list of mini-programs. */
const SCREENS = [
  { name: 'home', url: '/pages/home/index' },
  { name: 'directory', url: '/office/pages/list/index' },
  { name: 'news', url: `/${NEWS_ROUTE}` },
  { name: 'an article', url: '/news/pages/article/index?id=canteens' },
] as const

/** What crosses from logic to view until each screen stands, in the built mini-program on a phone's first start. */
export function measure(): Promise<readonly Figure[]> {
  return withBenchDatabase(async ({ db }) => {
    const phone = (): Phone => createPhone({ outside: { functions: { api: backendOf(db) } } })
    const figures: Figure[] = []
    for (const { name, url } of SCREENS) figures.push(...(await measureScreen(name, url, phone())))
    figures.push(...(await measureHomeFromCache(phone())))
    figures.push(...(await measureHundredArticles(db, phone())))
    figures.push(...(await measureHundredOffices(createPhone({ outside: crowded(backendOf(db)) }))))
    return figures
  })
}

/** The mini-program while `act` looks at it; it ends also when that fails, or the process would go on for it. */
async function during<Value>(
  options: { readonly phone: Phone; readonly url?: string },
  act: (app: MiniProgram) => Promise<Value>,
): Promise<Value> {
  const app = launch({ folder: 'dist/weapp', ...options })
  try {
    return await act(app)
  } finally {
    await app.close()
  }
}

/** What was last seen stands with the first setData of the next start, before anybody is asked. */
async function measureHomeFromCache(phone: Phone): Promise<readonly Figure[]> {
  const sentence = await during({ phone }, async (first) => {
    await first.settled()
    await first.until('home is kept', () => phone.storage.keys().some((key) => key.startsWith(CACHE_KEY)))
    return first.lines()[0] ?? ''
  })
  phone.network.goOffline()
  const { calls, bytes } = await during({ phone }, async (again) => {
    await again.until('home says something', () => again.lines().length > 0)
    const { setData } = again.record
    const carries = again.lines().includes(sentence)
    return { calls: carries ? setData.length : Number.NaN, bytes: setData[0]?.bytes ?? Number.NaN }
  })
  return [
    figure(
      GROUP,
      'home, started again without a network: setData calls until it has content',
      calls,
      'calls',
      {
        most: 1,
      },
    ),
    figure(GROUP, 'home, started again: bytes of it', bytes, 'bytes', { most: firstScreenBytes }),
  ]
}

/** A directory as large as any 街道 will have, opened from home, then shown to its last row. */
const measureHundredOffices = (phone: Phone): Promise<readonly Figure[]> => during({ phone }, readToTheEnd)

async function readToTheEnd(app: MiniProgram): Promise<readonly Figure[]> {
  await app.tap('看全部会客厅')
  const ofList = () => app.record.setData.filter(({ route }) => route === LIST_ROUTE)
  const bytesSince = (call: number): number =>
    ofList()
      .slice(call)
      .reduce((sum, { bytes }) => sum + bytes, 0)
  const calls = ofList().length
  const bytes = bytesSince(0)
  const steps: number[] = []
  while (app.all('再看几处').length > 0) {
    const before = ofList().length
    await app.tap('再看几处')
    steps.push(bytesSince(before))
  }
  const name = `directory of ${app.all({ className: 'office-row' }).length} offices`
  const asked = app.record.sent.length
  return [
    figure(GROUP, `${name}, from home: setData calls until it stands`, calls, 'calls', { most: 1 }),
    figure(GROUP, `${name}: bytes of them`, bytes, 'bytes', { most: LIST_BYTES }),
    figure(GROUP, `${name}: bytes of the largest step on to the last row`, Math.max(...steps), 'bytes', {
      most: LIST_BYTES,
    }),
    figure(GROUP, `${name}: calls to the backend, home's included`, asked, 'calls', {
      most: firstScreenApiCalls,
    }),
  ]
}

/** As many articles as a 街道 writes in two years, scrolled to the oldest. */
async function measureHundredArticles(db: Database, phone: Phone): Promise<readonly Figure[]> {
  await fillNews(db)
  return during({ phone, url: `/${NEWS_ROUTE}` }, async (app) => {
    await app.settled()
    while (app.all('就这些了').length === 0) {
      await app.reachEnd()
      await app.settled()
    }
    const calls = app.record.setData.filter(({ route }) => route === NEWS_ROUTE)
    const bytes = calls.reduce((sum, call) => sum + call.bytes, 0)
    const rows = app.all({ className: 'news-row' }).length
    return [
      figure(GROUP, `news, scrolled through ${rows} rows: bytes of all setData`, bytes, 'bytes', {
        most: LIST_BYTES,
      }),
    ]
  })
}

/** Copies of the pack's own articles, each on a day of its own, until there are enough. */
async function fillNews(db: Database): Promise<void> {
  await sql`
    insert into article
    select id || '-' || copy, news_column, title, summary, published_on - copy * 30, source, picture, '[]', '', '{}'
    from article, generate_series(1, 10) as copy
    order by copy, id
    limit ${MANY_ARTICLES} - (select count(*) from article)
  `.execute(db)
}

/** The same backend in a 街道 with many more offices: those of the pack over and over. */
function crowded(answer: (event: unknown) => Promise<unknown>): Outside {
  const api = async (event: unknown): Promise<unknown> => {
    const reply = (await answer(event)) as { value?: { directory?: { offices: readonly { id: string }[] } } }
    const directory = reply.value?.directory
    if (directory === undefined) return reply
    const offices = Array.from({ length: MANY_OFFICES }, (_, at) => {
      const original = directory.offices[at % directory.offices.length]
      return { ...original, id: `${original?.id}-${at}` }
    })
    return { ...reply, value: { ...reply.value, directory: { ...directory, offices } } }
  }
  return { functions: { api } }
}

async function measureScreen(name: string, url: string, phone: Phone): Promise<readonly Figure[]> {
  const { setData, sent } = await during({ phone, url }, async (app) => {
    await app.settled()
    return app.record
  })
  const bytes = setData.reduce((sum, call) => sum + call.bytes, 0)
  return [
    figure(GROUP, `${name}: setData calls until it stands`, setData.length, 'calls', {
      most: firstScreenCalls,
    }),
    figure(GROUP, `${name}: bytes of them`, bytes, 'bytes', { most: firstScreenBytes }),
    figure(GROUP, `${name}: calls to the backend`, sent.length, 'calls', { most: firstScreenApiCalls }),
  ]
}

/** Dispatch itself: which way the calls travel changes nothing on the screen. */
function backendOf(db: Database): (event: unknown) => Promise<unknown> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: standardLimits,
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
    onHandled: ({ error }) => {
      if (error !== undefined) throw error
    },
  })
  return (event) => {
    const { name, input } = event as { name: string; input: unknown }
    return dispatch({ endpoint: name, input, token: null, openid: 'o-bench', address: 'bench' })
  }
}
