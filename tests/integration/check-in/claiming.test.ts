import type { Reply } from '../../../cloud/app/dispatch'
import type { TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { openCrowd } from '../../support/activities/crowd'
import {
  act,
  addFamily,
  done,
  openHall,
  register,
  setNow,
  startEachOnSunday,
} from '../../support/activities/activities'
import {
  admitParty,
  entriesOf,
  makeClass,
  NINE,
  opened,
  posterOf,
  seatsWithWalkIns,
  statesOf,
  TWELVE_PAST,
  visitsOf,
} from '../../support/activities/codes'

let api: TestApi
let staff: Person
let poster: string
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
  poster = `p/${await posterOf(api, await admit(api.db, 'admin'))}`
})
afterAll(() => api.close())
startEachOnSunday(() => api)

interface Pair {
  readonly activityId: string
  readonly registrationId: string
  readonly daughter: Person
  readonly mother: Person
  readonly card: string
  /** The mother's, in the daughter's registration. */
  readonly memberId: string
}

/** A daughter registers herself and her mother's record, and has a card for her. */
async function pair(given: Parameters<typeof makeClass>[1] = {}): Promise<Pair> {
  const activityId = await makeClass(api.db, { capacity: 4, ...given })
  const [daughter, mother] = [await admit(api.db), await admit(api.db)]
  const record = await addFamily(api, daughter)
  const { registrationId } = await register(api, activityId, { who: daughter, family: [record] })
  const { members } = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
    api.call('registration.show', { registrationId }, { token: daughter.token }),
  )
  const memberId = members.find(({ mayHandOver }) => mayHandOver)?.memberId ?? ''
  const { card } = await done<{ card: string }>(
    act(api, 'registration.makeCard', daughter, { registrationId, memberId }),
  )
  return { activityId, registrationId, daughter, mother, card, memberId }
}

async function walkIn(through: TestApi, activityId: string, who: Person): Promise<Reply> {
  const { receipt } = await opened(through, poster, who)
  return act(through, 'checkIn.confirm', who, { receipt, members: [], walkIns: [activityId] })
}
const claim = (through: TestApi, { mother, card }: Pair): Promise<Reply> =>
  act(through, 'registration.claim', mother, { card })
const liveEntries = async (activityId: string) =>
  (await entriesOf(api.db, activityId)).filter((entry) => entry.undone_at === null)

