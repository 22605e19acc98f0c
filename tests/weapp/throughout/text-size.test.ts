import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()
const CARE = 23.8

const barCalls = (calls: readonly { api: string }[]): string[] =>
  calls.map(({ api }) => api).filter((api) => api.endsWith('TabBar'))

describe('a phone whose WeChat font is at 关怀 size', () => {
  it('opens the elder edition by itself: four things, no tab bar, and a way back', async () => {
    const app = await residents.open({ phone: residents.phone({ fontSize: CARE }) })
    for (const door of ['有什么活动', '找会客厅', '扫一扫', '打电话']) expect(app.all(door)).toHaveLength(1)
    expect(app.text()).toContain('已按您的微信字号放大 · 改回标准')
    expect(barCalls(app.record.calls).at(-1)).toBe('hideTabBar')
    await app.tap('打电话')
    expect(app.record.calls).toContainEqual({
      api: 'makePhoneCall',
      options: { phoneNumber: '0571-55550100' },
    })

    await app.tap('改回标准')
    expect(app.lines()).toContain('扫码打卡')
    expect(barCalls(app.record.calls).at(-1)).toBe('showTabBar')
  })

  it('opens it also on a page that a card leads to', async () => {
    const phone = residents.phone({ fontSize: CARE })
    const app = await residents.open({ phone, url: '/office/pages/office/index?id=wutong-hall', scene: 1007 })
    expect(app.text()).toContain('已按您的微信字号放大 · 改回标准')
    expect(app.all({ className: 'frame--elder' })).toHaveLength(1)
  })

  it('remembers who went back to the standard edition', async () => {
    const phone = residents.phone({ fontSize: CARE })
    await (await residents.open({ phone })).tap('改回标准')
    const again = await residents.open({ phone })
    expect(again.lines()).toContain('扫码打卡')
    expect(again.all({ className: 'frame--elder' })).toEqual([])
  })

  it('scales the text by WeChat’s own factor, at most twice', async () => {
    const scaleOf = async (fontSize: number): Promise<number> => {
      const app = await residents.open({ phone: residents.phone({ fontSize }) })
      const style =
        app.all({ className: 'frame' }).map(({ attributes }) => String(attributes['style']))[0] ?? ''
      return Number(/--text-scale:\s*([\d.]+)/.exec(style)?.[1])
    }
    expect(await scaleOf(17)).toBe(1)
    expect(await scaleOf(20.4)).toBeCloseTo(1.2)
    expect(await scaleOf(CARE)).toBeCloseTo(1.4)
    expect(await scaleOf(60)).toBe(2)
  })
})

describe('the elder edition', () => {
  it('is one choice away from 我的, with sizes up to the largest', async () => {
    const app = await residents.open()
    await app.tapTab('我的')
    await app.tap('字号和长辈版')
    await app.tap(/^长辈版/)
    await app.tap('最大')
    await app.back()
    expect(app.all({ className: 'frame--elder' })).toHaveLength(1)
    await app.tap('回首页')
    expect(app.all('有什么活动')).toHaveLength(1)
  })
})

describe('a theme that was chosen', () => {
  const themes = (calls: readonly { api: string; options: unknown }[], api: string) =>
    calls.filter((call) => call.api === api).map(({ options }) => options)

  it('is on bars and grounds too, is there at the next start, and goes back to the phone’s', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone })
    await app.tapTab('我的')
    await app.tap('字号和长辈版')
    expect(themes(app.record.calls, 'setNavigationBarColor')).toEqual([])
    await app.tap(/^深色，/)
    expect(app.all({ className: 'theme-dark' })).toHaveLength(1)
    expect(themes(app.record.calls, 'setNavigationBarColor').at(-1)).toMatchObject({
      frontColor: '#ffffff',
      backgroundColor: '#1E1812',
    })
    await app.back()
    expect(themes(app.record.calls, 'setTabBarStyle').at(-1)).toMatchObject({ backgroundColor: '#2A221A' })
    expect(themes(app.record.calls, 'setTabBarItem').at(-1)).toMatchObject({
      index: 3,
      iconPath: '/theme/tab-bar/dark/me-off.png',
    })

    const again = await residents.open({ phone })
    expect(again.all({ className: 'theme-dark' })).toHaveLength(1)
    expect(themes(again.record.calls, 'setNavigationBarColor')).not.toEqual([])
    await again.tapTab('我的')
    await again.tap('字号和长辈版')
    await again.tap(/^跟随手机，/)
    expect(again.all({ className: 'theme-light' })).toHaveLength(1)
    expect(themes(again.record.calls, 'setNavigationBarColor').at(-1)).toMatchObject({
      backgroundColor: '#FFF9F2',
    })
  })

  it('stays light on a phone in the dark', async () => {
    const phone = residents.phone({ theme: 'dark' })
    const app = await residents.open({ phone, url: '/me/pages/display/index' })
    expect(app.all({ className: 'theme-dark' })).toHaveLength(1)
    await app.tap(/^浅色，/)
    expect(app.all({ className: 'theme-light' })).toHaveLength(1)
  })
})
