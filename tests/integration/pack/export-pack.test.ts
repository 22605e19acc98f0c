import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import { loadPack, previewPack } from '../../../cloud/pack/loading/load-pack'
import { parsePack } from '../../../cloud/pack/parse-pack'
import { exportPack, writeFolder } from '../../../cloud/pack/writing/export-pack'
import { refreshSearch } from '../../../cloud/search/refresh'
import { openApi, type TestApi } from '../../support/api/test-api'
import { emptyPack, fixtureFolder, load, withOffice } from './loaded-pack'

const AT = '2026-12-01T02:00:00Z'
let source: TestApi
let copy: TestApi

beforeAll(async () => {
  source = await openApi({ frozenAt: AT })
  copy = await openApi({ frozenAt: AT })
})
afterAll(async () => {
  await source.close()
  await copy.close()
})

/** Reads what the exported files say into a database without a pack. */
async function reload(from: Database, to: Database): Promise<readonly string[]> {
  const { files, losses } = await exportPack(from)
  const reading = parsePack(files)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 1))
  await emptyPack(to)
  await loadPack(to, reading.pack, { report: () => undefined })
  return losses
}

const idsOf = async (db: Database, table: 'office' | 'article' | 'activity'): Promise<readonly string[]> =>
  (await db.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id)

/** What everybody may ask, with every answer; stalls get their ids by chance. */
async function publicAnswers(api: TestApi): Promise<unknown> {
  await refreshSearch(api.db)
  const asked: [string, object][] = [
    ['home.show', {}],
    ['office.list', {}],
    ['compound.list', {}],
    ['lifeCircle.show', { streets: null, places: null }],
    ['news.list', { column: null, after: null }],
    ['news.words', {}],
    ['search.shelf', { version: null }],
    ['activity.list', { span: null, place: null, topic: null, age: null, hasPlaces: false }],
    ['search.find', { text: '食堂' }],
    ['search.find', { text: '12月' }],
    ...(await idsOf(api.db, 'office')).map((officeId): [string, object] => ['office.show', { officeId }]),
    ...(await idsOf(api.db, 'article')).map((articleId): [string, object] => ['news.show', { articleId }]),
    ...(await idsOf(api.db, 'activity')).map((activityId): [string, object] => [
      'activity.show',
      { activityId },
    ]),
  ]
  const answers: Record<string, unknown> = {}
  for (const [endpoint, input] of asked) {
    const reply = await api.call(endpoint, input)
    answers[`${endpoint} ${JSON.stringify(input)}`] = endpoint === 'search.shelf' ? inOrder(reply) : reply
    expect([endpoint, input, 'fault' in reply ? reply : null]).toEqual([endpoint, input, null])
  }
  return JSON.parse(JSON.stringify(answers).replace(/"stallId":"[^"]*"/g, '"stallId":""'))
}

/** The shelf with the order of its documents in place of their numbers, which have gaps where a row was removed. */
function inOrder(reply: unknown): unknown {
  const { value } = reply as { value: { content: { documents: { standing: number; kind: string }[] } } }
  const { documents } = value.content
  const rankOf = (document: { standing: number; kind: string }): number =>
    documents.filter(({ kind, standing }) => kind === document.kind && standing < document.standing).length
  return documents.map((document) => ({ ...document, standing: rankOf(document) }))
}

const words = fc
  .stringMatching(/^[一二三楼门厅桥东西南北0-9a-z（）、，。"“”-]{1,12}$/)
  .filter((text) => !/^[\d\s/.:-]+$/.test(text) && !/^[-=]/.test(text) && text.trim() === text)
const degrees = fc.record({
  longitude: fc.integer({ min: 120_101, max: 120_139 }).map((value) => value / 1000),
  latitude: fc.integer({ min: 30_201, max: 30_229 }).map((value) => value / 1000),
})
const week = fc.uniqueArray(
  fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.integer({ min: 0, max: 700 }) }),
  { selector: ({ weekday }) => weekday, maxLength: 7 },
)
const answer = fc.constantFrom('yes', 'no', 'unverified' as const)

/** What the desk can do to the data of a pack, each as one write. */
const edit = fc.oneof(
  fc.record({ kind: fc.constant('office' as const), about: words, landmark: words, at: degrees }),
  fc.record({ kind: fc.constant('week' as const), week, holidays: fc.boolean() }),
  fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 1, max: 28 }), note: words }),
  fc.record({
    kind: fc.constant('entrance' as const),
    name: words,
    step: answer,
    width: fc.integer({ min: 40, max: 200 }),
  }),
  fc.record({ kind: fc.constant('facility' as const), name: words, hours: words, at: degrees }),
  fc.record({ kind: fc.constant('complete' as const), complete: fc.boolean() }),
  fc.record({ kind: fc.constant('compound' as const), contact: words, at: degrees }),
  fc.record({ kind: fc.constant('services' as const), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('removed' as const) }),
)

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

