import { sql } from 'kysely'
import type { Database } from '../../../cloud/database/connect'
import { readPackFolder } from '../../../cloud/pack/load-folder'
import {
  findOffice,
  readCompounds,
  readDirectory,
  readSubdistrict,
} from '../../../cloud/repositories/directory'
import { instantAt } from '../../../core/kernel/shanghai-time'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'
import { emptyPack, fixtureFolder, load } from './loaded-pack'

const noon = (day: string) => instantAt(day as ShanghaiDay, 720)

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  await load(db, await readPackFolder(fixtureFolder))
})
afterAll(() => database.drop())

describe('the directory', () => {
  it('lists offices, services and neighbourhoods in the order of the pack', async () => {
    const directory = await readDirectory(db, noon('2026-11-22'))
    expect(directory.offices.map(({ id }) => id)).toEqual([
      'wutong-hall',
      'qingshi-hall',
      'wangyue-station',
      'yunqi-room',
      'yunxi-centre',
      'riders-lounge',
      'old-wutong-hall',
      'first-wutong-room',
      'reed-room',
    ])
    expect(directory.services[1]).toEqual({
      id: 'lift-advice',
      name: '加梯咨询',
      alsoCalled: ['加装电梯', '装电梯', '加梯', '老房装电梯'],
      description: '老楼加装电梯的程序、费用和邻居协商',
    })
    expect(directory.neighbourhoods).toEqual([
      { id: 'wutongli', name: '梧桐里', officeId: 'wutong-hall', phone: '0571-55550110' },
      { id: 'qingshiqiao', name: '青石桥', officeId: 'qingshi-hall', phone: '0571-55550120' },
      { id: 'wangyuewan', name: '望月湾', officeId: 'wangyue-station', phone: '0571-55550130' },
      { id: 'yunqiping', name: '云栖坪', officeId: null, phone: null },
    ])
  })

  it('tells all of an office: main zone first, the week from Monday, days to come', async () => {
    const [hall] = (await readDirectory(db, noon('2026-11-22'))).offices
    const day = [[540, 1200]]
    expect(hall).toEqual({
      id: 'wutong-hall',
      kind: 'living-room',
      name: '梧桐里百姓会客厅',
      shortName: '梧桐里',
      neighbourhoodId: 'wutongli',
      address: '梧桐路 18 号',
      landmark: '云溪二小对面',
      position: [120.118, 30.2155],
      positionVerified: true,
      phone: '0571-55550101',
      status: 'open',
      successorId: null,
      zones: [
        {
          id: 'main',
          name: '服务大厅',
          main: true,
          alwaysOpen: false,
          weekly: [day, day, day, day, day, day, []],
          opensOnHolidays: false,
          exceptions: [
            { day: '2026-11-25', intervals: [], note: '全员培训' },
            { day: '2026-12-31', intervals: [[540, 720]], note: '年末盘点' },
          ],
        },
        {
          id: 'self-service',
          name: '24小时自助服务区',
          main: false,
          alwaysOpen: true,
          weekly: Array.from({ length: 7 }, () => [[0, 1440]]),
          opensOnHolidays: true,
          exceptions: [],
        },
      ],
      serviceIds: ['self-service', 'lift-advice', 'mediation'],
    })
  })

  it('leaves out exceptions of days gone by in Shanghai, and keeps that of today', async () => {
    const daysAt = async (moment: number) => {
      const [hall] = (await readDirectory(db, moment as never)).offices
      return hall?.zones[0]?.exceptions.map(({ day }) => day)
    }
    const midnight = instantAt('2026-11-26' as ShanghaiDay, 0)
    expect(await daysAt(midnight - 1)).toEqual(['2026-11-25', '2026-12-31'])
    expect(await daysAt(midnight)).toEqual(['2026-12-31'])
  })

  it('says null where nothing is known: hours, position, address, phone', async () => {
    const { offices } = await readDirectory(db, noon('2026-11-22'))
    expect(offices.find(({ id }) => id === 'yunqi-room')).toMatchObject({
      address: null,
      position: null,
      positionVerified: false,
      phone: null,
      zones: [{ id: 'main', main: true, weekly: null, alwaysOpen: false }],
      serviceIds: [],
    })
  })

  it('gives two openings on a day in their order', async () => {
    const { offices } = await readDirectory(db, noon('2026-11-22'))
    expect(offices[1]?.zones[0]?.weekly?.[0]).toEqual([
      [540, 690],
      [780, 1020],
    ])
  })

  it('lists compounds with their one neighbourhood', async () => {
    const compounds = await readCompounds(db)
    expect(compounds).toHaveLength(8)
    expect(compounds[0]).toEqual({
      id: 'wutong-east',
      name: '梧桐东苑',
      neighbourhoodId: 'wutongli',
      neighbourhoodVerified: true,
      position: [120.119, 30.215],
      positionVerified: true,
      gridContact: '第一微网格 社工',
      gridPhone: '0571-55550111',
    })
    expect(compounds[7]).toMatchObject({ id: 'cloud-terrace', position: null, gridContact: null })
  })
})

