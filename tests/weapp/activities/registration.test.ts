import { sql } from 'kysely'
import { makeActivity } from '../../support/activities/activities'
import { WAYS } from '../../support/mini-program/builds'
import {
  addMember,
  CONFIRMED,
  isCallOf,
  register,
  registerUrl,
  registrationsIn,
  requestIds,
} from '../../support/mini-program/registering'
import { isStored, livingResidents } from '../../support/mini-program/residents'
import type { MiniProgram } from '../../support/mini-program/mini-program'
import type { Phone } from '../../support/mini-program/phone/phone'

const residents = livingResidents()

/** Each run starts with the phone's clock: what an earlier run saw must lie behind it. */
const FIVE_MINUTES_LATER = Date.parse('2026-11-24T10:05:00+08:00')
const NOT_SENT = '还没送到。网好了再点一次，不会报两次。'
const db = () => residents.backend().api.db
const activity = (given: Parameters<typeof makeActivity>[1] = {}) => makeActivity(db(), given)
const registered = (phone: Phone, activityId: string, button?: string) =>
  register(residents, phone, activityId, button)
const countIn = (activityId: string) => registrationsIn(db(), activityId)

describe.each(WAYS)('registering, by %s', (way) => {
  it('takes a mother and a child along, and says the number', async () => {
    const id = await activity({ capacity: 3 })
    const app = await residents.open({ url: registerUrl(id), way })
    await addMember(app, '妈妈', '1955', '加上')
    await addMember(app, '孩子', '2018', '我同意，加上')
    await app.tap('报名，3 位')
    await app.sees(CONFIRMED)
    const next = await residents.open({
      phone: app.phone,
      url: registerUrl(await activity({ capacity: 3 })),
      way,
    })
    await next.tap('报名，3 位')
    await next.sees(CONFIRMED)
  })

  it('says that nothing was sent when the network is gone, and sends it once it is back', async () => {
    const id = await activity()
    const app = await residents.open({ url: registerUrl(id), way })
    app.phone.network.goOffline()
    await app.tap('给自己报名')
    await app.sees(NOT_SENT)
    expect(await countIn(id)).toBe(0)

    app.phone.network.goOnline()
    await app.tap('给自己报名')
    await app.sees(CONFIRMED)
    expect(await countIn(id)).toBe(1)
  })

  it('makes one registration of a repeat after a lost answer', async () => {
    const id = await activity()
    const app = await residents.open({ url: registerUrl(id), way })
    const found = app.phone.network.loseAnswers(isCallOf('registration.register'))
    await app.tap('给自己报名')
    await app.sees(NOT_SENT)
    expect(await countIn(id)).toBe(1)

    found()
    await app.tap('给自己报名')
    await app.sees(CONFIRMED)
    expect(await countIn(id)).toBe(1)
    expect(requestIds(app, 'registration.register')).toHaveLength(1)
  })

  it('adds a relative once, also when the answer gets lost', async () => {
    const app = await residents.open({ url: '/me/pages/family/index', way })
    const found = app.phone.network.loseAnswers(isCallOf('family.add'))
    await addMember(app, '妈妈', '1955', '加上')
    await app.sees('还没送到。网好了再点一次，不会加两次。')
    found()
    await app.tap('加上')
    await app.sees('1955 年生')
    expect(app.all('1955 年生')).toHaveLength(1)
  })

  it('cancels once, and says what is lost before', async () => {
    const id = await activity()
    const app = await residents.open({ url: registerUrl(id), way })
    await app.tap('给自己报名')
    await app.tap('看我的报名')
    await app.tap('取消报名')
    await app.sees('取消后，位子会给候补的街坊。想再来要重新排。')
    const found = app.phone.network.loseAnswers(isCallOf('registration.cancel'))
    await app.tap('确定取消')
    await app.sees('还没送到，位子还在。网好了再点一次。')
    found()
    await app.tap('确定取消')
    await app.sees('再报一次')
    expect(requestIds(app, 'registration.cancel')).toHaveLength(1)
  })
})

describe('the sheet that asks before cancelling', () => {
  it('is closed by WeChat’s Back, and the page stays; the next Back leaves it', async () => {
    const app = await registered(residents.phone(), await activity())
    await app.tap('看我的报名')
    const [ticket, depth] = [app.route(), app.depth()]
    for (const time of ['the first time', 'again']) {
      await app.tap('取消报名')
      await app.sees('取消后，位子会给候补的街坊。想再来要重新排。')
      await app.back()
      expect([time, app.all('确定取消'), app.route(), app.depth()]).toEqual([time, [], ticket, depth])
    }
    await app.tap('取消报名')
    await app.tap({ role: 'button', text: '不取消' })
    await app.back()
    expect(app.route()).not.toBe(ticket)
  })
})

