import { remembering } from '../../../cloud/gateways/wechat/codes'
import { fakeWechatCodes } from '../../../cloud/gateways/wechat/codes-fake'
import type { Output } from '../../../core/contract'
import { admit } from '../../support/api/people'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { done, makeActivity, openHall } from '../../support/activities/activities'

const { draw, drawn } = fakeWechatCodes()
let isBusy = false
let now = 0

let api: TestApi
let bare: TestApi
beforeAll(async () => {
  const flaky: typeof draw = (request) => (isBusy ? Promise.resolve({ kind: 'later' }) : draw(request))
  api = await openHall({ drawCode: remembering(flaky, 10, () => now), wechatAppId: 'wx0000000000000000' })
  bare = await openHall()
})
afterAll(async () => {
  await api.close()
  await bare.close()
})

const codeOf = (activityId: string, at: TestApi = api) =>
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
    const draft = await makeActivity(api.db, { status: 'draft' })
    const made = await makeActivity(api.db)
    await api.db.updateTable('activity').set({ id }).where('id', '=', made).execute()
    expect(await codeOf(id)).toEqual({ code: null })
    expect(await api.call('activity.code', { activityId: draft })).toMatchObject({
      refusal: 'activity_not_found',
    })
    expect(await api.call('activity.code', { activityId: 'nowhere' })).toMatchObject({
      refusal: 'activity_not_found',
    })
  })
})

describe('what a published activity is told with', () => {
  const materials = (activityId: string, at: TestApi, token: string) =>
    at.call('activity.materials', { activityId }, { token })

  it('has the way into the mini-program for an article where there is an account, and says that there is none', async () => {
    const clerk = await admit(api.db, 'office')
    const activityId = await makeActivity(api.db, { office_id: OWN_OFFICE })
    expect(await done(materials(activityId, api, clerk.token))).toMatchObject({
      subdistrict: { name: '云溪街道' },
      wechat: { appId: 'wx0000000000000000', path: `activity/pages/activity/index?id=${activityId}` },
    })
    const other = await admit(bare.db, 'office')
    const without = await makeActivity(bare.db, { office_id: OWN_OFFICE })
    expect(await done(materials(without, bare, other.token))).toMatchObject({ wechat: null })
  })

  it('is for those whose office it is, and not before it is public', async () => {
    const clerk = await admit(api.db, 'office')
    const elsewhere = await makeActivity(api.db, { office_id: OTHER_OFFICE })
    const draft = await makeActivity(api.db, { office_id: OWN_OFFICE, status: 'draft' })
    expect(await materials(elsewhere, api, clerk.token)).toMatchObject({ refusal: 'not_own_office' })
    expect(await materials(draft, api, clerk.token)).toMatchObject({ refusal: 'activity_not_found' })
  })
})
