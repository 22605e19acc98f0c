import { posterOf, pairScreen, makeClass, type PairedScreen } from '../../support/activities/codes'
import { register, setNow } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { addMember, registerUrl } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'

/** A Saturday: the class of `makeClass` began at 9:00. */
const TWELVE_PAST = '2026-11-28T01:12:00.000Z'
const SUCCESS = '打卡成功，今天 9:12'
const AGAIN = '今天 9:12 已打卡，不用再扫'
const TRUST = /主办。不收费，不要验证码、银行卡、身份证。核实请打/

const residents = livingResidents({ isDemo: true, frozenAt: TWELVE_PAST })
const api = () => residents.backend().api

let admin: Person
let screen: PairedScreen
let poster: string
beforeAll(async () => {
  admin = await admit(api().db, 'admin')
  screen = await pairScreen(api(), admin)
  poster = await posterOf(api(), admin)
})
beforeEach(async () => {
  await setNow(api(), TWELVE_PAST)
  await api().db.updateTable('activity').set({ status: 'withdrawn' }).execute()
})

const byPoster = (): string => `/pages/scan/index?scene=${encodeURIComponent(poster)}`
const byScreen = (at: string = TWELVE_PAST): string =>
  `/pages/scan/index?q=${encodeURIComponent(screen.codeAt(at))}`

describe('a code of a wall screen', () => {
  it('opens at the first launch, waits for slow hands, and is friendly the second time', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: byScreen(), scene: 1011 })
    expect(app.lines().slice(0, 6)).toEqual([
      // The stamp that waits, and then the page in words.
      '梧桐里',
      '百姓会客厅',
      '11月28日',
      '您在',
      '梧桐里百姓会客厅',
      '点一下就打卡，不用填姓名和电话。',
    ])
    expect(app.lines().some((line) => TRUST.test(line))).toBe(true)
    await setNow(api(), '2026-11-28T01:13:30.000Z')
    await app.tap('打卡')
    await app.sees(SUCCESS)
    await app.sees('第一次来这里，盖上一个新章。')
    expect(app.record.privateCalls).toEqual([])
    await app.close()

    const again = await residents.open({ phone, url: byScreen('2026-11-28T01:13:30.000Z'), scene: 1011 })
    await again.sees(AGAIN)
    expect(again.all('打卡')).toEqual([])
  })

  it.each([
    ['too late', '2026-11-28T01:11:15.000Z', '这个码过期了', '这个码过期了。请再扫一次门口的码。'],
    [
      'too early',
      '2026-11-28T01:13:00.000Z',
      '大屏的时间不准',
      '大屏的时间不准，这个码还不能用。请扫海报，或请工作人员帮您记一下。',
    ],
  ])('that comes %s says so, and what to do', async (_, at, title, advice) => {
    const app = await residents.open({ url: byScreen(at) })
    await app.sees(title)
    await app.sees(advice)
    await app.sees('再扫一次')
    await app.sees('不用微信也没关系：请门口工作人员帮您记一下。')
  })

  it('that was made by somebody else, or of a screen that is no more, is not taken', async () => {
    const forged = screen.codeAt(TWELVE_PAST).slice(0, -4)
    const app = await residents.open({ url: `/pages/scan/index?q=${encodeURIComponent(`${forged}AAAA`)}` })
    await app.sees('这个码是假的')
    const gone = await pairScreen(api(), admin)
    await api().call(
      'screen.revoke',
      { officeId: 'wutong-hall', screenId: gone.screenId, requestId: '22222222-0000-4000-8000-000000000001' },
      { token: admin.token },
    )
    const url = `/pages/scan/index?q=${encodeURIComponent(gone.codeAt(TWELVE_PAST))}`
    await (await residents.open({ url })).sees('这块大屏停用了')
  })
})

