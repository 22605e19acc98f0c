import { posterOf, scan } from '../../support/activities/codes'
import { act, done } from '../../support/activities/activities'
import { admit } from '../../support/api/people'
import { livingResidents } from '../../support/mini-program/residents'
import { DOOR, doorUrl, entriesAt, hallOf, plusOne, typeNumber, WAY } from './hall'

const residents = livingResidents()
const hall = hallOf(residents)
const db = () => residents.backend().api.db

describe('the door screen of staff', () => {
  it('lets in 0527, adds one without a phone, and the total rises by two', async () => {
    const id = await hall.makeClass({ title: '中国结课' })
    const { registrationId } = await hall.makeParty(id, '王秀英')
    await db().updateTable('registration').set({ number: 527 }).where('id', '=', registrationId).execute()
    const app = await hall.open(await hall.staffPhone(), DOOR)
    await app.tap({ role: 'link', label: /中国结课/ })
    await app.sees('共 0 位')
    await typeNumber(app, '0527')
    // The masked name before anything is confirmed.
    await app.sees({ text: '王**', className: 'title' })
    expect(await entriesAt(residents, id)).toEqual([])
    await app.tap('签到')
    await app.sees('王** 已签到')
    await plusOne(app)
    await app.sees('无手机 1 位')
    await app.sees('共 2 位')
    expect((await entriesAt(residents, id)).map(({ kind, member }) => [kind, member])).toEqual([
      ['attended', true],
      ['walk_in', false],
    ])
  })

  it('lets in twenty mixed arrivals with one tap each once they are found, heads without a phone counted apart', async () => {
    const id = await hall.makeClass()
    const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六']
    const [byNumber, alsoByNumber, byTicket, alsoByTicket] = await Promise.all(
      names.slice(0, 4).map((name) => hall.makeParty(id, name)),
    )
    const family = await hall.makeParty(id, '郑七', [
      ['冯奶奶', 1948],
      ['小明', 2018],
    ])
    for (const name of names.slice(4)) await hall.makeParty(id, name)
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    const isNowAt = (count: number) => app.sees(`共 ${count} 位`)

    for (const party of [byNumber, alsoByNumber]) {
      await typeNumber(app, party?.number ?? '')
      await app.tap('签到')
    }
    await isNowAt(2)
    for (const party of [byTicket, alsoByTicket]) {
      app.phone.codeInSight = party?.ticket ?? null
      await app.tap('扫票')
      await app.tap('签到')
    }
    await isNowAt(4)
    app.phone.codeInSight = family.ticket
    await app.tap('扫票')
    await app.tap('3 位签到')
    await app.sees('郑** 等 3 位 已签到')
    for (const surname of ['周', '吴']) {
      await app.tap('找姓氏')
      await app.tap({ role: 'button', label: surname })
      await app.tap('签到')
    }
    await isNowAt(9)
    for (let head = 0; head < 11; head += 1) await plusOne(app)
    await app.sees('无手机 11 位')
    await isNowAt(20)
    expect(app.one({ label: '报名到场 9 位，共报名 9 位' })).toBeDefined()
    expect(app.one({ label: '没有手机的 11 位' })).toBeDefined()
    const entries = await entriesAt(residents, id)
    expect([entries.length, entries.filter(({ member }) => member).length]).toEqual([20, 9])
  })

  it('offers of a ticket that is scanned again those who are still expected', async () => {
    const id = await hall.makeClass()
    const { ticket } = await hall.makeParty(id, '郑七', [['冯奶奶', 1948]])
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    app.phone.codeInSight = ticket
    await app.tap('扫票')
    await app.tap({ role: 'button', label: '已选中，冯**' })
    await app.tap('签到')
    await app.sees('郑** 已签到')
    await app.tap('扫票')
    expect(app.all({ role: 'button', label: '已选中，郑**' })).toEqual([])
    await app.tap('签到')
    await app.sees('冯** 已签到')
    await app.tap('扫票')
    await app.sees('都到了，不用再签。')
  })

  it('gives one gift each, and takes a check-in back with its gift for a reason', async () => {
    const id = await hall.makeClass()
    const { number } = await hall.makeParty(id, '李国强')
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    await typeNumber(app, number)
    await app.tap('签到')
    await app.tap('礼品已领')
    await typeNumber(app, number)
    await app.sees(/^礼品 今天 10:0\d 领了$/)
    expect(app.all('礼品已领')).toEqual([])
    await app.tap('回到门口')
    await app.tap({ label: '刚才签到的，礼品、撤销' })
    await app.tap({ role: 'button', label: /^李\*\*，/ })
    await app.tap('撤销')
    await app.tap('点错人了')
    await app.sees('李** 的签到已撤销')
    await app.sees('共 0 位')
    expect(await entriesAt(residents, id)).toEqual([])
    const { reason } = await db()
      .selectFrom('check_in_history')
      .select('reason')
      .where('act', '=', 'undone')
      .where('entry_id', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(reason).toBe('点错人了')
  })

  it('gives the seats of who has not come to walk-ins, after it was asked', async () => {
    const id = await hall.makeClass({
      capacity: 1,
      starts_at: new Date('2026-11-24T10:00:00+08:00'),
      ends_at: new Date('2026-11-24T11:30:00+08:00'),
      closes_at: new Date('2026-11-24T10:00:00+08:00'),
    })
    // Registered in time, for a start that was moved since.
    await db()
      .updateTable('activity')
      .set({ starts_at: new Date('2026-11-24T10:30:00+08:00'), closes_at: null })
      .where('id', '=', id)
      .execute()
    await hall.makeParty(id, '晚来')
    await db()
      .updateTable('activity')
      .set({ starts_at: new Date('2026-11-24T09:40:00+08:00') })
      .where('id', '=', id)
      .execute()
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    await plusOne(app)
    await app.sees('满了，没有空位。可以先放出没来的位子。')
    await app.tap('放出没来的 1 个位子')
    await app.tap('放出')
    await app.sees('放出了 1 个位子')
    await plusOne(app)
    await app.sees('无手机 1 位')
  })
})

describe('whom the door does not open for', () => {
  it('a resident reads whose page it is, and goes home', async () => {
    const app = await residents.open({ url: DOOR, way: WAY })
    await app.sees('这一页只给工作人员看')
    await app.tap('回首页')
    expect(app.route()).toBe('pages/home/index')
  })

  it('a resident has no way there on 我的, staff have', async () => {
    const resident = await residents.open({ url: '/pages/me/index', way: WAY })
    expect(resident.all('工作人员')).toEqual([])
    const phone = await hall.staffPhone('office')
    await (await hall.open(phone, DOOR)).close()
    const app = await hall.open(phone, '/pages/me/index')
    await app.tap('工作人员')
    expect(app.route()).toBe('staff/pages/door/index')
  })
})

describe('what a door does not take', () => {
  it('says that the camera is off, and which other ways there are', async () => {
    const app = await hall.open(await hall.staffPhone(), doorUrl(await hall.makeClass()))
    app.phone.camera = 'denied'
    await app.tap('扫票')
    await app.sees('相机没有打开。请输号码或找姓氏；要扫票，请在微信的设置里允许用相机。')
  })

  it('says of another activity’s ticket and number which and when, and holds off after five wrong ones', async () => {
    const [id, other] = [await hall.makeClass(), await hall.makeClass({ title: '剪纸课' })]
    const { ticket, number } = await hall.makeParty(other, '王秀英')
    const elsewhere = '这是另一个活动的：剪纸课，周二 11月24日 10:30。请到那边签到。'
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    app.phone.codeInSight = ticket
    await app.tap('扫票')
    await app.sees(elsewhere)
    await typeNumber(app, number)
    await app.sees(elsewhere)
    const again = async () => {
      for (const digit of number) await app.tap({ role: 'button', label: digit })
    }
    for (let wrong = 1; wrong < 5; wrong += 1) await again()
    await again()
    await app.sees(/^号码输错太多次了，请.*以后再输，或按姓氏查找。$/)
  })

  it('leads from a wall screen’s code to pairing it', async () => {
    const app = await hall.open(await hall.staffPhone('office'), doorUrl(await hall.makeClass()))
    app.phone.codeInSight = 'https://caoyang.example/c/pair.Zm9vYmFy'
    await app.tap('扫票')
    expect(app.route()).toBe('staff/pages/screens/index')
  })

  it.each([
    ['https://elsewhere.example/', '这不是我们的票。请扫街坊手机里“我的报名”的码，或输号码。'],
    [
      'https://caoyang.example/p/Ab3_x-9~',
      '这是门口的码，给街坊自己扫的。请扫街坊手机里“我的报名”的票，或输号码。',
    ],
  ])('says of %s what it is', async (code, sentence) => {
    const app = await hall.open(await hall.staffPhone(), doorUrl(await hall.makeClass()))
    app.phone.codeInSight = code
    await app.tap('扫票')
    await app.sees(sentence)
  })
})

describe('beside the doors of today', () => {
  const ways = ['点名册', '大屏', '地图报错']
  const waysOf = async (role: 'office' | 'scanner') => {
    const app = await hall.open(await hall.staffPhone(role), DOOR)
    await app.sees('今天在哪个门口？')
    return ways.map((way) => app.all({ role: 'link', label: new RegExp(`^${way}`) }).length)
  }

  it('office staff find each of their other work once; a scanner stands at doors only', async () => {
    await hall.makeClass()
    expect(await waysOf('office')).toEqual([1, 1, 1])
    expect(await waysOf('scanner')).toEqual([0, 0, 0])
  })

  it('office staff take a visit of today back, which asks why', async () => {
    const { api } = residents.backend()
    const who = await admit(api.db)
    await done(act(api, 'family.describeMyself', who, { callName: '欧阳敏', born: null }))
    const { visit } = await scan(api, `p/${await posterOf(api, await admit(api.db, 'admin'))}`, who)
    const app = await hall.open(await hall.staffPhone('office'), DOOR)
    // Others of these tests came at the same minute.
    if (app.all(/^全部 \d+ 位$/).length > 0) await app.tap(/^全部 \d+ 位$/)
    await app.tap({ role: 'button', label: /^欧\*\*，/ })
    await app.sees('撤销 欧** 的到访？')
    await app.tap('不撤销')
    await app.tap({ role: 'button', label: /^欧\*\*，/ })
    await app.tap('人没有来')
    await app.until('the visit is gone', () => app.all(/^欧\*\*/).length === 0)
    const row = await db()
      .selectFrom('visit')
      .select('undone_at')
      .where('id', '=', visit.visitId)
      .executeTakeFirst()
    expect(row?.undone_at).not.toBeNull()
  })
})