describe('a network that goes while somebody signs in', () => {
  it('lets one register when it is back, without a word about signing in', async () => {
    const id = await activity()
    const phone = residents.phone()
    const found = phone.network.loseAnswers(isCallOf('session.signIn'))
    const app = await residents.open({ phone, url: registerUrl(id), way: 'request' })
    await app.sees('家人的名单暂时取不到，可以先给自己报。网通了会出来。')
    await app.tap('给自己报名')
    await app.sees(NOT_SENT)
    expect(await countIn(id)).toBe(0)
    found()
    await app.tap('给自己报名')
    await app.sees(CONFIRMED)
  })
})

describe('WeChat’s own question', () => {
  it('is asked in the tap, and each yes is counted', async () => {
    const app = await residents.open({ url: registerUrl(await activity()), way: 'request' })
    await app.tap('给自己报名')
    await app.sees('有变动和前一天的提醒，会发到您的微信。')
    const { rows } = await sql<{ template: string; consents: number }>`
      select template, consents from message_consent order by template`.execute(db())
    expect(rows).toEqual(
      expect.arrayContaining([
        { template: 'change', consents: expect.any(Number) as number },
        { template: 'reminder', consents: expect.any(Number) as number },
      ]),
    )
  })

  it.each(['reject', 'switched-off'] as const)(
    'answered with %s asks for a telephone, and calls',
    async (said) => {
      const id = await activity({ capacity: 1 })
      await registered(residents.phone(), id)
      const app = await residents.open({
        url: registerUrl(id),
        way: 'request',
        phone: residents.phone({ subscribing: said }),
      })
      await app.tap('排候补，1 位')
      await app.sees('微信通知没打开。留个电话，有变动我们打给您；也可以选“不用通知”。')
      expect(await countIn(id)).toBe(1)
      await app.type({ tag: 'input', label: '打哪个号码？' }, '138 1234 5678')
      await app.tap('排候补，1 位')
      await app.sees('名额满了，您是候补第 1 位')
      expect(app.text()).toMatch(/微信通知没打开，有空位我们打电话给您/)
    },
  )

  it('about free seats is asked only of whoever waits', async () => {
    const id = await activity({ capacity: 1 })
    await registered(residents.phone(), id)
    const app = await residents.open({ url: registerUrl(id), way: 'request' })
    await app.tap('排候补，1 位')
    await app.tap('有空位发微信告诉我')
    await app.sees('好的，有空位发微信告诉您。')
  })
})

describe('a wait-list', () => {
  it('gives a freed place, tells of it in the inbox, and marks what was read', async () => {
    const id = await activity({ capacity: 1 })
    const first = await registered(residents.phone(), id)
    const second = await registered(residents.phone(), id, '排候补，1 位')
    await second.sees('名额满了，您是候补第 1 位')
    await first.tap('看我的报名')
    await first.tap('取消报名')
    await first.tap('确定取消')
    await first.sees('再报一次')

    const inbox = await residents.open({ phone: second.phone, url: '/me/pages/messages/index' })
    await inbox.sees(/^有空位了，给您留好了，号码 \d{4}；不能来请点取消。$/)
    await inbox.sees('1 条没看')
    await inbox.tap('都看过了')
    await inbox.until('it is read', () => inbox.all('新').length === 0)
    const mine = await residents.open({ phone: second.phone, url: '/activity/pages/mine/index' })
    await mine.sees(/^已报名，共 1 人$/)
  })

  it('in the last two hours gives a free seat to whoever taps 现在要', async () => {
    const id = await activity({
      capacity: 1,
      starts_at: new Date('2026-11-24T11:00:00+08:00'),
      ends_at: new Date('2026-11-24T12:00:00+08:00'),
    })
    const first = await registered(residents.phone(), id)
    const second = await registered(residents.phone(), id, '排候补，1 位')
    await second.tap('看我的报名')
    await second.sees('您是候补第 1 位')
    await first.tap('看我的报名')
    await first.tap('取消报名')
    await first.tap('确定取消')

    const late = await residents.open({ phone: second.phone, url: '/activity/pages/mine/index' })
    await late.tap(/您是候补第 1 位/)
    await late.sees('现在空出 1 个名额，先点先得。')
    await late.tap('现在要')
    await late.sees({ className: 'big-number__digits' })
  })
})

