import { remembering } from '../../../cloud/gateways/wechat/codes'
import { fakeWechatCodes } from '../../../cloud/gateways/wechat/codes-fake'
import type { Output } from '../../../core/contract'
import type { House } from '../../support/api/house'
import { done, makeActivity, openHall } from '../registration/support/hall'

const { draw, drawn } = fakeWechatCodes()
let isBusy = false
let now = 0

let house: House
let bare: House
beforeAll(async () => {
  const flaky: typeof draw = (wish) => (isBusy ? Promise.resolve({ kind: 'later' }) : draw(wish))
  house = await openHall({ drawCode: remembering(flaky, 10, () => now) })
  bare = await openHall()
})
afterAll(async () => {
  await house.close()
  await bare.close()
})

const codeOf = (activityId: string, at: House = house) =>
  done<Output<'activity.code'>>(at.call('activity.code', { activityId }))

describe('the 小程序码 of an activity', () => {
  it('is a picture that opens it, drawn once for everybody', async () => {
    const before = drawn.length
    const first = await codeOf('paper-cutting')
    expect(Buffer.from(first.code?.content ?? '', 'base64').toString()).toContain(
      'activity/pages/activity/index?scene=paper-cutting',
    )
    expect(await Promise.all([codeOf('paper-cutting'), codeOf('paper-cutting')])).toEqual([first, first])
    expect(drawn).toHaveLength(before + 1)
  })

  it('is none while WeChat gives none, is asked for again after a minute, and none without an account', async () => {
    isBusy = true
    expect(await codeOf('boat-reading')).toEqual({ code: null })
    isBusy = false
    expect(await codeOf('boat-reading')).toEqual({ code: null })
    now += 60_000
    expect((await codeOf('boat-reading')).code).not.toBeNull()
    expect(await codeOf('paper-cutting', bare)).toEqual({ code: null })
  })

  it('is none where the id is longer than a scene, and of a draft there is nothing', async () => {
    const id = `a${'-long'.repeat(8)}`
    const draft = await makeActivity(house.db, { status: 'draft' })
    const made = await makeActivity(house.db)
    await house.db.updateTable('activity').set({ id }).where('id', '=', made).execute()
    expect(await codeOf(id)).toEqual({ code: null })
    expect(await house.call('activity.code', { activityId: draft })).toMatchObject({
      refusal: 'activity_not_found',
    })
    expect(await house.call('activity.code', { activityId: 'nowhere' })).toMatchObject({
      refusal: 'activity_not_found',
    })
  })
})
