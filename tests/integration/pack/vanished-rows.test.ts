import type { Database } from '../../../cloud/database/connect'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import type { Pack } from '../../../cloud/pack/pack'
import { createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'
import { emptyPack, fixtureFolder, load, newResident, readContent, withoutOffice } from './loaded-pack'

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

describe('what vanished from the pack', () => {
  it('goes, with all its parts, when nothing refers to it', async () => {
    await load(db, pack)
    const { said } = await load(db, withoutOffice(pack, 'riders-lounge'))
    expect(said).toEqual(['offices.csv 里不再有“云溪骑手驿站”（riders-lounge），已从小程序里删去'])
    const there = await readContent(db)
    expect(JSON.stringify(there)).not.toContain('riders-lounge')
  })

  it('goes together with its neighbourhood, although each points at the other', async () => {
    await load(db, pack)
    const less = withoutOffice(pack, 'wangyue-station')
    const { said } = await load(db, {
      ...less,
      neighbourhoods: less.neighbourhoods.filter((row) => row.id !== 'wangyuewan'),
      compounds: less.compounds.filter((row) => row.neighbourhood_id !== 'wangyuewan'),
    })
    expect(said).toHaveLength(4)
    expect(JSON.stringify(await readContent(db))).not.toMatch(/wangyue/)
  })

  it('stays while somebody needs it, is named, and does not keep the others from going', async () => {
    await load(db, pack)
    await newResident(db, 'moon-bay-one')
    const less = withoutOffice(pack, 'wangyue-station')
    const { said } = await load(db, {
      ...less,
      neighbourhoods: less.neighbourhoods.filter((row) => row.id !== 'wangyuewan'),
      compounds: less.compounds.filter((row) => row.neighbourhood_id !== 'wangyuewan'),
    })
    expect(said.sort()).toEqual([
      'compounds.csv 里不再有“望月湾一村”（moon-bay-one），但还有选了它的居民在用它，所以保留',
      'compounds.csv 里不再有“望月湾二村”（moon-bay-two），已从小程序里删去',
      'neighbourhoods.csv 里不再有“望月湾”（wangyuewan），但还有小区在用它，所以保留',
      'offices.csv 里不再有“望月湾居民区党群服务站”（wangyue-station），已从小程序里删去',
    ])
    const kept = await db
      .selectFrom('compound')
      .select(['id', 'name'])
      .where('id', '=', 'moon-bay-one')
      .execute()
    expect(kept).toEqual([{ id: 'moon-bay-one', name: '望月湾一村' }])
  })

  it('stays under a name that tells it apart when a new id took the old name', async () => {
    await load(db, pack)
    await newResident(db, 'reed-bank')
    await load(db, {
      ...pack,
      compounds: pack.compounds.map((row) => (row.id === 'reed-bank' ? { ...row, id: 'reed-garden' } : row)),
    })
    const names = await db
      .selectFrom('compound')
      .select(['id', 'name'])
      .where('id', 'like', 'reed-%')
      .orderBy('id')
      .execute()
    expect(names).toEqual([
      { id: 'reed-bank', name: '芦岸花园（旧编号 reed-bank）' },
      { id: 'reed-garden', name: '芦岸花园' },
    ])
  })

  it('stays while a member of staff belongs to it', async () => {
    await load(db, pack)
    await db
      .insertInto('staff')
      .values({ resident_id: await newResident(db), role: 'office', office_id: 'riders-lounge' })
      .execute()
    const { said } = await load(db, withoutOffice(pack, 'riders-lounge'))
    expect(said).toEqual([
      'offices.csv 里不再有“云溪骑手驿站”（riders-lounge），但还有工作人员在用它，所以保留',
    ])
    expect((await office('riders-lounge')).name).toBe('云溪骑手驿站')
  })

  it('stays in use as a service where an edited office offers it', async () => {
    await load(db, pack)
    await db
      .updateTable('office')
      .set({ edited_at: new Date('2026-11-20T02:00:00Z') })
      .where('id', '=', 'riders-lounge')
      .execute()
    const { said } = await load(db, {
      ...pack,
      services: pack.services.filter((row) => row.id !== 'rider-rest'),
      officeServices: pack.officeServices.filter((row) => row.service_id !== 'rider-rest'),
    })
    expect(said).toEqual([
      'services.csv 里不再有“骑手歇脚”（rider-rest），但还有会客厅或服务点在用它，所以保留',
      'offices.csv「云溪骑手驿站」的服务：数据包里是“”，保留工作人员改的“rider-rest”',
    ])
  })
})
