import { Client } from 'pg'
import type { ActivitiesListed } from '../../../core/contract/activity/activity-page'
import type { EndpointName } from '../../../core/contract'
import type { HomeContent, OwnAtAGlance } from '../../../core/contract/home'
import type { ArticleShown, NewsListed } from '../../../core/contract/news'
import type { Versioned } from '../../../core/contract/versioned'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  done,
  makeActivity,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import { countRoundTrips } from '../../support/database/round-trips'

let api: TestApi
let other: TestApi
let editor: Person
beforeAll(async () => {
  api = await openHall()
  // Another server on the same database, with what it keeps in a process of its own.
  other = openCrowd(api, 2)
  editor = await admit(api.db, 'editor')
})
afterAll(async () => {
  await other.close()
  await api.close()
})
startEachOnSunday(() => api)
beforeEach(() => publishArticlesOn('2026-11-20'))

const publishArticlesOn = (day: string) =>
  api.db
    .updateTable('article')
    .set({ published_on: day as ShanghaiDay })
    .execute()

type VersionedHome = Versioned<HomeContent> & { readonly mine: OwnAtAGlance | null }
const home = (version: string | null, who: Person | null = null, from: TestApi = other) =>
  done<VersionedHome>(from.call('home.show', { version }, { token: who?.token ?? null }))

/** Home as a phone shows it that has looked before each change. */
async function changeSeen(change: () => Promise<unknown>): Promise<HomeContent | null> {
  const { version } = (await home(null)).public
  expect((await home(version)).public).toEqual({ version, content: null })
  await change()
  return (await home(version)).public.content
}

describe('home for a phone that has been here before', () => {
  it('asks the database once, and sends less than 1.5 kB with what is one’s own', async () => {
    const activityId = await makeActivity(api.db)
    const { who, number } = await register(api, activityId)
    const later = { starts_at: new Date('2026-11-28T02:00:00Z') }
    await register(api, await makeActivity(api.db, later), { who })
    const { version } = (await home(null, who)).public
    let answer: VersionedHome | null = null
    const { roundTrips } = await countRoundTrips(async () => {
      answer = await home(version, who)
    })
    expect(roundTrips).toBe(1)
    expect(answer).toMatchObject({
      public: { version, content: null },
      mine: { next: { number, activity: { id: activityId }, headline: 'confirmed' }, more: 1, unread: 0 },
    })
    expect(JSON.stringify(answer).length).toBeLessThan(1_500)
  })

  it('has nothing of one’s own for strangers, nor of what was cancelled or is over', async () => {
    expect((await home(null)).mine).toBeNull()
    const activityId = await makeActivity(api.db)
    const { who, registrationId } = await register(api, activityId)
    await act(api, 'registration.cancel', who, { registrationId })
    expect((await home(null, who)).mine).toEqual({ next: null, more: 0, unread: 0 })
    const { who: late } = await register(api, activityId)
    await setNow(api, '2026-11-28T03:00:00.000Z')
    expect((await home(null, late)).mine).toEqual({ next: null, more: 0, unread: 0 })
  })

  it('is the content itself for phones that know of no versions', async () => {
    const { content } = (await home(null)).public
    expect(await done(other.call('home.show', {}))).toEqual(content)
    for (const [endpoint, input] of await everything()) {
      const versioned = await done<Versioned<object>>(other.call(endpoint, { ...input, version: null }))
      expect(await done(other.call(endpoint, input))).toEqual(versioned.public.content)
      const { version } = versioned.public
      expect(await done(other.call(endpoint, { ...input, version }))).toEqual({
        public: { version, content: null },
      })
    }
  })
})

const LIST = { span: null, place: null, topic: null, age: null, hasPlaces: false }
const LISTS = [
  ['activity.list', LIST],
  ['office.list', {}],
  ['news.list', { column: null, after: null }],
] as const

