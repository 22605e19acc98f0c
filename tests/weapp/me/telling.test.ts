import { makeActivity } from '../../support/activities/activities'
import { register } from '../../support/mini-program/registering'
import type { Phone } from '../../support/mini-program/phone/phone'
import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()
const db = () => residents.backend().api.db
const NOTIFICATION = '/me/pages/telling/index'

/** The build for this way of sending knows WeChat’s templates, so that WeChat can be asked. */
const registerBySession = (phone: Phone, activityId: string) =>
  register(residents, phone, activityId, undefined, 'request')

async function kept(activityId: string): Promise<{ telling: string; hasPhone: boolean } | undefined> {
  const row = await db()
    .selectFrom('registration')
    .select(['telling', 'phone_sealed'])
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  return row && { telling: row.telling, hasPhone: row.phone_sealed !== null }
}

it('is changed after registering, and back to WeChat in the tap itself', async () => {
  const phone = residents.phone()
  const activityId = await makeActivity(db(), { title: '剪纸课' })
  await registerBySession(phone, activityId)
  const app = await residents.open({ phone, url: NOTIFICATION, way: 'request' })
  await app.sees('有变动，发微信告诉您')
  await app.tap({ role: 'button', label: '改一改：剪纸课' })
  await app.tap(/^打电话/)
  await app.tap('就这样')
  await app.sees('电话好像不对，请看一看。座机写成 021-62570000 这样。')
  await app.type({ tag: 'input', label: '打哪个号码？' }, '021-62570000')
  await app.tap('就这样')
  await app.sees('有变动，打电话告诉您')
  expect(await kept(activityId)).toEqual({ telling: 'phone', hasPhone: true })

  await app.tap({ role: 'button', label: '改一改：剪纸课' })
  await app.tap(/^微信通知/)
  await app.tap('就这样')
  await app.sees('有变动，发微信告诉您')
  expect(await kept(activityId)).toEqual({ telling: 'wechat', hasPhone: false })
})

it.each(['reject', 'switched-off'] as const)(
  'stays as it was when WeChat’s question is answered with %s',
  async (said) => {
    const phone = residents.phone()
    const activityId = await makeActivity(db(), { title: '剪纸课' })
    await registerBySession(phone, activityId)
    const first = await residents.open({ phone, url: NOTIFICATION, way: 'request' })
    await first.tap({ role: 'button', label: '改一改：剪纸课' })
    await first.tap(/^不用通知/)
    await first.tap('就这样')
    await first.sees('有变动，放在“我的消息”里，不打扰您')
    phone.subscribing = said
    await first.tap({ role: 'button', label: '改一改：剪纸课' })
    await first.tap(/^微信通知/)
    await first.tap('就这样')
    await first.sees('微信通知没打开，没有改。可以选打电话，或不用通知。')
    expect(await kept(activityId)).toEqual({ telling: 'none', hasPhone: false })
  },
)

it('stands on the page of the registration, too', async () => {
  const phone = residents.phone()
  const app = await registerBySession(phone, await makeActivity(db(), { title: '剪纸课' }))
  await app.tap('看我的报名')
  await app.sees('有变动，发微信告诉您')
})