async function apply(db: Database, one: Edit): Promise<void> {
  const edited = { edited_at: new Date(AT), version: sql<number>`version + 1` }
  const touch = () => db.updateTable('office').set(edited).where('id', '=', 'wutong-hall').execute()
  switch (one.kind) {
    case 'office':
      await db
        .updateTable('office')
        .set({ about: `${one.about}\n\n1. 甲*乙*`, landmark: one.landmark, ...one.at, ...edited })
        .where('id', '=', 'wutong-hall')
        .execute()
      return
    case 'week':
      await touch()
      await db
        .updateTable('opening_zone')
        .set({ hours_known: true, opens_on_holidays: one.holidays })
        .where('office_id', '=', 'wutong-hall')
        .where('main', '=', true)
        .execute()
      await db
        .deleteFrom('opening_hours')
        .where('office_id', '=', 'wutong-hall')
        .where('zone_id', '=', 'main')
        .execute()
      for (const { weekday, from } of one.week)
        await db
          .insertInto('opening_hours')
          .values([
            { office_id: 'wutong-hall', zone_id: 'main', weekday, from_minute: from, to_minute: from + 60 },
            { office_id: 'wutong-hall', zone_id: 'main', weekday, from_minute: 1380, to_minute: 1440 },
          ])
          .execute()
      return
    case 'day': {
      const row = { intervals: JSON.stringify([[600, 660]]), note: one.note, set_at: new Date(AT) }
      await db
        .insertInto('hours_exception')
        .values({
          office_id: 'wutong-hall',
          zone_id: 'main',
          day: `2026-12-${String(one.day).padStart(2, '0')}` as never,
          set_by: null,
          ...row,
        })
        .onConflict((conflict) => conflict.columns(['office_id', 'zone_id', 'day']).doUpdateSet(row))
        .execute()
      return
    }
    case 'entrance':
      await touch()
      await db
        .updateTable('entrance')
        .set({ name: one.name, step_free: one.step as 'yes', door_width_cm: one.width })
        .where('office_id', '=', 'wutong-hall')
        .where('id', '=', 'street-door')
        .execute()
      return
    case 'facility':
      await db
        .updateTable('facility')
        .set({ name: `${one.name}甲`, hours: one.hours, ...one.at, ...edited })
        .where('id', '=', sql<string>`(select min(id) from facility)`)
        .execute()
      return
    case 'complete':
      await db
        .updateTable('facility_kind')
        .set({ complete: one.complete, ...edited })
        .execute()
      return
    case 'compound':
      await db
        .updateTable('compound')
        .set({ grid_contact: one.contact, ...one.at, position_verified: true, ...edited })
        .where('id', '=', 'wutong-east')
        .execute()
      return
    case 'services':
      await touch()
      if (one.keep) return
      await db.deleteFrom('office_service').where('office_id', '=', 'wutong-hall').execute()
      return
    case 'removed':
      await db
        .deleteFrom('facility')
        .where('id', '=', sql<string>`(select max(id) from facility)`)
        .execute()
  }
}