describe('a phone without a network', () => {
  it('still has the number, as it was last seen', async () => {
    const phone = residents.phone()
    const before = await registered(phone, await activity())
    await before.sees(CONFIRMED)
    const list = await residents.open({ phone, url: '/activity/pages/mine/index' })
    await list.until('the number is stored', () => isStored(phone, 'registration.mine'))
    await list.close()

    phone.network.goOffline()
    phone.clock = FIVE_MINUTES_LATER
    const app = await residents.open({ phone, url: '/activity/pages/mine/index' })
    await app.sees('这是上次看到的内容（今天 10:00）。网通了会自动更新。')
    await app.tap(/^号码 \d{4}$/)
    await app.sees({ className: 'big-number__digits' })
  })
})

/** Today, so that it stands on the first screen. */
const soon = (given: Parameters<typeof makeActivity>[1] = {}) =>
  activity({
    starts_at: new Date('2026-11-24T14:00:00+08:00'),
    ends_at: new Date('2026-11-24T16:00:00+08:00'),
    ...given,
  })

describe('from the first screen to the number', () => {
  const registersBy = async (app: MiniProgram, taps: readonly (string | RegExp)[]): Promise<void> => {
    for (const target of taps) await app.tap(target)
    await app.sees(CONFIRMED)
  }

  it('it takes two taps in the standard edition', async () => {
    await soon({ title: '两下就好' })
    await registersBy(await residents.open(), [/^报名：两下就好，/, '给自己报名'])
  })

  it('it takes four in the elder edition, from any day', async () => {
    await soon({ title: '四下就好' })
    const app = await residents.open({ phone: residents.phone({ fontSize: 23.8 }) })
    await registersBy(app, ['有什么活动', /^今天/, /^报名：四下就好，/, '给自己报名'])
  })

  it('it asks who comes once: next time whoever came stands there already', async () => {
    const phone = residents.phone()
    const first = await residents.open({ phone, url: registerUrl(await soon()) })
    await first.sees('加一位家人')
    await first.tap('给自己报名')
    await first.sees(CONFIRMED)
    const next = await residents.open({ phone, url: registerUrl(await soon()) })
    await next.sees('我自己')
    expect(next.all('加一位家人')).toEqual([])
    await next.tap('换人来，或再加一位')
    await next.sees('加一位家人')
  })

  it('no line offers what one has, and what is full', async () => {
    await soon({ title: '满了的', capacity: 1 }).then((id) => registered(residents.phone(), id))
    const phone = residents.phone()
    const own = await registered(phone, await soon({ title: '报过的' }))
    await own.until('it is stored', () => isStored(phone, 'registration.mine'))
    await own.close()
    const app = await residents.open({ phone, url: '/pages/activities/index' })
    await app.tap('今天')
    await app.sees('已报名')
    await app.sees(/^报名：两下就好，/)
    for (const title of ['满了的', '报过的']) {
      expect(app.texts({ className: 'activity-row__title' })).toContain(`${title}（示例）`)
      expect(app.all(new RegExp(`^报名：${title}，`))).toEqual([])
    }
  })

  it('what is not open yet says so before anybody fills anything in', async () => {
    const id = await soon({ opens_at: new Date('2026-11-24T12:00:00+08:00') })
    const app = await residents.open({ url: registerUrl(id) })
    await app.sees('今天 12:00 开始报名')
    expect(app.all('给自己报名')).toEqual([])
  })
})

describe('asking for help', () => {
  it('stands as not needed, and takes what is wanted where it is', async () => {
    const id = await activity()
    const app = await residents.open({ url: registerUrl(id) })
    expect(app.texts({ className: 'tag--chosen' })).toEqual(['不用'])
    await app.tap('要帮忙')
    await app.type({ tag: 'input', label: '要帮什么？' }, '坐轮椅')
    await app.tap('给自己报名')
    await app.sees(CONFIRMED)
    const { rows } = await sql<{ wanted: string | null }>`
      select help_wanted as wanted from registration where activity_id = ${id}`.execute(db())
    expect(rows).toEqual([{ wanted: '坐轮椅' }])
  })
})

describe('the elder edition', () => {
  it('gives what the activity asks a screen of its own, after who comes', async () => {
    const questions = JSON.stringify([
      { id: 'shoes', text: '鞋码？', required: true, kind: 'text', longest: 5 },
    ])
    const app = await residents.open({
      url: registerUrl(await activity({ questions })),
      phone: residents.phone({ fontSize: 23.8 }),
    })
    await app.sees('谁来参加？')
    await app.sees('来的时候要帮忙吗？')
    expect(app.all('鞋码？')).toEqual([])
    await app.tap('下一步')
    await app.type({ tag: 'input', label: '鞋码？' }, '38')
    expect(app.all('谁来参加？')).toEqual([])
    await app.tap('给自己报名')
    await app.sees(CONFIRMED)
  })
})