describe('one office', () => {
  it('comes with its text, entrances and services', async () => {
    const found = await findOffice(db, 'wutong-hall', noon('2026-11-22'))
    expect(found?.successor).toBeNull()
    expect(found?.services.map(({ name }) => name)).toEqual(['24小时自助服务区', '加梯咨询', '人民调解'])
    expect(found?.office).toMatchObject({
      about: expect.stringMatching(/^从前是街角的粮油店[^\n]*\n\n里间有/),
      source: '现场核对（虚构）',
      verifiedOn: '2026-10-12',
    })
    expect(found?.office.entrances).toEqual([
      {
        id: 'street-door',
        name: '沿街正门',
        position: [120.11805, 30.21545],
        stepFree: 'yes',
        access: {
          ramp: 'yes',
          lift: 'no',
          accessibleToilet: 'no',
          hearingLoop: 'unverified',
          doorWidthCm: 95,
        },
        verifiedOn: '2026-10-12',
      },
      expect.objectContaining({ id: 'lane-door', stepFree: 'no' }),
    ])
  })

  it('leads over every move to where it is now', async () => {
    const leadsTo = async (id: string) => (await findOffice(db, id, noon('2026-11-22')))?.successor?.id
    expect(await leadsTo('old-wutong-hall')).toBe('wutong-hall')
    expect(await leadsTo('first-wutong-room')).toBe('wutong-hall')
    expect(await leadsTo('reed-room')).toBeUndefined()
  })

  it('is null when there is none', async () => {
    expect(await findOffice(db, 'nowhere', noon('2026-11-22'))).toBeNull()
  })

  it('answers even if somebody wrote a circle of successors past the pack', async () => {
    await db
      .updateTable('office')
      .set({ successor_id: 'first-wutong-room', status: 'moved' })
      .where('id', '=', 'wutong-hall')
      .execute()
    const found = await findOffice(db, 'first-wutong-room', noon('2026-11-22'))
    expect(found?.office.id).toBe('first-wutong-room')
    await db
      .updateTable('office')
      .set({ successor_id: null, status: 'open' })
      .where('id', '=', 'wutong-hall')
      .execute()
  })
})

describe('the subdistrict', () => {
  it('comes from the settings, empty ones as null', async () => {
    const yunxi = {
      name: '云溪街道',
      kind: '街道',
      organiser: '云溪街道办事处',
      guideline: '《上海市 15 分钟社区生活圈规划导则》（2016）',
      appName: '云溪会客厅',
      phone: '0571-55550100',
      hotline: '12345',
      mapLicence: '云S（2000）001号',
      closingSoonMinutes: 30,
    }
    expect(await readSubdistrict(db)).toEqual(yunxi)
    await sql`update setting set value = '' where key in ('phone', 'map_licence')`.execute(db)
    expect(await readSubdistrict(db)).toEqual({ ...yunxi, phone: null, mapLicence: null })
  })

  it('is an error, not an empty name, before any pack was loaded', async () => {
    await emptyPack(db)
    await expect(readSubdistrict(db)).rejects.toThrow('no data pack has been loaded')
  })
})
