import { fakeWechatCodes, type FakeWechatCodes } from '../../../cloud/gateways/wechat/codes-fake'
import { admit } from '../../support/api/people'
import { WAYS } from '../../support/mini-program/builds'
import { isStored, livingResidents } from '../../support/mini-program/residents'
import { act, done, makeActivity } from '../../support/activities/activities'

const residents = livingResidents({
  drawCode: (request) => account?.draw(request) ?? Promise.resolve({ kind: 'later' }),
})
const MARKET = '/activity/pages/activity/index?id=reed-market-20261128'
const FIVE_MINUTES_LATER = Date.parse('2026-11-24T10:05:00+08:00')
const api = () => residents.backend().api

const change = async (activityId: string, kind: string, place: string | null = null): Promise<void> => {
  const editor = await admit(api().db, 'editor')
  await done(act(api(), 'activity.change', editor, { activityId, kind, place, startsAt: null }))
}

describe.each(WAYS)('somebody who looks what is on, by %s', (way) => {
  it('comes from the first screen by day to an activity, and on to registering', async () => {
    const app = await residents.open({ way })
    expect(app.text()).toContain('14:00周五剪纸课（示例）云溪社区综合服务中心还有 20 个名额')
    await app.tap('看全部活动')
    expect([app.route(), app.title()]).toEqual(['pages/activities/index', '活动'])
    expect(app.lines()).toEqual(
      expect.arrayContaining(['近一个月有 7 个活动', '周五 11月27日', '周六 11月28日', '周六 12月5日']),
    )
    await app.tap(/^14:00至 16:00剪纸课/)
    expect([app.route(), app.title()]).toEqual(['activity/pages/activity/index', '活动'])
    expect(app.all(/^剪纸课/)).toHaveLength(1)
    expect(app.one({ className: 'activity-scene' }).attributes['style']).toContain('data:image/svg+xml')
    expect(app.text()).toContain('周五 11月27日')
    expect(app.lines()).toEqual(expect.arrayContaining(['还有 20 个名额（共 20 个）', '60 岁以上', '老花镜']))
    await app.tap('我要报名')
    expect(app.route()).toBe('activity/pages/register/index')
  })
})

describe('the list', () => {
  it('narrows at once and without a call, and leads on where nothing is found', async () => {
    const app = await residents.open({ url: '/pages/activities/index' })
    const calls = app.record.sent.length
    await app.tap('周末')
    expect(app.lines()).toContain('这个周末有 2 个活动')
    await app.tap('今天')
    expect(app.lines()).toContain('今天没有活动')
    await app.tap('看全部活动')
    expect(app.lines()).toContain('近一个月有 7 个活动')
    await app.tap('更多筛选')
    await app.tap('市集')
    expect(app.texts({ className: 'activity-row__title' })).toEqual(Array(3).fill('芦岸市集（示例）'))
    expect(app.record.sent).toHaveLength(calls)
  })

  it('asks the backend whom an activity is for, by age alone', async () => {
    const app = await residents.open({ url: '/pages/activities/index' })
    await app.tap('更多筛选')
    await app.tap('孩子')
    expect(app.all(/剪纸课/)).toEqual([])
    await app.tap('70 岁以上')
    expect(app.all(/^14:00至 16:00剪纸课/)).toHaveLength(1)
    expect(app.record.sent.at(-1)?.body).toContain('"age":75')
  })

  it('shows without a network what was last seen, narrowed as one likes', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: '/pages/activities/index' })
    await before.until('the list is stored', () => isStored(phone, 'activity.list'))
    await before.close()

    phone.network.goOffline()
    phone.clock = FIVE_MINUTES_LATER
    const app = residents.start({ phone, url: '/pages/activities/index' })
    await app.sees('近一个月有 7 个活动')
    await app.sees('这是上次看到的内容（今天 10:00）。网通了会自动更新。')
    await app.tap('周末')
    expect(app.lines()).toContain('这个周末有 2 个活动')
  })

  it('asks one question in the elder edition, and answers it on a screen of its own', async () => {
    const app = await residents.open({
      url: '/pages/activities/index',
      phone: residents.phone({ fontSize: 23.8 }),
    })
    expect(app.lines()).toContain('想看哪天的活动？')
    expect(app.all({ className: 'activity-row' })).toEqual([])
    await app.tap({ role: 'button', label: '周末，2 个活动' })
    expect(app.lines()).toContain('这个周末有 2 个活动')
    await app.tap('换个日子看')
    expect(app.lines()).toContain('想看哪天的活动？')
  })
})

