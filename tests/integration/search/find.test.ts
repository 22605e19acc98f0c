import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import type { Output } from '../../../core/contract'
import { openHouse, type House } from '../../support/api/house'

type Answer = Output<'search.find'>

let house: House
beforeEach(async () => {
  house = await openHouse({ packFolder: 'data/caoyang', frozenAt: '2026-11-22T01:00:00.000Z' })
})
afterEach(() => house.close())

async function find(text: string): Promise<Answer> {
  const reply = await house.call('search.find', { text })
  if (!reply.ok) throw new Error(`${text}: ${JSON.stringify(reply)}`)
  return reply.value as Answer
}

const foundIn = ({ groups }: Answer): readonly string[] =>
  groups.flatMap(({ kind, items }) => items.map(({ id }) => `${kind} ${id}`))
const find1 = async (text: string) => (await find(text)).groups[0]?.items[0]

const change = (statement: string) => sql.raw(statement).execute(house.db)
const refresh = async (): Promise<number | undefined> =>
  (await runJobs(house.db)).find(({ name }) => name === 'refresh-search')?.done

describe('search.find', () => {
  it('answers in groups, with the reason, to somebody who never signed in', async () => {
    const { groups, guessed } = await find('自助')
    expect(guessed).toBe(false)
    expect(groups[0]).toMatchObject({
      kind: 'office',
      items: [
        {
          id: 'jinmeiyuan',
          title: { text: '金梅园百姓会客厅', marks: [] },
          reason: { role: 'service', text: '自助', marks: [[0, 2]] },
          card: { status: 'open', about: '曹杨二中对面', offices: [], times: [] },
        },
      ],
    })
    expect(groups.map(({ kind }) => kind)).toContain('service')
  })

  it('names an activity once with its next date, also where that was moved indoors', async () => {
    await change(`insert into activity_change (activity_id, kind, place, at)
      select id, 'indoors', '武宁二楼', now() from activity where series_id = 'baixi-market' and series_day = '2026-11-28'`)
    const item = await find1('梧桐市集')
    expect(item?.card.times).toEqual([
      expect.objectContaining({
        activityId: 'baixi-market-20261128',
        startsAt: '2026-11-28T01:00:00.000Z',
        place: '武宁二楼',
        change: 'indoors',
      }),
    ])
  })

  it('says of a guess that it is one', async () => {
    expect((await find('金每园')).guessed).toBe(true)
    expect(await find('火星移民')).toEqual({ groups: [], guessed: false })
  })

  it('refuses what is too long, empty or broken, and names the field', async () => {
    for (const text of ['', '   ', '金'.repeat(41), '金'.repeat(10_000), 'a\u0000b', '\ud83d']) {
      expect(await house.call('search.find', { text })).toMatchObject({
        fault: 'invalid_input',
        issues: [{ path: 'text' }],
      })
    }
    expect(await find('😀')).toEqual({ groups: [], guessed: false })
    expect(foundIn(await find('金梅园'.padEnd(40, '园')))[0]).toBe('office jinmeiyuan')
  })

  it('takes any signs for what they are', async () => {
    for (const text of [`'); drop table office; --`, '{"a","b"}', '\\', '%_', '"', ',', '.金梅'])
      await find(text)
    expect(foundIn(await find('.金梅'))[0]).toBe('office jinmeiyuan')
  })
})

describe('what is no longer there', () => {
  it('vanishes at once, before the index is made anew', async () => {
    await change(`update activity set status = 'withdrawn' where series_id = 'neck-care'`)
    await change(`delete from explained_word where id = 'micro-grid'`)
    await change(`update article set published_on = '2026-11-23' where id = 'three-oranges'`)
    expect(foundIn(await find('肩颈'))).not.toContain('activity neck-care')
    expect(foundIn(await find('微网格'))).not.toContain('word micro-grid')
    expect(foundIn(await find('团结橙'))).not.toContain('news three-oranges')
  })

  it('stands behind what is there where it moved, and says so', async () => {
    await change(`update office set status = 'moved', successor_id = 'nanyangyuan' where id = 'jinmeiyuan'`)
    expect((await find1('金梅园'))?.card.status).toBe('moved')
    await refresh()
    expect(
      foundIn(await find('百姓会客厅'))
        .filter((one) => one.startsWith('office'))
        .at(-1),
    ).toBe('office jinmeiyuan')
  })

  it('is not an activity whose last date is over', async () => {
    await change(
      `update activity set starts_at = starts_at - interval '3 years', ends_at = ends_at - interval '3 years' where series_id = 'neck-care'`,
    )
    await refresh()
    expect(foundIn(await find('肩颈'))).not.toContain('activity neck-care')
  })
})

describe('the index', () => {
  it('learns within a minute what changed, wherever it changed', async () => {
    expect(await refresh()).toBe(0)
    await change(`update office set short_name = '梅子厅' where id = 'jinmeiyuan'`)
    await change(`insert into office_service (office_id, service_id) values ('kechuang', 'lift-advice')`)
    await change(`update compound set name = '曹杨新五村' where id = 'caoyang-5'`)
    await change(`update facility set name = '兰溪暖心食堂' where id = 'happy-canteen-lanxi'`)
    await change(
      `update service set also_called = also_called || '办暂住证'::text where id = 'residence-permit'`,
    )
    expect(await refresh()).toBeGreaterThan(4)
    expect(foundIn(await find('meiziting'))[0]).toBe('office jinmeiyuan')
    expect(foundIn(await find('加装电梯'))).toContain('office kechuang')
    expect(foundIn(await find('新五村'))[0]).toBe('office jinlingyuan')
    expect(foundIn(await find('暖心食堂'))[0]).toBe('facility happy-canteen-lanxi')
    expect(foundIn(await find('暂住证'))[0]).toBe('service residence-permit')
    expect(await refresh()).toBe(0)
  })

  it('is left alone by seats that come and go', async () => {
    await change(`update activity set next_join_number = next_join_number + 1`)
    expect(await refresh()).toBe(0)
  })

  it('has nothing of drafts', async () => {
    await change(`update activity set status = 'draft' where series_id = 'neck-care'`)
    await refresh()
    expect(foundIn(await find('肩颈'))).not.toContain('activity neck-care')
  })

  it('takes turns with another that is made at the same moment', async () => {
    await change(`update office set about = '新的介绍' where id = 'jinmeiyuan'`)
    const done = await Promise.all([refresh(), refresh(), refresh()])
    expect(done.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBeGreaterThan(0)
    expect(foundIn(await find('新的介绍'))).toEqual(['office jinmeiyuan'])
  })
})