describe('是我 after walking in', () => {
  it('is one head on the place that was registered, with its first time, gift and visit; the seat gets free', async () => {
    const family = await pair()
    const { activityId, mother, memberId } = family
    await setNow(api, NINE)
    await done(walkIn(api, activityId, mother))
    const [head] = await liveEntries(activityId)
    await done(act(api, 'door.giveGift', staff, { activityId, entryId: head?.id }))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 3, recount: 3 })
    await setNow(api, TWELVE_PAST)
    await done(claim(api, family))
    expect(await liveEntries(activityId)).toMatchObject([
      { id: head?.id, kind: 'attended', member_id: memberId, resident_id: null, holds_seat: false },
    ])
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'confirmed'])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    expect(await visitsOf(api.db, mother.residentId)).toMatchObject([{ undone_at: null }])
    const list = await api.call('door.list', { activityId }, { token: staff.token })
    expect(list).toMatchObject({
      value: { counts: { heads: 1, attended: 1, walkedIn: 0, free: 2 }, heads: [] },
    })
    expect(await walkIn(api, activityId, mother)).toMatchObject({
      value: { activities: [{ came: [{ memberId, at: NINE, repeated: true }] }] },
    })
  })

  it('gives a waiting place the seat they sit on, also where all are taken', async () => {
    const activityId = await makeClass(api.db, { capacity: 2 })
    const pairs = await register(api, activityId)
    const daughter = await admit(api.db)
    const mother = await admit(api.db)
    const record = await addFamily(api, daughter)
    const waiting = await register(api, activityId, { who: daughter, family: [record] })
    expect(waiting.place).toBe('waiting')
    const { members } = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
      api.call('registration.show', { registrationId: waiting.registrationId }, { token: daughter.token }),
    )
    const memberId = members.find(({ mayHandOver }) => mayHandOver)?.memberId ?? ''
    const { card } = await done<{ card: string }>(
      act(api, 'registration.makeCard', daughter, { registrationId: waiting.registrationId, memberId }),
    )
    await setNow(api, NINE)
    await done(walkIn(api, activityId, mother))
    await done(admitParty(api, staff, activityId, pairs.registrationId))
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    await done(act(api, 'registration.claim', mother, { card }))
    expect(await statesOf(api.db, activityId)).toEqual(['attended', 'attended', 'waiting'])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('takes the walk-in back where the daughter had ticked her, and her gift moves along', async () => {
    const family = await pair()
    const { activityId, registrationId, mother, memberId } = family
    await setNow(api, NINE)
    await done(walkIn(api, activityId, mother))
    const [head] = await liveEntries(activityId)
    await done(act(api, 'door.giveGift', staff, { activityId, entryId: head?.id }))
    await done(admitParty(api, staff, activityId, registrationId, { members: [memberId] }))
    expect(await liveEntries(activityId)).toHaveLength(2)
    await done(claim(api, family))
    expect(await liveEntries(activityId)).toMatchObject([{ kind: 'attended', member_id: memberId }])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    const give = await act(api, 'door.giveGift', staff, { activityId, memberId })
    expect(give).toMatchObject({ value: { outcome: 'repeat', at: NINE } })
    expect(await visitsOf(api.db, mother.residentId)).toMatchObject([{ undone_at: null }])
  })

  it('can be undone like any check-in: her place is as it was before she came', async () => {
    const family = await pair()
    const { activityId, mother } = family
    await setNow(api, NINE)
    await done(walkIn(api, activityId, mother))
    await done(claim(api, family))
    const [head] = await liveEntries(activityId)
    await done(act(api, 'door.undo', staff, { activityId, entryId: head?.id, reason: '认错人了' }))
    expect(await statesOf(api.db, activityId)).toEqual(['confirmed', 'confirmed'])
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
  })

  it('changes nothing on a roll that is closed', async () => {
    const family = await pair()
    const { activityId, registrationId, daughter, mother, memberId } = family
    const later = await makeClass(api.db, {
      capacity: 4,
      starts_at: new Date('2026-12-05T01:00:00Z'),
      ends_at: new Date('2026-12-05T03:00:00Z'),
    })
    await setNow(api, NINE)
    await done(walkIn(api, activityId, mother))
    await setNow(api, '2026-11-30T03:30:00.000Z')
    await done(act(api, 'door.closeRoll', staff, { activityId }))
    const { members } = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
      api.call('registration.show', { registrationId }, { token: daughter.token }),
    )
    expect(members.map((one) => one.memberId)).toContain(memberId)
    const before = await liveEntries(activityId)
    const rows = await api.db
      .selectFrom('family_member')
      .select('id')
      .where('keeper_id', '=', daughter.residentId)
      .execute()
    const next = await register(api, later, { who: daughter, family: rows.map(({ id }) => id) })
    const page = await done<{ members: { memberId: string; mayHandOver: boolean }[] }>(
      api.call('registration.show', { registrationId: next.registrationId }, { token: daughter.token }),
    )
    const { card } = await done<{ card: string }>(
      act(api, 'registration.makeCard', daughter, {
        registrationId: next.registrationId,
        memberId: page.members.find(({ mayHandOver }) => mayHandOver)?.memberId,
      }),
    )
    await done(act(api, 'registration.claim', mother, { card }))
    expect(await liveEntries(activityId)).toEqual(before)
    expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 3, recount: 3 })
  })
})

it('walking in, 是我, a tick by the daughter and one by staff at once are one head of hers, whoever is first', async () => {
  const crowd = openCrowd(api, 12)
  try {
    for (let round = 0; round < 10; round += 1) {
      await setNow(api, '2026-11-22T01:00:00Z')
      const family = await pair()
      const { activityId, registrationId, daughter, mother, memberId } = family
      await setNow(api, NINE)
      const { receipt } = await opened(crowd, poster, daughter)
      const replies = await Promise.all([
        walkIn(crowd, activityId, mother),
        claim(crowd, family),
        ...(round % 2 === 0
          ? [
              act(crowd, 'checkIn.confirm', daughter, { receipt, members: [memberId] }),
              admitParty(crowd, staff, activityId, registrationId, { members: [memberId] }),
            ]
          : [walkIn(crowd, activityId, mother), claim(crowd, family)]),
      ])
      expect(replies.filter(({ ok }) => !ok)).toEqual([])
      expect(await liveEntries(activityId)).toMatchObject([{ kind: 'attended', member_id: memberId }])
      expect(await statesOf(api.db, activityId)).toEqual(['attended', 'confirmed'])
      expect(await seatsWithWalkIns(api.db, activityId)).toEqual({ counter: 2, recount: 2 })
    }
  } finally {
    await crowd.close()
  }
})