/** What is answered with its version beside home. */
async function everything(): Promise<readonly (readonly [EndpointName, object])[]> {
  const { articles } = await done<NewsListed>(api.call('news.list', { column: null, after: null }))
  const ids = articles.map(({ id }) => id)
  expect(ids).not.toEqual([])
  return [...LISTS, ...ids.map((articleId) => ['news.show', { articleId }] as const)]
}

it('what there is not is refused, whatever version is named, until there is', async () => {
  const { articles } = await done<NewsListed>(api.call('news.list', { column: null, after: null }))
  const articleId = articles[0]?.id ?? ''
  const show = (version?: string) =>
    other.call('news.show', { articleId, ...(version === undefined ? {} : { version }) })
  const { version } = (
    await done<Versioned<ArticleShown>>(other.call('news.show', { articleId, version: null }))
  ).public
  await publishArticlesOn('2026-11-23')
  for (const has of [undefined, version])
    expect(await show(has)).toEqual({ ok: false, refusal: 'article_not_found' })
  await setNow(api, '2026-11-22T16:00:00.000Z')
  expect(await done<ArticleShown>(show())).toMatchObject({ article: { id: articleId } })
})

describe('a change is seen at the next call, on every server', () => {
  it('a notice that is published or withdrawn', async () => {
    const until = '2026-11-24T01:00:00.000Z'
    let noticeId = ''
    const published = await changeSeen(async () => {
      const notice = { title: '停水', text: '今晚停水。', until }
      noticeId = (await done<{ noticeId: string }>(act(api, 'notice.publish', editor, notice))).noticeId
    })
    expect(published?.notices).toMatchObject([{ title: '停水' }])
    const withdrawn = await changeSeen(() => act(api, 'notice.withdraw', editor, { noticeId }))
    expect(withdrawn?.notices).toEqual([])
  })

  it('other hours of an office', async () => {
    const staff = await admit(api.db, 'office')
    const input = { officeId: OWN_OFFICE, day: '2026-11-23', intervals: [], note: '盘点' }
    const seen = await changeSeen(() => done(act(api, 'office.setHoursOn', staff, input)))
    const zones = seen?.directory.offices.find(({ id }) => id === OWN_OFFICE)?.zones
    expect(zones?.[0]?.exceptions).toContainEqual({ day: '2026-11-23', intervals: [], note: '盘点' })
  })

  it('an activity that moves indoors, and a seat that is taken', async () => {
    const activityId = await makeActivity(api.db, { starts_at: new Date('2026-11-22T02:00:00Z') })
    const freeIn = (content: HomeContent | null) =>
      content?.activities.find(({ id }) => id === activityId)?.free
    expect(freeIn((await home(null)).public.content)).toBe(2)
    expect(freeIn(await changeSeen(() => register(api, activityId)))).toBe(1)
    const move = { activityId, kind: 'indoors', place: '二楼', startsAt: null }
    const moved = await changeSeen(() => done(act(api, 'activity.change', editor, move)))
    expect(moved?.activities.find(({ id }) => id === activityId)?.place).toBe('二楼')
    expect(freeIn(moved)).toBe(1)
  })

  it('not that somebody cancelled a change, or that nothing shown is another', async () => {
    const failing = api.db.transaction().execute(async (tx) => {
      await tx.updateTable('service').set({ name: '不存在' }).execute()
      throw new Error('given up')
    })
    expect(await changeSeen(() => expect(failing).rejects.toThrow('given up'))).toBeNull()
    // A registration for what home does not show.
    const far = await makeActivity(api.db, {
      starts_at: new Date('2027-11-22T02:00:00Z'),
      ends_at: new Date('2027-11-22T03:00:00Z'),
    })
    expect(await changeSeen(() => register(api, far))).toBeNull()
  })
})

