import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import type { Pack } from '../../../cloud/pack/pack'
import { createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'
import { emptyPack, fixtureFolder, load, readContent, withOffice, withoutOffice } from './loaded-pack'

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

describe('loading a data pack', () => {
  it('fills an empty database with every row of the pack', async () => {
    expect(await load(db, pack)).toEqual({ unchanged: false, said: [] })
    const there = await readContent(db)
    const counts = Object.fromEntries(Object.entries(there).map(([table, rows]) => [table, rows.length]))
    expect(counts).toEqual({
      setting: pack.settings.length,
      neighbourhood: 4,
      compound: 8,
      service: 8,
      office: 9,
      office_service: pack.officeServices.length,
      opening_zone: pack.zones.length,
      opening_hours: pack.hours.length,
      entrance: 6,
      hours_exception: 3,
    })
    expect(await office('wutong-hall')).toMatchObject({
      name: '梧桐里百姓会客厅',
      phone: '0571-55550101',
      longitude: 120.118,
      latitude: 30.2155,
      position_verified: true,
      verified_on: '2026-10-12',
      edited_at: null,
    })
    const lift = await db.selectFrom('service').selectAll().where('id', '=', 'lift-advice').executeTakeFirst()
    expect(lift?.also_called).toEqual(['加装电梯', '装电梯', '加梯', '老房装电梯'])
  })

  it('does nothing the second time, and leaves no second entry in the log of loads', async () => {
    await load(db, pack)
    const before = await db
      .selectFrom('office')
      .select(['id', sql<string>`xmin`.as('version')])
      .execute()
    expect(await load(db, pack)).toEqual({ unchanged: true, said: [] })
    expect(
      await db
        .selectFrom('office')
        .select(['id', sql<string>`xmin`.as('version')])
        .execute(),
    ).toEqual(before)
    expect(await db.selectFrom('pack_load').selectAll().execute()).toHaveLength(1)
  })

  it('ends with one whole pack when many processes load it together', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => load(db, pack)))
    expect(outcomes.filter(({ unchanged }) => !unchanged)).toHaveLength(1)
    expect(await db.selectFrom('pack_load').selectAll().execute()).toHaveLength(1)
    expect((await readContent(db))['office']).toHaveLength(9)
  })

  it('writes nothing at all when one row is refused by the database', async () => {
    await load(db, pack)
    const before = await readContent(db)
    const broken = {
      ...withOffice(pack, 'qingshi-hall', { phone: '0571-55559999' }),
      entrances: pack.entrances.map((row) => ({ ...row, door_width_cm: -1 })),
    }
    await expect(load(db, broken)).rejects.toThrow(/check constraint/)
    expect(await readContent(db)).toEqual(before)
    expect(await load(db, pack)).toEqual({ unchanged: true, said: [] })
  })

  it('comes to the same content as a first load, whatever was loaded before', async () => {
    await load(db, pack)
    const whole = await readContent(db)
    await load(db, withoutOffice(pack, 'riders-lounge'))
    await load(db, {
      ...withOffice(pack, 'wutong-hall', { phone: null, about: null }),
      exceptions: [],
      entrances: [],
    })
    await load(db, pack)
    expect(await readContent(db)).toEqual(whole)
  })

  it('follows changed hours, also when another zone becomes the main one', async () => {
    await load(db, pack)
    await load(db, {
      ...pack,
      zones: pack.zones.map((row) =>
        row.office_id === 'wangyue-station' ? { ...row, main: row.id === 'canteen' } : row,
      ),
      hours: pack.hours.filter((row) => row.office_id !== 'qingshi-hall' || row.weekday !== 1),
    })
    const main = await db
      .selectFrom('opening_zone')
      .select('id')
      .where('office_id', '=', 'wangyue-station')
      .where('main', '=', true)
      .execute()
    expect(main).toEqual([{ id: 'canteen' }])
    const monday = await db
      .selectFrom('opening_hours')
      .selectAll()
      .where('office_id', '=', 'qingshi-hall')
      .where('weekday', '=', 1)
      .execute()
    expect(monday).toEqual([])
  })

  it('lets two compounds trade their names, and a new id take over an old name', async () => {
    await load(db, pack)
    const [east, west] = ['梧桐东苑', '梧桐西苑']
    await load(db, {
      ...pack,
      compounds: pack.compounds.map((row) =>
        row.name === east
          ? { ...row, name: west }
          : row.name === west
            ? { ...row, name: east }
            : row.id === 'reed-bank'
              ? { ...row, id: 'reed-garden' }
              : row,
      ),
    })
    const names = await db.selectFrom('compound').select(['id', 'name']).orderBy('sort_order').execute()
    expect(names.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'wutong-east 梧桐西苑',
      'wutong-west 梧桐东苑',
      'cotton-mill-flats 棉纺新村',
      'stone-bridge-court 石桥公寓',
      'reed-garden 芦岸花园',
      'moon-bay-one 望月湾一村',
      'moon-bay-two 望月湾二村',
      'cloud-terrace 云栖里',
    ])
  })
})
