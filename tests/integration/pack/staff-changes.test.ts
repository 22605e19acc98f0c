import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import type { Pack } from '../../../cloud/pack/pack'
import { createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'
import {
  emptyPack,
  fixtureFolder,
  load,
  newResident,
  readContent,
  withOffice,
  withoutOffice,
} from './loaded-pack'

let pack: Pack
let database: TestDatabase
let db: Database

beforeAll(async () => {
  pack = await readPackFolder(fixtureFolder)
  database = await createTestDatabase()
  db = database.db
})
beforeEach(() => emptyPack(db))
afterAll(() => database.drop())

const office = (id: string) =>
  db.selectFrom('office').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Comes back as soon as another connection waits for a row that is being changed. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (
        select from pg_stat_activity where datname = current_database() and wait_event = 'transactionid'
      ) as waiting`.execute(db)
    if (rows[0]?.waiting) return
  }
}

describe('what staff changed', () => {
  const edited = async (changes: Record<string, unknown>) => {
    await load(db, pack)
    await db
      .updateTable('office')
      .set({ ...changes, edited_at: new Date('2026-11-20T02:00:00Z') })
      .where('id', '=', 'wutong-hall')
      .execute()
  }

  it('is never overwritten: the office keeps its row and its parts, and each differing field is reported', async () => {
    await edited({ phone: '0571-55557777' })
    await db.deleteFrom('entrance').where('office_id', '=', 'wutong-hall').execute()
    const before = await readContent(db)
    const { said } = await load(db, withOffice(pack, 'wutong-hall', { landmark: '邮局隔壁' }))
    expect(await readContent(db)).toEqual(before)
    expect(said).toEqual([
      'offices.csv「梧桐里百姓会客厅」的标志物：数据包里是“邮局隔壁”，保留工作人员改的“云溪二小对面”',
      'offices.csv「梧桐里百姓会客厅」的电话：数据包里是“0571-55550101”，保留工作人员改的“0571-55557777”',
      expect.stringMatching(/的出入口：数据包里是“沿街正门 无台阶有.*”，保留工作人员改的“”$/),
    ])
  })

  it('wins also when it is saved while the pack is being loaded', async () => {
    await load(db, pack)
    let loading: Promise<unknown> = Promise.resolve()
    await db.transaction().execute(async (staff) => {
      const change = { phone: '0571-55557777', edited_at: new Date('2026-11-20T02:00:00Z') }
      await staff.updateTable('office').set(change).where('id', '=', 'wutong-hall').execute()
      loading = load(db, withOffice(pack, 'wutong-hall', { phone: null }))
      await someoneWaits()
    })
    await loading
    expect((await office('wutong-hall')).phone).toBe('0571-55557777')
  })

  it('is silent where staff and the pack agree', async () => {
    await edited({})
    expect((await load(db, withOffice(pack, 'qingshi-hall', { phone: null }))).said).toEqual([])
  })

  it('keeps an edited office that vanished from the pack, and says so', async () => {
    await edited({ phone: null })
    const { said } = await load(db, withoutOffice(pack, 'wutong-hall'))
    expect(said).toEqual([
      'offices.csv 里不再有“梧桐里百姓会客厅”（wutong-hall），但工作人员改过它或它的时间，所以保留',
    ])
    expect((await office('wutong-hall')).phone).toBeNull()
  })

  const staffDay = async (day: string, intervals: [number, number][], setBy: string | null) =>
    db
      .insertInto('hours_exception')
      .values({
        office_id: 'wutong-hall',
        zone_id: 'main',
        day: day as never,
        intervals: JSON.stringify(intervals),
        note: '工作人员设的',
        set_by: setBy,
        set_at: new Date('2026-11-20T02:00:00Z'),
      })
      .onConflict((conflict) =>
        conflict.columns(['office_id', 'zone_id', 'day']).doUpdateSet({
          intervals: JSON.stringify(intervals),
          note: '工作人员设的',
          set_by: setBy,
          set_at: new Date('2026-11-20T02:00:00Z'),
        }),
      )
      .execute()

  it('keeps the hours that staff set for single days, even after that member of staff was erased', async () => {
    await load(db, pack)
    await staffDay('2026-11-25', [[600, 720]], await newResident(db))
    await staffDay('2026-12-31', [], null)
    const { said } = await load(db, withOffice(pack, 'wutong-hall', { phone: '0571-55551234' }))
    const days = await db
      .selectFrom('hours_exception')
      .select(['day', 'intervals', 'note'])
      .where('office_id', '=', 'wutong-hall')
      .orderBy('day')
      .execute()
    expect(days).toEqual([
      { day: '2026-11-25', intervals: [[600, 720]], note: '工作人员设的' },
      { day: '2026-12-31', intervals: [], note: '工作人员设的' },
    ])
    expect(said).toEqual([
      'hours-exceptions.csv「梧桐里百姓会客厅」2026-11-25：数据包里是“休息（全员培训）”，保留工作人员设的“10:00-12:00（工作人员设的）”',
      'hours-exceptions.csv「梧桐里百姓会客厅」2026-12-31：数据包里是“9:00-12:00（年末盘点）”，保留工作人员设的“休息（工作人员设的）”',
    ])
    expect((await office('wutong-hall')).phone).toBe('0571-55551234')
  })

  it('keeps a zone that left the pack while staff have set days on it', async () => {
    await load(db, pack)
    await staffDay('2026-11-28', [], await newResident(db))
    const renamed = pack.zones.map((row) =>
      row.office_id === 'wutong-hall' && row.main ? { ...row, id: 'hall' } : row,
    )
    const { said } = await load(db, {
      ...pack,
      zones: renamed,
      hours: pack.hours.map((row) => (row.office_id === 'wutong-hall' ? { ...row, zone_id: 'hall' } : row)),
      exceptions: [],
    })
    expect(said).toEqual([
      'hours.csv 里不再有“梧桐里百姓会客厅”的“服务大厅”（main），但工作人员给它设过单日时间，所以保留',
    ])
    const zones = await db
      .selectFrom('opening_zone')
      .select(['id', 'main'])
      .where('office_id', '=', 'wutong-hall')
      .orderBy('id')
      .execute()
    expect(zones).toEqual([
      { id: 'hall', main: true },
      { id: 'main', main: false },
      { id: 'self-service', main: false },
    ])
  })
})
