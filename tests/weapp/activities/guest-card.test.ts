import type { CounterRegistered } from '../../../core/contract/registration/counter'
import { act, done, makeActivity } from '../../support/activities/activities'
import { admit } from '../../support/api/people'
import { OWN_OFFICE } from '../../support/api/test-api'
import { WAYS } from '../../support/mini-program/builds'
import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

it.each(WAYS)(
  'whoever scans what a counter shows takes the guest over and has the registration, by %s',
  async (way) => {
    const { api } = residents.backend()
    const clerk = await admit(api.db, 'office')
    const activityId = await makeActivity(api.db, { title: '扫码接手课', office_id: OWN_OFFICE })
    const { registrationId, number } = await done<CounterRegistered>(
      act(api, 'counter.register', clerk, {
        activityId,
        called: '王阿姨',
        party: [{ birthYear: null, guardianConsent: false }],
        compoundId: null,
        answers: [],
        helpWanted: null,
        phone: null,
        consent: 'oral',
      }),
    )
    const { card } = await done<{ card: string }>(
      act(api, 'counter.makeCard', clerk, { activityId, registrationId }),
    )
    // As WeChat opens a page for a link that it was told to: the whole link in `q`.
    const q = encodeURIComponent(`https://living-room.example/s/g/${card}`)
    const app = await residents.open({ url: `/activity/pages/card/index?q=${q}`, way })
    await app.sees('帮 王** 报的，一共 1 位。')
    await app.tap('是我')
    await app.sees(`领好了，号码 ${number}`)
    const mine = await residents.open({ phone: app.phone, url: '/activity/pages/mine/index', way })
    await mine.sees('扫码接手课')
  },
)