describe('an activity', () => {
  it('needs no registration where one just comes, and says what a market has', async () => {
    const app = await residents.open({ url: MARKET })
    expect(app.lines()).toEqual(
      expect.arrayContaining(['不用报名，直接来', '公益 1 个、手作 2 个、小吃 1 个']),
    )
    expect(app.text()).toContain('厕所有母婴室没有饮水有')
    expect(app.all('我要报名')).toEqual([])
    await app.tap('打现场电话 0571-55550110')
    expect(app.record.calls).toContainEqual({
      api: 'makePhoneCall',
      options: { phoneNumber: '0571-55550110' },
    })
    await app.tap(/^10:00至 11:30灯笼工作坊/)
    await app.sees({ className: 'title', text: '灯笼工作坊' })
    await app.tap('看整个市集')
    await app.sees({ className: 'title', text: '芦岸市集' })
  })

  it('opens the map only where the position is certain', async () => {
    const { db } = api()
    const certain = await makeActivity(db, { office_id: 'wutong-hall' })
    const estimated = await makeActivity(db, { office_id: 'riders-lounge' })
    const app = await residents.open({ url: `/activity/pages/activity/index?id=${certain}` })
    await app.tap('带我去')
    expect(app.record.calls.map(({ api }) => api)).toContain('openLocation')
    const other = await residents.open({ url: `/activity/pages/activity/index?id=${estimated}` })
    expect(other.all('带我去')).toEqual([])
    await other.tap('云溪骑手驿站')
    expect(other.route()).toBe('office/pages/office/index')
  })

  it('lets one wait where it is full, and says how many do', async () => {
    const id = await makeActivity(api().db, { capacity: 1 })
    for (let count = 0; count < 2; count += 1)
      await done(
        act(api(), 'registration.register', await admit(api().db), { activityId: id, party: [null] }),
      )
    const app = await residents.open({ url: `/activity/pages/activity/index?id=${id}` })
    expect(app.lines()).toContain('前面有 1 家在等。有人取消，就按先后给您留好，并告诉您。')
    await app.tap('我要候补')
    expect(app.route()).toBe('activity/pages/register/index')
  })

  it('is read from Moments without signing in, where it leads nowhere', async () => {
    const app = await residents.open({
      url: '/activity/pages/activity/index?id=paper-cutting',
      scene: 1154,
      way: 'request',
    })
    expect(app.lines()).toContain('要报名，请点屏幕下面的“前往小程序”。')
    expect(app.record.sent.every(({ body }) => !body.includes('wechatCode'))).toBe(true)
    expect(await app.shareToMoments()).toEqual({
      title: '周五 11月27日 14:00 剪纸课',
      query: 'id=paper-cutting',
    })
    expect(await app.share()).toEqual({
      title: '周五 11月27日 14:00 剪纸课',
      path: '/activity/pages/activity/index?id=paper-cutting',
    })
  })

  it.each(['No%20Such', 'nobody-knows-it', ''])(
    'that is none (%s) is a sentence with a way on',
    async (id) => {
      const app = await residents.open({ url: `/activity/pages/activity/index?id=${id}` })
      expect(app.lines()).toContain('没有找到这个活动，可能还没发布。请看看别的活动。')
      await app.tap('看全部活动')
      expect(app.route()).toBe('pages/activities/index')
    },
  )

  it('was seen before, and is there again without a network', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: MARKET })
    await before.until('it is stored', () => isStored(phone, 'activity.show') && isStored(phone, 'home.show'))
    await before.close()
    phone.network.goOffline()
    phone.clock = FIVE_MINUTES_LATER
    const app = residents.start({ phone, url: MARKET })
    await app.sees('不用报名，直接来')
    await app.sees(/^这是上次看到的内容/)
    const never = residents.start({ phone, url: '/activity/pages/activity/index?id=boat-reading' })
    await never.sees('现在连不上网')
  })
})

describe('a change', () => {
  it('is loud on the first screen, in the list and on the page, with the new place and the time', async () => {
    const id = await makeActivity(api().db, {
      title: '广场舞',
      starts_at: new Date('2026-11-24T06:00:00Z'),
      ends_at: new Date('2026-11-24T08:00:00Z'),
    })
    await change(id, 'indoors', '武宁二楼')
    const app = await residents.open()
    expect(app.lines()).toEqual(
      expect.arrayContaining(['今天改到室内：武宁二楼', '10:00 更新', '电梯：未核实，请先打电话']),
    )
    await app.tap('打 0571-55550100 问一问')
    expect(app.record.calls).toContainEqual({
      api: 'makePhoneCall',
      options: { phoneNumber: '0571-55550100' },
    })
    await app.tap('看全部活动')
    await app.tap(/^14:00至 16:00改到室内广场舞/)
    expect(app.lines()).toEqual(
      expect.arrayContaining([
        '今天改到室内：武宁二楼',
        '原来在梧桐里会客厅。',
        '10:00 更新',
        '电梯：未核实，请先打电话',
      ]),
    )

    await change(id, 'cancelled')
    await app.back()
    app.clock.pace = 1
    const again = await residents.open({ url: `/activity/pages/activity/index?id=${id}` })
    expect(again.lines()).toEqual(
      expect.arrayContaining(['这个活动取消了', '报过名的，名额已经自动取消，您不用再做什么。']),
    )
    expect(again.all('我要报名')).toEqual([])
    await again.tap('看别的活动')
    expect(again.lines()).toContain('取消了')
  })
})

