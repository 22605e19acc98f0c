import { makeActivity } from '../../support/activities/activities'
import { CONFIRMED, register } from '../../support/mini-program/registering'
import { isStored, livingResidents } from '../../support/mini-program/residents'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import { attribute, descendants } from '../../support/mini-program/view/node'

const residents = livingResidents()
const FIVE_MINUTES_LATER = Date.parse('2026-11-24T10:05:00+08:00')
const db = () => residents.backend().api.db

const codes = (app: MiniProgram): readonly string[] =>
  descendants(app.root())
    .map((node) => String(attribute(node, 'aria-label') ?? ''))
    .filter((label) => /^给工作人员扫的码，号码 \d{4}$/.test(label))

describe('the ticket', () => {
  it('stands beside the number, and at the door without a network too', async () => {
    const phone = residents.phone()
    const activityId = await makeActivity(db(), { capacity: 3 })
    const app = await register(residents, phone, activityId)
    await app.sees(CONFIRMED)
    await app.tap('看我的报名')
    await app.sees('扫不了？给工作人员看这张码。')
    expect(codes(app)).toHaveLength(1)
    await app.until('the ticket is stored', () => isStored(phone, 'checkIn.ticket'))
    await app.until('the list is stored', () => isStored(phone, 'registration.mine'))
    const { id } = await db()
      .selectFrom('registration')
      .select('id')
      .where('activity_id', '=', activityId)
      .executeTakeFirstOrThrow()
    const url = `/activity/pages/registration/index?id=${id}`
    await app.close()

    phone.network.goOffline()
    phone.clock = FIVE_MINUTES_LATER
    const later = residents.start({ phone, url })
    await later.sees('扫不了？给工作人员看这张码。')
    expect(codes(later)).toHaveLength(1)
  })

  it('is not there while one waits', async () => {
    const activityId = await makeActivity(db(), { capacity: 1 })
    await register(residents, residents.phone(), activityId)
    const app = await register(residents, residents.phone(), activityId, '排候补，1 位')
    await app.tap('看我的报名')
    await app.sees('您是候补第 1 位')
    expect(codes(app)).toEqual([])
  })
})
