import { randomUUID } from 'node:crypto'
import { moveClock } from '../../../cloud/repositories/database-mode'
import type { EndpointName } from '../../../core/contract'
import type { VolunteerRow } from '../../../core/contract/staff'
import { instant } from '../../../core/kernel/shanghai-time'
import { act, done, makeActivity, openHall } from '../../support/activities/activities'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'

let api: TestApi
let wang: Person
let activityId: string
/** An hour before the class, which ends at 11:00; check-in ends some time after. */
const MORNING = Date.parse('2026-11-28T00:00:00Z')
const setNow = (at: number) => moveClock(api.db, instant(at))

beforeAll(async () => {
  api = await openHall({ frozenAt: new Date(MORNING).toISOString() })
})
afterAll(() => api.close())
beforeEach(async () => {
  await setNow(MORNING)
  wang = await admit(api.db, 'office', OWN_OFFICE)
  activityId = await makeActivity(api.db, { office_id: OWN_OFFICE })
})

const ask = (name: EndpointName, by: Person, input: object = {}) => api.call(name, input, { token: by.token })
const openCode = async () =>
  (await done<{ code: string; endsAt: string }>(ask('staff.openVolunteerCode', wang, { activityId }))).code
const accept = (who: Person, code: string, called: string | null = '小陈') =>
  act(api, 'staff.acceptInvitation', who, { code, called })
const listed = async () =>
  (await done<{ volunteers: readonly VolunteerRow[] }>(ask('staff.volunteers', wang, { activityId })))
    .volunteers
const decide = (invitationId: string, isWelcome = true, by = wang) =>
  act(api, 'staff.decideVolunteer', by, { invitationId, isWelcome })
const postsOf = async (who: Person) =>
  (await done<{ posts: readonly { role: string; endsAt: string | null }[] }>(ask('staff.ownPosts', who)))
    .posts
const checkInList = (who: Person) => ask('door.list', who, { activityId })

/** Somebody who scanned the code and was let in. */
async function letIn(code: string): Promise<Person> {
  const who = await admit(api.db)
  await done(accept(who, code))
  const row = (await listed()).find(({ state }) => state === 'waiting')
  await done(decide(row?.invitationId ?? ''))
  return who
}

describe('a 现场码', () => {
  it('asks for a name, waits for 同意, and lets in to this activity alone', async () => {
    const code = await openCode()
    const chen = await admit(api.db)
    expect(await ask('staff.openInvitation', chen, { code })).toMatchObject({
      value: { role: 'scanner', asksName: true, activities: [{ id: activityId }] },
    })
    expect(await accept(chen, code, null)).toMatchObject({ refusal: 'called_missing' })
    expect(await accept(chen, code)).toMatchObject({ value: { state: 'awaiting-confirmation' } })
    expect(await postsOf(chen)).toEqual([])
    expect(await checkInList(chen)).toMatchObject({ fault: 'forbidden' })

    const [row] = await listed()
    expect(row).toMatchObject({ called: '小陈', state: 'waiting' })
    await done(decide(row?.invitationId ?? ''))
    expect(await postsOf(chen)).toMatchObject([{ role: 'scanner' }])
    expect(await checkInList(chen)).toMatchObject({ ok: true })
    expect(await listed()).toMatchObject([{ called: '小陈', state: 'helping' }])
    const other = await makeActivity(api.db, { office_id: OWN_OFFICE })
    expect(await ask('door.list', chen, { activityId: other })).toMatchObject({ refusal: 'not_own_office' })
  })

  it('lets nobody in whom a colleague does not know', async () => {
    const stranger = await admit(api.db)
    await done(accept(stranger, await openCode()))
    const [row] = await listed()
    await done(decide(row?.invitationId ?? '', false))
    expect(await postsOf(stranger)).toEqual([])
    expect(await listed()).toEqual([])
    expect(await decide(row?.invitationId ?? '')).toMatchObject({ refusal: 'invitation_not_found' })
  })

  it('is worth nothing once a new one is shown', async () => {
    const former = await openCode()
    await openCode()
    expect(await ask('staff.openInvitation', await admit(api.db), { code: former })).toMatchObject({
      refusal: 'invitation_not_found',
    })
  })

  it('counts somebody who scans twice once', async () => {
    const chen = await admit(api.db)
    const code = await openCode()
    await done(accept(chen, code))
    expect(await accept(chen, code, '陈晨')).toMatchObject({ value: { called: '小陈' } })
    expect(await listed()).toHaveLength(1)
  })

  it('takes twenty of thirty who scan at once', async () => {
    const code = await openCode()
    const people = await Promise.all(Array.from({ length: 30 }, () => admit(api.db)))
    const answers = await Promise.all(people.map((who) => accept(who, code)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 10 }, () => expect.objectContaining({ refusal: 'volunteers_full' }) as unknown),
    )
  })

  it('ends with check-in: post, code and 同意', async () => {
    const code = await openCode()
    const chen = await letIn(code)
    const late = await admit(api.db)
    await done(accept(late, code))
    const [row] = await listed()
    const [{ endsAt } = { endsAt: null }] = await postsOf(chen)
    await setNow(Date.parse(endsAt ?? ''))
    expect(await checkInList(chen)).toMatchObject({ fault: 'forbidden' })
    expect(await decide(row?.invitationId ?? '')).toMatchObject({ refusal: 'check_in_over' })
    expect(await ask('staff.openInvitation', late, { code })).toMatchObject({ refusal: 'invitation_expired' })
    expect(await ask('staff.openVolunteerCode', wang, { activityId })).toMatchObject({
      refusal: 'check_in_over',
    })
  })

  it('moves with the activity', async () => {
    const chen = await letIn(await openCode())
    const [before] = await postsOf(chen)
    await done(
      act(api, 'activity.change', wang, {
        activityId,
        kind: 'postponed',
        place: null,
        startsAt: '2026-11-28T03:00:00.000Z',
      }),
    )
    const [after] = await postsOf(chen)
    expect(Date.parse(after?.endsAt ?? '') - Date.parse(before?.endsAt ?? '')).toBe(2 * 3_600_000)
  })

  it('is shown and answered by the office of the activity alone', async () => {
    const code = await openCode()
    await done(accept(await admit(api.db), code))
    const [row] = await listed()
    const other = await admit(api.db, 'office', OTHER_OFFICE)
    expect(await ask('staff.openVolunteerCode', other, { activityId })).toMatchObject({
      refusal: 'not_own_office',
    })
    expect(await ask('staff.volunteers', other, { activityId })).toMatchObject({ refusal: 'not_own_office' })
    expect(await decide(row?.invitationId ?? '', true, other)).toMatchObject({ refusal: 'not_own_office' })
  })

  it('does not stand among the invitations of the 街道', async () => {
    await done(accept(await admit(api.db), await openCode()))
    const admin = await admit(api.db, 'admin')
    const { invitations } = await done<{ invitations: readonly unknown[] }>(ask('staff.invitations', admin))
    expect(invitations).toEqual([])
  })

  it('is answered once by two colleagues at once', async () => {
    await done(accept(await admit(api.db), await openCode()))
    const [row] = await listed()
    const answers = await Promise.all([
      decide(row?.invitationId ?? ''),
      act(api, 'staff.decideVolunteer', wang, {
        invitationId: row?.invitationId ?? '',
        isWelcome: true,
        requestId: randomUUID(),
      }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
