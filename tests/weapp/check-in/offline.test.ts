import { posterOf } from '../../support/activities/codes'
import { setNow } from '../../support/activities/activities'
import { admit } from '../../support/api/people'
import type { Phone } from '../../support/mini-program/phone/phone'
import { livingResidents } from '../../support/mini-program/residents'

/** In the middle of the minute: the phone's clock goes on while the backend's stands still. */
const TWELVE_PAST = '2026-11-28T01:12:30.000Z'
const KEPT = '已记下，联网后自动上传'
const NOT_KEPT = '还没签到，请工作人员帮您记一下'

const residents = livingResidents({ isDemo: true, frozenAt: TWELVE_PAST })
const api = () => residents.backend().api

let code: string
beforeAll(async () => {
  code = `https://caoyang.example/p/${await posterOf(api(), await admit(api().db, 'admin'))}`
})
beforeEach(() => setNow(api(), TWELVE_PAST))

/** Everybody's visits: each test brings people of its own. */
async function visitsDuring(act: () => Promise<void>): Promise<number> {
  const count = async (): Promise<number> =>
    (await api().db.selectFrom('visit').select('id').execute()).length
  const before = await count()
  await act()
  return (await count()) - before
}

const unsent = ({ storage }: Phone): readonly string[] =>
  storage.keys().filter((key) => key.startsWith('act-'))

describe('the network is lost in the open app', () => {
  it('the scan is kept, said to be kept, and sent once the network is back', async () => {
    const phone = residents.phone({ codeInSight: code })
    const app = await residents.open({ phone })
    const visits = await visitsDuring(async () => {
      phone.network.goOffline()
      await app.tap('扫码打卡')
      await app.sees(KEPT)
      await app.sees('有 1 次打卡等着上传')
      await app.sees(/主办。不收费/)
      phone.network.goOnline()
      await app.sees('打卡成功，今天 9:12')
      await app.sees(/主办。不收费/)
    })
    expect(visits).toBe(1)
    expect(unsent(phone)).toEqual([])
  })

  it('and the app is killed: the next start sends it, at the time it was scanned, and says so', async () => {
    const phone = residents.phone({ codeInSight: code })
    const app = await residents.open({ phone })
    phone.network.goOffline()
    await app.tap('扫码打卡')
    await app.sees(KEPT)
    await app.close()

    phone.network.goOnline()
    await setNow(api(), '2026-11-28T04:12:30.000Z')
    phone.clock = Date.parse('2026-11-28T04:12:30.000Z')
    const next = await residents.open({ phone })
    await next.sees('今天 9:12的打卡已经送到。')
    expect(unsent(phone)).toHaveLength(1)
    await next.tap('知道了')
    expect(unsent(phone)).toEqual([])
  })

  it('between the code and the tap: the tap is kept, and counts at its own time', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: `/pages/scan/index?q=${encodeURIComponent(code)}` })
    phone.network.goOffline()
    await app.tap('打卡')
    await app.sees(KEPT)
    await setNow(api(), '2026-11-28T01:40:00.000Z')
    app.clock.moveTo(Date.parse('2026-11-28T01:40:00.000Z'))
    phone.network.goOnline()
    await app.sees(/^打卡成功，.*9:12$/)
  })
})

describe('killed', () => {
  it('between writing it down and sending it: the next start sends it, once', async () => {
    const phone = residents.phone()
    const url = `/pages/scan/index?q=${encodeURIComponent(code)}`
    const visits = await visitsDuring(async () => {
      const app = await residents.open({ phone, url })
      phone.network.hold()
      await app.tap('打卡')
      expect(unsent(phone)).toHaveLength(1)
      await app.close()
      phone.network.hold()()
      const next = await residents.open({ phone })
      await next.sees('今天 9:12的打卡已经送到。')
    })
    expect(visits).toBe(1)
  })

  it('after the backend did it and before its answer arrived: the answer comes again, and nothing twice', async () => {
    const phone = residents.phone()
    const url = `/pages/scan/index?q=${encodeURIComponent(code)}`
    const visits = await visitsDuring(async () => {
      const app = await residents.open({ phone, url })
      const found = phone.network.loseAnswers((call) => call.includes('checkIn.confirm'))
      await app.tap('打卡')
      await app.sees(KEPT)
      await app.close()
      found()
      const next = await residents.open({ phone, url })
      await next.sees('今天 9:12 已打卡，不用再扫')
    })
    expect(visits).toBe(1)
  })
})

describe('a phone that keeps nothing more', () => {
  it('says that nothing was recorded, where there is no network either', async () => {
    const phone = residents.phone({ codeInSight: code })
    const app = await residents.open({ phone })
    phone.network.goOffline()
    phone.storage.isFull = true
    await app.tap('扫码打卡')
    await app.sees(NOT_KEPT)
    expect(app.all(KEPT)).toEqual([])
  })

  it('checks in all the same where there is one', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: `/pages/scan/index?q=${encodeURIComponent(code)}` })
    phone.storage.isFull = true
    await app.tap('打卡')
    await app.sees('打卡成功，今天 9:12')
  })

  it('or that gives a record back damaged, says so, and goes on', async () => {
    const phone = residents.phone()
    phone.storage.damage('act-1.0000000001.x', '{"endpoint":"checkIn.upl')
    const app = await residents.open({ phone })
    await app.sees('手机上有一次记录坏了，没有送到。今天来过，请工作人员帮您记一下。')
    await app.tap('知道了')
    expect(unsent(phone)).toEqual([])
  })
})

describe('a last word that is a no', () => {
  it('stays until it was read', async () => {
    const phone = residents.phone({ codeInSight: `https://caoyang.example/p/${'A'.repeat(22)}` })
    const app = await residents.open({ phone })
    phone.network.goOffline()
    await app.tap('扫码打卡')
    await app.sees(KEPT)
    await app.close()
    phone.network.goOnline()
    const next = await residents.open({ phone })
    await next.sees(/^今天 9:12的打卡没有记上。这个码不是会客厅的码/)
    await next.close()
    const third = await residents.open({ phone })
    await third.tap('知道了')
    expect(unsent(phone)).toEqual([])
  })
})
