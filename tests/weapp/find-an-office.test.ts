import { livingResidents } from '../support/mini-program/residents'
import { WAYS } from '../support/mini-program/builds'

const residents = livingResidents()

describe.each(WAYS)('somebody who looks for an office, by %s', (way) => {
  it('comes from the first screen through the directory to the office and calls it', async () => {
    const app = await residents.open({ way })
    expect(app.title()).toBe('云溪会客厅')
    expect(app.lines()).toEqual(
      expect.arrayContaining([
        '云溪街道有 6 处会客厅和服务点',
        '现在 5 处开着，1 处几点开门还没问到。',
        '云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。核实请打 0571-55550100。',
      ]),
    )

    await app.tap('看全部会客厅')
    expect([app.route(), app.title(), app.depth()]).toEqual(['office/pages/list/index', '找会客厅', 2])
    expect(app.text()).toContain('梧桐里百姓会客厅营业中（至 20:00）云溪二小对面')

    await app.tap('梧桐里百姓会客厅')
    expect([app.route(), app.title(), app.depth()]).toEqual(['office/pages/office/index', '梧桐里', 3])
    expect(app.lines()).toEqual(
      expect.arrayContaining([
        '营业中（至 20:00）',
        '0571-55550101',
        '24小时自助服务区',
        '加梯咨询',
        '95 厘米',
      ]),
    )
    await app.tap('打电话')
    expect(app.record.calls).toContainEqual({
      api: 'makePhoneCall',
      options: { phoneNumber: '0571-55550101' },
    })

    await app.back()
    await app.back()
    expect(app.route()).toBe('pages/home/index')
    expect(app.record.sent.every((sent) => sent.way === way)).toBe(true)
  })

  it('finds it by what is to be done, whatever the residents call it', async () => {
    const app = await residents.open({ way, url: '/office/pages/list/index' })
    await app.type({ tag: 'input' }, '装电梯')
    expect(app.text()).toContain('能办“装电梯”的有 2 处')
    expect(app.all('青石桥百姓会客厅')).toEqual([])
    await app.type({ tag: 'input' }, '修手表')
    expect(app.lines()).toContain('没有一处写着能办“修手表”。换个说法试试，或打 12345 问一问。')
    await app.tap('看全部')
    expect(app.all('梧桐里百姓会客厅')).toHaveLength(1)
  })

  it('chooses a compound once, and finds the nearest office on the first screen from then on', async () => {
    const phone = residents.phone()
    const app = await residents.open({ way, phone })
    await app.tap('选小区')
    await app.tap('梧桐东苑')
    expect(app.route()).toBe('pages/home/index')
    expect(app.text()).toContain('离您的小区最近：梧桐里，营业中（至 20:00）')

    const again = await residents.open({ way, phone })
    expect(again.text()).toContain('离您的小区最近：梧桐里，营业中（至 20:00）')
    expect(again.record.privateCalls).toEqual([])
  })

  it('lands on an office from a forwarded card and gets home from there', async () => {
    const app = await residents.open({
      way,
      url: '/office/pages/office/index?id=old-wutong-hall',
      scene: 1007,
    })
    expect(app.lines()).toContain('已经搬走，请去梧桐里百姓会客厅')
    await app.tap('看新的地方')
    expect(app.title()).toBe('梧桐里')
    expect(await app.share()).toEqual({
      title: expect.stringContaining('梧桐里百姓会客厅') as string,
      path: '/office/pages/office/index?id=wutong-hall',
    })
  })

  it('opens the map at the step-free entrance, in the datum of WeChat’s map', async () => {
    const app = await residents.open({ way, url: '/office/pages/office/index?id=wutong-hall' })
    await app.tap('带我去')
    const [opened] = app.record.calls.filter(({ api }) => api === 'openLocation')
    // The street door stands at 120.11805, 30.21545 in WGS-84, which GCJ-02 shifts by half a kilometre here.
    expect(opened?.options).toMatchObject({
      name: '梧桐里百姓会客厅',
      longitude: expect.closeTo(120.12283, 4) as number,
      latitude: expect.closeTo(30.21317, 4) as number,
    })
  })
})

describe('an office that is closed', () => {
  it('says when it opens and who helps meanwhile before it lets one call', async () => {
    const phone = residents.phone({ clock: Date.parse('2026-11-24T21:30:00+08:00') })
    const app = await residents.open({ phone, url: '/office/pages/office/index?id=qingshi-hall' })
    await app.tap('打电话')
    expect(app.lines()).toContain('现在休息，明天 9:00 开门。急事请打 12345')
    expect(app.record.calls.map(({ api }) => api)).not.toContain('makePhoneCall')
    await app.tap('打 12345')
    expect(app.record.calls).toContainEqual({ api: 'makePhoneCall', options: { phoneNumber: '12345' } })
  })
})