describe('a poster', () => {
  it('counts with one tap, over either way to the backend', async () => {
    for (const way of ['callFunction', 'request'] as const) {
      const app = await residents.open({ url: byPoster(), way, scene: 1047 })
      await app.tap('打卡')
      await app.sees(SUCCESS)
    }
  })

  it('counts once for two taps', async () => {
    const app = await residents.open({ url: byPoster() })
    const [button] = app.all({ role: 'button', text: '打卡' })
    expect(button).toBeDefined()
    const release = app.phone.network.hold()
    await app.tap('打卡')
    await app.sees('正在送出…')
    await app.tap('正在送出…')
    release()
    await app.sees(SUCCESS)
    expect(app.record.sent.filter(({ body }) => body.includes('checkIn.confirm'))).toHaveLength(1)
  })

  it('is opened anew where the tap came after ten minutes', async () => {
    const app = await residents.open({ url: byPoster() })
    await setNow(api(), '2026-11-28T01:23:00.000Z')
    await app.tap('打卡')
    await app.sees('等得太久了，还没打上卡')
    await app.tap('再打一次卡')
    await app.tap('打卡')
    await app.sees('打卡成功，今天 9:23')
  })

  it('of a place that moved leads to the new one', async () => {
    const old = await posterOf(api(), admin, { officeId: 'qingshi-hall' })
    await api()
      .db.updateTable('office')
      .set({ status: 'moved', successor_id: 'wutong-hall' })
      .where('id', '=', 'qingshi-hall')
      .execute()
    const app = await residents.open({ url: `/pages/scan/index?scene=${old}` })
    await app.sees('这里搬走了，请到梧桐里百姓会客厅。')
    await app.tap('看梧桐里百姓会客厅怎么走')
    expect(app.route()).toBe('office/pages/office/index')
  })

  it('of an activity says when its time is, before and after', async () => {
    const activityId = await makeClass(api().db)
    const url = `/pages/scan/index?scene=${await posterOf(api(), admin, { activityId })}`
    await setNow(api(), '2026-11-27T23:00:00.000Z')
    const phone = residents.phone({ clock: Date.parse('2026-11-27T23:00:00.000Z') })
    const early = await residents.open({ url, phone })
    await early.sees('还没到签到的时间')
    await early.sees('签到时间是周六 11月28日 8:00 到 11:30，请在这段时间里扫。')
    await setNow(api(), '2026-11-28T05:00:00.000Z')
    const late = residents.phone({ clock: Date.parse('2026-11-28T05:00:00.000Z') })
    await (await residents.open({ url, phone: late })).sees('签到的时间过了')
  })
})

describe('what our own scanner reads', () => {
  it.each([
    ['weixin://pay', '这不是会客厅的码'],
    [`cy1.class-1.${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.1.2.Zm9v`, '这是报名的票'],
    ['https://caoyang.example/c/pair.Zm9v', '这是大屏配对的码'],
    [`https://caoyang.example/p/${'A'.repeat(22)}`, '这个码不认识'],
  ])('%s is answered with %s, and can be put right at once', async (codeInSight, title) => {
    const phone = residents.phone({ codeInSight })
    const app = await residents.open({ phone })
    await app.tap('扫码打卡')
    await app.sees(title)
    phone.codeInSight = screen.codeAt(TWELVE_PAST)
    await app.tap('再扫一次')
    await app.sees('您在')
    expect(app.depth()).toBe(2)
    expect(app.record.calls.filter(({ api }) => api === 'scanCode')).toMatchObject([
      { options: { onlyFromCamera: true } },
      { options: { onlyFromCamera: true } },
    ])
  })
})

describe('inside Moments', () => {
  it('nothing is opened or signed in; it says how to go on', async () => {
    const app = await residents.open({ url: byPoster(), scene: 1154 })
    await app.sees('打卡要进小程序。请点最下面的“前往小程序”，再扫一次门口的码。')
    expect(app.record.sent.filter(({ body }) => body.includes('checkIn'))).toEqual([])
  })
})

