import { readAppPackage } from '../support/mini-program/package/app-package'
import { builtFor } from '../support/mini-program/builds'
import { textOf } from '../support/mini-program/view/visible-text'
import { livingResidents } from '../support/mini-program/residents'

const residents = livingResidents()

const UNASKED = /^(scan|choose|getUser|getPhone|getWeRun|save|add|open|request|show(Modal|ActionSheet))/

describe('the privacy rules', () => {
  it('leave every page usable: none of them touches anything private by itself', async () => {
    for (const page of readAppPackage(builtFor('callFunction')).pages) {
      const app = await residents.open({ url: `/${page}` })
      expect([page, app.record.privateCalls]).toEqual([page, []])
      // Not private by WeChat's list, but nobody likes a camera or a window that opens by itself.
      expect([page, app.record.calls.map(({ api }) => api).filter((api) => UNASKED.test(api))]).toEqual([
        page,
        [],
      ])
      await app.close()
    }
  })

  it('are asked for in place and in words, before WeChat is asked where the phone is', async () => {
    const app = await residents.open()
    await app.tap('用我的位置')
    expect(app.record.privateCalls).toEqual([])
    expect(app.lines()).toContain(
      '位置只在您的手机上用来算远近，不上传，也不保存。不同意也能用：选小区就行。',
    )
    await app.tap('看隐私保护指引')
    expect(app.record.calls.map(({ api }) => api)).toContain('openPrivacyContract')

    await app.tap('同意，用我的位置')
    expect(app.record.privateCalls).toEqual([{ api: 'getLocation', hadConsent: true }])
    expect(app.text()).toContain('最近的会客厅：梧桐里')
    expect(app.record.sent.map(({ body }) => body).join()).not.toMatch(/120\.1|30\.2/)
  })

  it('may be declined: the way by the compound stays open, and nobody asks again', async () => {
    const app = await residents.open()
    await app.tap('用我的位置')
    await app.tap('不用位置')
    expect(app.lines()).toContain('没有用您的位置，请选小区')
    await app.tap('选小区')
    await app.tap('梧桐东苑')
    expect(app.text()).toContain('离您的小区最近：梧桐里')
    expect(app.record.privateCalls).toEqual([])
  })

  it('once declined leave everything else working: reading, calling, being led, scanning', async () => {
    const phone = residents.phone({ codeInSight: 'https://elsewhere.example/' })
    const app = await residents.open({ phone })
    await app.tap('用我的位置')
    await app.tap('不用位置')
    await app.tap('看全部会客厅')
    await app.tap('梧桐里百姓会客厅')
    await app.tap('打电话')
    await app.tap('带我去')
    await app.back()
    await app.back()
    await app.tap('扫码打卡')
    expect(app.lines()).toContain('这不是会客厅的码')
    expect(app.record.calls.map(({ api }) => api)).toEqual(
      expect.arrayContaining(['makePhoneCall', 'openLocation', 'scanCode']),
    )
    expect(app.record.privateCalls).toEqual([])
  })

  it('are asked for beside the line that says who asks', async () => {
    const app = await residents.open()
    await app.tap('用我的位置')
    const [card] = app.all({ className: 'card--warm' })
    expect(card && textOf(card)).toContain('云溪街道办事处主办。不收费，不要验证码、银行卡、身份证。')
  })

  it('are asked for again only when the resident taps again', async () => {
    const app = await residents.open()
    await app.tap('用我的位置')
    await app.tap('不用位置')
    await app.leaveAndReturn()
    await app.tapTab('我的')
    await app.tapTab('首页')
    expect(app.all('同意，用我的位置')).toEqual([])
    await app.tap('用我的位置')
    expect(app.all('同意，用我的位置')).toHaveLength(1)
  })
})

describe('WeChat’s own permission for the location', () => {
  it('may be denied', async () => {
    const phone = residents.phone({ privacyConsent: true, location: 'would-deny' })
    const app = await residents.open({ phone })
    await app.tap('用我的位置')
    expect(app.lines()).toContain('没有用您的位置，请选小区')
  })

  it('helps little in a basement', async () => {
    const phone = residents.phone({ privacyConsent: true, position: null })
    const app = await residents.open({ phone })
    await app.tap('用我的位置')
    expect(app.lines()).toContain('现在找不到您的位置，请选小区')
  })

  it('once granted is used by itself on the next start', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ phone })
    await app.tap('用我的位置')
    await app.close()
    const again = await residents.open({ phone })
    expect(again.text()).toContain('最近的会客厅：梧桐里')
  })
})
