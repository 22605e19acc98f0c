import type { OpenedPerson } from '../../../../core/contract/check-in/check-in-desk'
import type { StaffRole } from '../../../../core/domain/staff/post'
import type { TestApi } from '../../../support/api/test-api'
import { admit, type Person } from '../../../support/api/people'
import {
  act,
  addFamily,
  done,
  openHall,
  register,
  startEachOnSunday,
} from '../../../support/activities/activities'
import { makeClass } from '../../../support/activities/codes'
import { memberOf } from '../../../support/activities/roll'

let api: TestApi
let staff: Person
beforeAll(async () => {
  api = await openHall()
  staff = await admit(api.db, 'office')
})
afterAll(() => api.close())
startEachOnSunday(() => api)

const QUESTIONS = [
  { id: 'tea', text: '喝茶吗？', required: false, kind: 'yes-no' },
  { id: 'size', text: '衣服几号？', required: false, kind: 'text', longest: 10 },
] as const

/** 李国强 with his mother 王秀兰: help is wanted, one question is answered, a number was left. */
async function makeParty() {
  const activityId = await makeClass(api.db, { questions: JSON.stringify(QUESTIONS) })
  const who = await admit(api.db)
  await done(act(api, 'family.describeMyself', who, { callName: '李国强', born: null }))
  const mother = await addFamily(api, who, 1955, '王秀兰')
  await register(api, activityId, {
    who,
    family: [mother],
    helpWanted: '轮椅',
    answers: [{ questionId: 'tea', answer: 'yes' }],
    telling: 'phone',
    phone: '13800000527',
  })
  return { activityId, who, memberId: await memberOf(api, activityId, who) }
}

const open = (activityId: string, memberId: string, by: Person = staff) =>
  api.call('door.openPerson', { activityId, memberId }, { token: by.token })

const openings = (activityId: string) =>
  api.db
    .selectFrom('activity_history')
    .select(['act', 'detail', 'by_resident'])
    .where('activity_id', '=', activityId)
    .where('act', '=', 'opened-person')
    .orderBy('id')
    .execute()

describe('one person, opened on purpose', () => {
  it('has the whole name and what the registration says; each opening stands in the history', async () => {
    const { activityId, memberId } = await makeParty()
    for (let time = 0; time < 2; time += 1) {
      expect(await done<OpenedPerson>(open(activityId, memberId))).toEqual({
        memberId,
        name: '李国强',
        number: expect.stringMatching(/^\d{4}$/) as string,
        child: false,
        helpWanted: '轮椅',
        answers: [{ question: '喝茶吗？', answer: 'yes' }],
        phone: '13800000527',
      })
    }
    const row = { act: 'opened-person', detail: { memberId }, by_resident: staff.residentId }
    expect(await openings(activityId)).toEqual([row, row])
  })

  it('keeps its number from who only stands at the door', async () => {
    const { activityId, memberId } = await makeParty()
    const roles: readonly (readonly [StaffRole, string | null])[] = [
      ['scanner', null],
      ['editor', '13800000527'],
      ['admin', '13800000527'],
    ]
    for (const [role, phone] of roles)
      expect(await open(activityId, memberId, await admit(api.db, role))).toMatchObject({
        value: { phone },
      })
  })

  it('is nobody of another activity, of another office, or who is not there; nothing is written of those', async () => {
    const { activityId, memberId } = await makeParty()
    const other = await makeClass(api.db)
    const foreign = await makeClass(api.db, { office_id: null })
    expect(await open(other, memberId)).toMatchObject({ refusal: 'not_registered' })
    expect(await open(foreign, memberId)).toMatchObject({ refusal: 'not_own_office' })
    expect(await open('nowhere', memberId)).toMatchObject({ refusal: 'activity_not_found' })
    expect(await open(activityId, memberId, await admit(api.db))).toMatchObject({ fault: 'forbidden' })
    for (const id of [activityId, other, foreign]) expect(await openings(id)).toEqual([])
  })

  it('stays masked in every list, which says that help is wanted and not which', async () => {
    const { activityId } = await makeParty()
    const list = await api.call('door.list', { activityId }, { token: staff.token })
    expect(list).toMatchObject({ value: { parties: [{ wantsHelp: true }] } })
    for (const secret of ['国强', '秀兰', '轮椅', '13800000527'])
      expect(JSON.stringify(list)).not.toContain(secret)
  })

  it('is not kept for a repeat: no answer with a name lies among the requests', async () => {
    const { activityId, memberId } = await makeParty()
    await done(open(activityId, memberId))
    const requests = await api.db
      .selectFrom('request')
      .select('answer')
      .where('identity', '=', staff.residentId)
      .execute()
    expect(JSON.stringify(requests)).not.toContain('国强')
  })
})
