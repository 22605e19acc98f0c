import { admit } from '../../support/api/people'
import { act, done, makeActivity } from '../../support/activities/activities'
import { livingResidents } from '../../support/mini-program/residents'
import type { Phone } from '../../support/mini-program/phone/phone'

const residents = livingResidents()
const db = () => residents.backend().api.db
const TITLE = '剪纸,编结;和“一家人”的长长下午'
const activity = () =>
  makeActivity(db(), {
    title: TITLE,
    starts_at: new Date('2026-11-27T14:00:00+08:00'),
    ends_at: new Date('2026-11-27T16:00:00+08:00'),
  })
const open = (phone: Phone, id: string) =>
  residents.open({ phone, url: `/activity/pages/activity/index?id=${id}` })
const seconds = (text: string) => Date.parse(`${text}+08:00`) / 1000

describe('an activity in the calendar of the phone', () => {
  it('is asked for only after the privacy rules, and rings the evening before', async () => {
    const phone = residents.phone()
    const app = await open(phone, await activity())
    await app.tap('记到手机日历')
    await app.sees('同意，记到日历')
    expect(app.record.privateCalls).toEqual([])
    await app.tap('同意，记到日历')
    await app.sees('记好了，到时候手机会响一声。')
    expect(phone.calendarEntries).toEqual([
      expect.objectContaining({
        title: TITLE,
        startTime: seconds('2026-11-27T14:00:00'),
        endTime: String(seconds('2026-11-27T16:00:00')),
        alarm: true,
        alarmOffset: 20 * 60 * 60,
      }),
    ])
  })

  it('that may not be written is said plainly, with the way to allow it', async () => {
    const phone = residents.phone({ privacyConsent: true, calendar: 'denied' })
    const app = await open(phone, await activity())
    await app.tap('记到手机日历')
    await app.sees('手机没有让我们写日历，没有记上。到设置里打开“日历”，再点一次。')
    await app.tap('去设置里打开')
    expect(app.record.calls.map(({ api }) => api)).toContain('openSetting')
    expect(phone.calendarEntries).toEqual([])
  })

  it('is called old after a change, and can be put there anew', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const id = await activity()
    const app = await open(phone, id)
    await app.tap('记到手机日历')
    await app.sees('再记一次日历')
    await app.close()

    const editor = await admit(db(), 'editor')
    await done(
      act(residents.backend().api, 'activity.change', editor, {
        activityId: id,
        kind: 'indoors',
        place: '武宁二楼',
        startsAt: null,
      }),
    )
    const later = await open(phone, id)
    await later.sees(/^日历里那条旧了，记的是周五 14:00 梧桐里会客厅。请删掉旧的，重新记一次。$/)
    await later.tap('重新记到日历')
    await later.sees('再记一次日历')
    expect(phone.calendarEntries.map(({ location }) => location)).toEqual(['梧桐里会客厅', '武宁二楼'])
  })

  it('needs no network once its page was seen', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await open(phone, await activity())
    phone.network.goOffline()
    await app.tap('记到手机日历')
    await app.sees('记好了，到时候手机会响一声。')
  })
})