describe('a family at the door', () => {
  it('is one scan: who was registered by a relative is told, ticked and counted', async () => {
    const activityId = await makeClass(api().db, {
      capacity: 5,
      starts_at: new Date('2026-11-28T02:00:00Z'),
    })
    const daughter = await residents.open({ url: registerUrl(activityId) })
    await addMember(daughter, '妈妈', '1955', '加上')
    await daughter.tap('报名，2 位')
    await daughter.tap('看我的报名')
    await daughter.tap('交给妈妈')
    await daughter.sees('发给家人')
    const { path } = await daughter.share()
    const mother = await residents.open({ url: String(path) })
    await mother.tap('是我')
    await mother.sees(/^领好了，号码 \d{4}$/)
    await mother.close()

    const door = await residents.open({ phone: mother.phone, url: byPoster() })
    await door.sees(/^家人帮您报名了，号码 \d{4}$/)
    await door.sees('今天来了几位？')
    await door.tap('2 位来了，打卡')
    await door.sees('2 位已签到')
    await door.sees(SUCCESS)

    // The daughter comes after: one registration, nothing twice.
    const later = await residents.open({ phone: daughter.phone, url: byPoster() })
    await later.sees(AGAIN)
    expect(later.text()).toContain('9:12 已签到')
  })

  it('can leave somebody out', async () => {
    const activityId = await makeClass(api().db, { capacity: 5 })
    const theDayBefore = '2026-11-27T01:00:00.000Z'
    await setNow(api(), theDayBefore)
    const phone = residents.phone({ clock: Date.parse(theDayBefore) })
    const daughter = await residents.open({ phone, url: registerUrl(activityId) })
    await addMember(daughter, '妈妈', '1955', '加上')
    await daughter.tap('报名，2 位')
    await daughter.sees(/^已报名/)
    await daughter.close()
    await setNow(api(), TWELVE_PAST)
    phone.clock = Date.parse(TWELVE_PAST)
    const door = await residents.open({ phone, url: byPoster() })
    await door.sees(/^您报过名了，号码 \d{4}$/)
    await door.tap({ role: 'button', label: '已选中，妈妈' })
    await door.tap('1 位来了，打卡')
    await door.sees('1 位已签到')
  })
})

it('who comes too early for what they registered for has been here, and is told when to scan again', async () => {
  const given = {
    title: '剪纸课',
    starts_at: new Date('2026-11-28T06:30:00Z'),
    ends_at: new Date('2026-11-28T08:00:00Z'),
  }
  const activityId = await makeClass(api().db, given)
  const before = await residents.open({ url: registerUrl(activityId) })
  await before.tap('给自己报名')
  await before.sees(/^已报名/)
  await before.close()
  const app = await residents.open({ phone: before.phone, url: byPoster() })
  const sentence = '您报的「剪纸课」今天 13:30 起可以签到，到时候请再扫一次。'
  await app.sees(sentence)
  await app.tap('打卡')
  await app.sees(SUCCESS)
  await app.sees(sentence)
})

describe('who is not registered', () => {
  /** A class at ten, whose door is open already. */
  const classAtTen = (capacity: number): Promise<string> =>
    makeClass(api().db, { capacity, title: '剪纸课', starts_at: new Date('2026-11-28T02:00:00Z') })

  it('is first asked whether a relative did it, and may walk in where there is room', async () => {
    await classAtTen(2)
    const app = await residents.open({ url: byPoster() })
    await app.sees('这里正在办：剪纸课')
    await app.sees('家人帮您报的？')
    await app.sees('请点家人转给您的卡片，或把姓氏告诉门口工作人员。')
    await app.tap('我没报名，现在参加（还有 2 个位子）')
    await app.tap('打卡')
    await app.sees('1 位已签到')
  })

  it('is sent to the staff where there is no room', async () => {
    await register(api(), await classAtTen(1))
    const app = await residents.open({ url: byPoster() })
    await app.sees('位子满了。请问门口工作人员还能不能进。')
    await app.tap('打卡')
    await app.sees(SUCCESS)
  })

  it('has been here all the same where the last seat went to somebody else before the tap', async () => {
    const activityId = await classAtTen(1)
    const app = await residents.open({ url: byPoster() })
    await app.tap('我没报名，现在参加（还有 1 个位子）')
    await register(api(), activityId)
    await app.tap('打卡')
    await app.sees(SUCCESS)
    await app.sees('现在只空 0 个位子，不够。请等一等，或少来几位。')
  })
})