describe('stalls', () => {
  it('stand by kind, and one can be asked for and taken back', async () => {
    const app = await residents.open({ url: MARKET })
    await app.tap('看全部摊位')
    expect(app.text()).toContain('手作1 号虚构竹编2 号还没有人')
    await app.tap('申请摊位')
    await app.tap('交给工作人员')
    expect(app.lines()).toContain('请写一写摆什么。')
    await app.tap({ role: 'button', text: '手作' })
    await app.type({ tag: 'input' }, '竹编小篮')
    await app.tap('交给工作人员')
    await app.sees('手作：竹编小篮')
    expect(app.lines()).toContain('已经交上去了，等工作人员安排。安排好了会写在这里。')
    await app.tap('收回申请')
    expect(app.lines()).toContain('收回以后，想摆摊要重新申请。要收回吗？')
    await app.tap('收回')
    await app.sees('交给工作人员')
  })
})

describe('the plan of stalls', () => {
  it('has the numbers at their places; a row points at its number, and no plan stands where nothing is placed', async () => {
    const bare = await residents.open({ url: MARKET.replace('pages/activity/', 'pages/stalls/') })
    expect(bare.text()).not.toContain('摊位图')

    const id = await makeActivity(api().db, { kind: 'open', capacity: null, place: '芦荻路' })
    const stall = (number: string, position: { x: number; y: number } | null) => {
      const whom = { called: null, phone: null, note: null }
      return { number, kind: '手作', name: `第 ${number} 家`, hours: null, ...whom, position }
    }
    const stalls = [stall('1', { x: 0.25, y: 0.5 }), stall('2', { x: 1, y: 0 }), stall('3', null)]
    const plan = { activityId: id, version: 0, stalls }
    await done(act(api(), 'stall.savePlan', await admit(api().db, 'editor'), plan))
    const second = await admit(api().db, 'editor')
    await done(act(api(), 'stall.publishPlan', second, { activityId: id, version: 1 }))
    const app = await residents.open({ url: `/activity/pages/stalls/index?id=${id}` })
    expect(app.lines()).toEqual(
      expect.arrayContaining(['摊位图', '芦荻路', '点图上的号，或点下面的一行，看它在哪里。']),
    )
    expect(app.one({ className: 'stall-sign', text: '2' }).attributes['style']).toContain('left: 100%')
    await app.tap({ role: 'button', text: /^1 号/ })
    expect(app.lines()).toContain('1 号：第 1 家')
    expect(app.all({ className: 'stall-sign--pointed' })).toHaveLength(1)
    await app.tap({ className: 'stall-sign', text: '2' })
    expect(app.lines()).toContain('2 号：第 2 家')
    expect(app.all({ role: 'button', text: /^3 号/ })).toEqual([])
  })
})

/** WeChat draws 小程序码 while this is set. */
let account: FakeWechatCodes | null = null

describe('a poster', () => {
  afterEach(() => {
    account = null
  })

  it('carries 小程序码 where there is an account, which leads back to the activity', async () => {
    account = fakeWechatCodes()
    const url = '/activity/pages/poster/index?id=paper-cutting'
    const app = await residents.open({ url, way: 'request' })
    expect(account.drawn).toEqual([
      { page: 'activity/pages/activity/index', scene: 'paper-cutting', width: 430 },
    ])
    // Drawn anew where the name of the app arrives after the activity; with the same code.
    const drawn = app.record.calls.filter(({ api }) => api === 'drawImage')
    expect(new Set(drawn.map(({ options }) => (options as { src: string }).src))).toEqual(
      new Set(['http://usr/code-paper-cutting.jpg']),
    )
    const [{ page, scene } = { page: '', scene: '' }] = account.drawn
    const scanned = await residents.open({ url: `/${page}?scene=${encodeURIComponent(scene)}`, scene: 1047 })
    await scanned.sees('我要报名')
    await scanned.sees({ className: 'title', text: '剪纸课' })
  })

  it('is drawn, and offered to friends and the album', async () => {
    const app = await residents.open({ url: '/activity/pages/poster/index?id=paper-cutting' })
    const written = app.record.calls.filter(({ api }) => api === 'fillText')
    expect(written.map(({ options }) => (options as { text: string }).text)).toEqual(
      expect.arrayContaining(['剪纸课（示例）', '周五 11月27日', '14:00–16:00', '要报名']),
    )
    await app.tap('发给朋友或存下来')
    expect(app.record.calls).toContainEqual({
      api: 'showShareImageMenu',
      options: { path: 'wxfile://tmp_poster.png' },
    })
  })
})
