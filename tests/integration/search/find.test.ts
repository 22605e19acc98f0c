import { sql } from 'kysely'
import { runJobs } from '../../../cloud/jobs/run'
import type { Output } from '../../../core/contract'
import { openApi, type TestApi } from '../../support/api/test-api'

type Answer = Output<'search.find'>

let api: TestApi
beforeEach(async () => {
  api = await openApi({ packFolder: 'data/caoyang', frozenAt: '2026-11-22T01:00:00.000Z' })
})
afterEach(() => api.close())

async function find(text: string): Promise<Answer> {
  const reply = await api.call('search.find', { text })
  if (!reply.ok) throw new Error(`${text}: ${JSON.stringify(reply)}`)
  return reply.value as Answer
}

const foundIn = ({ groups }: Answer): readonly string[] =>
  groups.flatMap(({ kind, items }) => items.map(({ id }) => `${kind} ${id}`))
const find1 = async (text: string) => (await find(text)).groups[0]?.items[0]

const change = (statement: string) => sql.raw(statement).execute(api.db)
const refresh = async (): Promise<number | undefined> =>
  (await runJobs(api.served)).find(({ name }) => name === 'refresh-search')?.done

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
    expect(await find('火星移民')).toMatchObject({ groups: [], guessed: false })
  })

  it('refuses what is too long, empty or broken, and names the field', async () => {
    for (const text of ['', '   ', '金'.repeat(41), '金'.repeat(10_000), 'a\u0000b', '\ud83d']) {
      expect(await api.call('search.find', { text })).toMatchObject({
        fault: 'invalid_input',
        issues: [{ path: 'text' }],
      })
    }
    expect(await find('😀')).toMatchObject({ groups: [], guessed: false })
    expect(foundIn(await find('金梅园'.padEnd(40, '园')))[0]).toBe('office jinmeiyuan')
  })

  it('takes any signs for what they are', async () => {
    for (const text of [`'); drop table office; --`, '{"a","b"}', '\\', '%_', '"', ',', '.金梅'])
      await find(text)
    expect(foundIn(await find('.金梅'))[0]).toBe('office jinmeiyuan')
  })
})

describe('a question about days', () => {
  const on = async (text: string) => {
    const { groups, days } = await find(text)
    const [group] = groups
    return [
      days === null ? null : `${days.firstDay} ${days.lastDay} ${days.none ? 'none' : 'on'}`,
      (group?.items ?? []).map(({ id, card }) => `${id} ${card.times[0]?.startsAt.slice(0, 10) ?? ''}`),
    ]
  }

  it('lists what is on then, with that date, the earliest first', async () => {
    expect(await on('周六活动')).toEqual([
      '2026-11-28 2026-11-28 on',
      ['baixi-market 2026-11-28', 'baixi-knots 2026-11-28'],
    ])
    expect(await on('12月8日下午')).toEqual(['2026-12-08 2026-12-08 on', ['knots-class 2026-12-08']])
    expect((await on('12月8日上午'))[0]).toBe('2026-12-08 2026-12-08 none')
  })

  it('says that nothing is on, and what comes next', async () => {
    const [days, next] = await on('明天有活动吗')
    expect(days).toBe('2026-11-23 2026-11-23 none')
    expect(next?.[0]).toBe('knots-class 2026-11-24')
    expect(await on('这周末有什么活动')).toEqual([
      '2026-11-21 2026-11-22 none',
      ['baixi-market 2026-11-28', 'baixi-knots 2026-11-28'],
    ])
  })

  it('lists nothing that was withdrawn', async () => {
    await change(`update activity set status = 'withdrawn' where series_id = 'baixi-market'`)
    expect((await on('周六活动'))[1]).toEqual(['baixi-knots 2026-11-28'])
  })

  it('asks nothing of activities where it asks when a place is open', async () => {
    const { groups, days } = await find('金梅园周六开门吗')
    expect([groups[0]?.kind, days]).toEqual(['office', null])
  })
})

describe('a question that nobody here answers', () => {
  it('has the hotline of the settings', async () => {
    await change(`update setting set value = '02162570000' where key = 'hotline'`)
    expect((await find('剪头发')).help).toEqual({ call: 'hotline', number: '02162570000', first: true })
    expect((await find('金梅园')).help).toBeNull()
    expect((await find('厨房着火了')).help).toEqual({ call: 'fire', number: '119', first: true })
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