describe('what is exported and loaded into an empty database', () => {
  it('answers everybody as before, whatever staff changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        for (const one of edits) await apply(source.db, one)
        expect(await reload(source.db, copy.db)).toEqual([])
        expect(await publicAnswers(copy)).toEqual(await publicAnswers(source))
      }),
      { numRuns: 6 },
    )
  })

  it('is what was loaded, for the pack of this place too', async () => {
    const pack = await readPackFolder('data/caoyang')
    await emptyPack(copy.db)
    await load(copy.db, pack)
    const { files, losses } = await exportPack(copy.db)
    expect(losses).toEqual([])
    expect(parsePack(files).ok).toBe(true)
    expect(await previewPack(copy.db, pack)).toEqual([])
  })

  it('goes into an empty folder only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'))
    try {
      const { files } = await exportPack(source.db)
      await writeFolder(join(folder, 'new'), files)
      const reading = await readPackFolder(join(folder, 'new'))
      expect(reading.offices).toHaveLength(9)
      await writeFile(join(folder, 'offices.csv'), 'x')
      await expect(writeFolder(folder, files)).rejects.toThrow(/is not empty/)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('loading a pack later', () => {
  it('first says what would change, and changes nothing', async () => {
    const pack = await readPackFolder(fixtureFolder)
    await emptyPack(copy.db)
    await load(copy.db, pack)
    const changed = {
      ...withOffice(pack, 'wutong-hall', { phone: '0571-55557777' }),
      facilities: pack.facilities.slice(1),
    }
    const [gone] = pack.facilities
    const before = await publicAnswers(copy)
    expect(await previewPack(copy.db, changed)).toEqual([
      'offices.csv「梧桐里百姓会客厅」的电话：现在是“0571-55550101”，数据包里是“0571-55557777”',
      `facilities.csv「${gone?.name}」：数据包里没有，会删去`,
    ])
    expect(await publicAnswers(copy)).toEqual(before)
  })

  it('leaves each row that staff changed or removed, and says so', async () => {
    const pack = await readPackFolder(fixtureFolder)
    await emptyPack(copy.db)
    await load(copy.db, pack)
    const [kept, removed] = pack.facilities
    if (kept === undefined || removed === undefined) throw new Error('the fixture has too few facilities')
    const edited = { edited_at: new Date(AT) }
    await copy.db
      .updateTable('facility')
      .set({ phone: '0571-55559999', ...edited })
      .where('id', '=', kept.id)
      .execute()
    await copy.db
      .updateTable('compound')
      .set({ name: '梧桐新苑', ...edited })
      .where('id', '=', 'wutong-east')
      .execute()
    await copy.db
      .updateTable('setting')
      .set({ value: '45', ...edited })
      .where('key', '=', 'closing_soon_minutes')
      .execute()
    await copy.db.deleteFrom('facility').where('id', '=', removed.id).execute()
    await copy.db
      .insertInto('removed_row')
      .values({ kind: 'facility', id: removed.id, by_post: null, at: new Date(AT) })
      .execute()
    const before = await publicAnswers(copy)
    const { said } = await load(copy.db, { ...pack, notices: [] })
    expect(said).toEqual([
      `facilities.csv「${removed.name}」（${removed.id}）：工作人员删去了，没有写入`,
      'settings.csv「即将关门提前分钟」的值：数据包里是“30”，保留工作人员改的“45”',
      'compounds.csv「梧桐新苑」的名称：数据包里是“梧桐东苑”，保留工作人员改的“梧桐新苑”',
      expect.stringMatching(/^facilities\.csv.*的电话：数据包里是“.*”，保留工作人员改的“0571-55559999”$/),
    ])
    expect(await publicAnswers(copy)).toEqual(before)
    const without = {
      ...pack,
      notices: [],
      compounds: pack.compounds.filter(({ id }) => id !== 'wutong-east'),
    }
    const later = await load(copy.db, without)
    expect(later.said).toContain(
      'compounds.csv 里不再有“梧桐新苑”（wutong-east），但工作人员改过它，所以保留',
    )
  })
})