describe('what is kept ends by the clock, without any change', () => {
  it.each([
    [
      'an activity that ends',
      '2026-11-22T02:00:00.000Z',
      { ends_at: new Date('2026-11-22T02:00:00Z') },
      false,
    ],
    [
      'an activity that is published by the clock',
      '2026-11-22T03:00:00.000Z',
      { ends_at: new Date('2026-11-22T08:00:00Z'), published_from: new Date('2026-11-22T03:00:00Z') },
      true,
    ],
    [
      'an activity that is a week away',
      '2026-11-22T05:00:00.000Z',
      { starts_at: new Date('2026-11-29T04:30:00Z'), ends_at: new Date('2026-11-29T06:00:00Z') },
      true,
    ],
  ])('%s', async (_what, when, given, isThereAfterwards) => {
    await api.db.updateTable('activity').set({ status: 'draft' }).execute()
    const activityId = await makeActivity(api.db, { starts_at: new Date('2026-11-22T00:30:00Z'), ...given })
    const isThere = (content: HomeContent | null) => content?.activities.some(({ id }) => id === activityId)
    const { version, content } = (await home(null)).public
    expect(isThere(content)).toBe(!isThereAfterwards)
    await setNow(api, when)
    expect(isThere((await home(version)).public.content)).toBe(isThereAfterwards)
  })

  it('the place of an activity, where a topic leaves that out too', async () => {
    await api.db.updateTable('activity').set({ status: 'draft' }).execute()
    const ends = { ends_at: new Date('2026-11-22T02:00:00Z'), place: '后院' }
    await makeActivity(api.db, { starts_at: new Date('2026-11-22T00:30:00Z'), ...ends })
    const places = async (topic: string | null) =>
      (await done<ActivitiesListed>(other.call('activity.list', { ...LIST, topic }))).places
    for (const topic of ['volunteer', null]) expect(await places(topic)).toContain('后院')
    await setNow(api, '2026-11-22T02:00:00.000Z')
    for (const topic of ['volunteer', null]) expect(await places(topic)).not.toContain('后院')
  })

  it('a notice that ends, and the day of an article', async () => {
    const notice = { title: '停电', text: '下午停电。', until: '2026-11-22T06:00:00.000Z' }
    await done(act(api, 'notice.publish', editor, notice))
    const { version } = (await home(null)).public
    await setNow(api, '2026-11-22T06:00:00.000Z')
    expect((await home(version)).public.content?.notices).toEqual([])
    await publishArticlesOn('2026-11-23')
    const before = (await home(null)).public
    expect(before.content?.news).toEqual([])
    await setNow(api, '2026-11-22T16:00:00.000Z')
    expect((await home(before.version)).public.content?.news).not.toEqual([])
  })
})

it('every table that an answer to everybody is made of raises the version', async () => {
  const fresh = openCrowd(api, 1)
  const { statements } = await countRoundTrips(async () => {
    await done(fresh.call('home.show', {}))
    for (const [endpoint, input] of await everything()) await done(fresh.call(endpoint, input))
  })
  await fresh.close()
  const client = new Client(api.databaseUrl)
  await client.connect()
  const read = new Set<string>()
  for (const { text, values } of statements) {
    // Who asks is no part of the answer.
    if (text.includes('rate_window')) continue
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${text}`, [
      ...values,
    ])
    for (const name of relationsIn(rows[0]?.['QUERY PLAN'])) read.add(name)
  }
  const { rows } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'public_version'`,
  )
  await client.end()
  const watched = rows.map(({ name }) => name)
  // The clock, which is moved in demonstrations, is asked with each call; who entered the holidays is not answered.
  const unwatched = [...read].filter((name) => !['database_mode', 'post', ...watched].includes(name))
  expect(unwatched).toEqual([])
  expect(read.size).toBeGreaterThan(9)
})

function relationsIn(plan: unknown): readonly string[] {
  if (typeof plan !== 'object' || plan === null) return []
  const own = 'Relation Name' in plan ? [String(plan['Relation Name'])] : []
  return [...own, ...Object.values(plan).flatMap(relationsIn)]
}
