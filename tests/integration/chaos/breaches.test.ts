import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { lostWrites, wrongHeads } from '../../chaos/acknowledged'
import type { Acknowledged } from '../../chaos/phone'
import { isBreach, type RoundReport } from '../../chaos/report'
import { fuzz } from '../../fuzz/fuzz'
import { act, done, makeActivity, openHall, register } from '../../support/activities/activities'
import { brokenInvariants } from '../../support/activities/invariants'
import { openApi, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

let api: TestApi
beforeEach(async () => {
  api = await openHall()
})
afterEach(() => api.close())

const WELL: RoundReport = {
  fault: 'none',
  accepted: 1,
  refused: 0,
  lost: [],
  broken: [],
  waiting: 0,
  recoveredMs: 10_000,
}

/** A write that was accepted, as a phone remembers it. */
async function accepted(
  who: Person,
  endpoint: 'family.add' | 'door.addHead',
  input: object,
): Promise<Acknowledged> {
  const requestId = randomUUID()
  const value = await done(act(api, endpoint, who, { ...input, requestId }))
  const entry = { kind: 'settled', key: '', endpoint, happenedAt: 0, about: null } as const
  return {
    who,
    endpoint,
    requestId,
    result: { ...entry, input: { ...input }, result: { kind: 'done', value: value as never } },
  }
}

describe('what runs by night finds what was planted', () => {
  it('a seat too many, a counter that lies, and a place without its history', async () => {
    const activityId = await makeActivity(api.db, { capacity: 2 })
    await register(api, activityId)
    expect(await brokenInvariants(api.db)).toEqual([])
    await sql`update party_member set state = 'no_show' where activity_id = ${activityId}`.execute(api.db)
    await sql`update activity set seats_in_use = 2 where id = ${activityId}`.execute(api.db)
    expect(await brokenInvariants(api.db, activityId)).toEqual([
      `a state without its history: ${activityId}`,
      `the counter of seats is not what the places say: ${activityId}`,
    ])
  })

  it('an accepted write whose row is gone, or that is known with another answer, or not at all', async () => {
    const who = await admit(api.db)
    const add = () => accepted(who, 'family.add', { name: '妈妈', relation: '母亲', birthYear: 1955 })
    const [gone, other, unknown, fine] = [await add(), await add(), await add(), await add()]
    const all = [gone, other, unknown, fine]
    expect(await lostWrites(api.db, all)).toEqual([])
    const idIn = ({ result }: Acknowledged): string =>
      (result.result as unknown as { value: { familyMemberId: string } }).value.familyMemberId
    await sql`delete from family_member where id = ${idIn(gone)}`.execute(api.db)
    await sql`
      update request set answer = jsonb_set(answer, '{value,familyMemberId}', '"x"')
      where request_id = ${other.requestId}`.execute(api.db)
    await sql`delete from request where request_id = ${unknown.requestId}`.execute(api.db)
    expect(await lostWrites(api.db, all)).toEqual([
      `family.add is known with another answer: ${other.requestId}`,
      `family.add was accepted and is not known: ${unknown.requestId}`,
      `family.add was accepted and its row is gone: ${idIn(gone)}`,
    ])
  })

  it('a head that stands at the door twice', async () => {
    const activityId = await makeActivity(api.db, {
      kind: 'open',
      capacity: null,
      starts_at: new Date('2026-11-22T00:30:00Z'),
      ends_at: new Date('2026-11-22T04:00:00Z'),
    })
    const admin = await admit(api.db, 'admin')
    const one = await accepted(admin, 'door.addHead', { activityId })
    expect(await wrongHeads(api.db, activityId, [one])).toEqual([])
    await accepted(admin, 'door.addHead', { activityId })
    expect(await wrongHeads(api.db, activityId, [one])).toEqual([
      `1 heads were added at ${activityId}, and 2 stand there`,
    ])
  })

  it.each<[string, Partial<RoundReport>]>([
    ['something lost', { lost: ['a write'] }],
    ['something broken', { broken: ['a seat too many'] }],
    ['an outbox that is not empty', { waiting: 1 }],
    ['a recovery of more than ten seconds', { recoveredMs: 10_001 }],
  ])('and ends with a breach for %s', (_what, found) => {
    expect(isBreach([WELL], 1, [])).toBe(false)
    expect(isBreach([WELL, { ...WELL, ...found }], 2, [])).toBe(true)
  })

  it('and for a round that was not run, and for what is gone at the end', () => {
    expect(isBreach([WELL], 2, [])).toBe(true)
    expect(isBreach([WELL], 1, ['a write'])).toBe(true)
  })
})

describe('random calls', () => {
  it('find nothing where nothing is wrong', async () => {
    const report = await fuzz(api, { calls: 300, seed: 7 })
    expect(report).toMatchObject({ called: 300, breaches: [] })
  })

  it('find a handler that breaks and one that refuses by a word it does not declare', async () => {
    const broken = await openApi({
      handlers: {
        'home.show': () => Promise.reject(new Error('planted')),
        'office.list': () => Promise.resolve({ ok: false, refusal: 'planted_refusal' } as never),
      },
    })
    const report = await fuzz(broken, { calls: 40, seed: 7, endpoints: ['home.show', 'office.list'] })
    await broken.close()
    expect(report.breaches.map((breach) => breach.split(': ')[0]).sort()).toEqual([
      'home.show answers 500 internal (planted)',
      'office.list refuses by planted_refusal, which it does not declare',
    ])
  })

  it('find seats that are counted wrong', async () => {
    const activityId = await makeActivity(api.db, { capacity: 2 })
    await sql`update activity set seats_in_use = 1 where id = ${activityId}`.execute(api.db)
    const { breaches } = await fuzz(api, { calls: 5, seed: 7, endpoints: ['home.show'] })
    expect(breaches).toEqual([`the counter of seats is not what the places say: ${activityId}`])
  })
})
