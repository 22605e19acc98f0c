import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { posterOf } from '../../support/activities/codes'
import { admit } from '../../support/api/people'
import { builtFor } from '../../support/mini-program/builds'
import { livingResidents } from '../../support/mini-program/residents'
import { hallOf, WAY } from '../check-in-desk/hall'

const residents = livingResidents()
const hall = hallOf(residents)
const api = () => residents.backend().api

const NOT_OPENED = '这一页没能打开。可能是没有网，这一页还没下载到手机上。'
const asked = ({
  record,
}: {
  readonly record: { readonly calls: readonly { api: string; options: unknown }[] }
}) => record.calls.filter(({ api: name }) => name === 'showModal').map(({ options }) => options)

/** A phone on which WeChat has the main package only, whose owner taps one button after the other. */
const withoutSubpackages = (...taps: readonly ('confirm' | 'cancel')[]) => {
  const left = [...taps]
  return {
    unfetched: new Set(['activity', 'me', 'office', 'circle', 'news', 'search', 'staff']),
    answering: () => left.shift() ?? 'cancel',
  }
}

describe('a page that lies in a package which WeChat has not fetched, without a network', () => {
  it('我的报名 says so, is tried again where one wants that, and opens once the network is back', async () => {
    const phone = residents.phone(withoutSubpackages('confirm', 'cancel', 'confirm'))
    const app = await residents.open({ phone, url: '/pages/me/index' })
    phone.network.goOffline()
    await app.tap(/^我的报名/)
    expect(asked(app)).toEqual(
      Array(2).fill({ title: '', content: NOT_OPENED, confirmText: '再试一次', cancelText: '回首页' }),
    )
    expect(app.route()).toBe('pages/home/index')

    await app.tapTab('我的')
    phone.network.goOnline()
    await app.tap(/^我的报名/)
    expect(app.route()).toBe('activity/pages/mine/index')
    expect(asked(app)).toHaveLength(2)
  })

  it('a second tap while it is asked what to do starts nothing more', async () => {
    const phone = residents.phone(withoutSubpackages('cancel'))
    const app = await residents.open({ phone, url: '/pages/me/index' })
    phone.network.goOffline()
    await app.tap(/^我的集章/)
    expect(app.record.askedToGo.filter((name) => name === 'navigateTo')).toHaveLength(1)
    expect(app.route()).toBe('pages/home/index')
  })

  it('after a check-in the stamps say so, and what was checked in stays', async () => {
    const poster = await posterOf(api(), await admit(api().db, 'admin'))
    const phone = residents.phone(withoutSubpackages('cancel'))
    const app = await residents.open({
      phone,
      url: `/pages/scan/index?q=${encodeURIComponent(`https://street.example/p/${poster}`)}`,
    })
    await app.tap('打卡')
    await app.sees(/^打卡成功/)
    phone.network.goOffline()
    await app.tap('看我的集章')
    expect(asked(app)).toHaveLength(1)
    expect(app.route()).toBe('pages/home/index')
  })

  it('the check-in desk of staff says so', async () => {
    const phone = await hall.staffPhone()
    const before = await residents.open({ phone, url: '/staff/pages/door/index', way: WAY })
    await before.close()
    Object.assign(phone, withoutSubpackages('cancel'))
    const app = await residents.open({ phone, url: '/pages/me/index', way: WAY })
    phone.network.goOffline()
    await app.tap(/^工作人员/)
    expect(asked(app)).toHaveLength(1)
    expect(app.route()).toBe('pages/home/index')
  })
})

it('what most open next is fetched while the page before it is read', () => {
  const { preloadRule, subPackages } = JSON.parse(readFileSync(join(builtFor(WAY), 'app.json'), 'utf8')) as {
    preloadRule: Record<string, { network: string; packages: string[] }>
    subPackages: readonly { root: string }[]
  }
  const fetched = (page: string) => preloadRule[page]?.packages.map((root) => root.replace(/\/$/, '')) ?? []
  expect(fetched('pages/home/index')).toEqual(expect.arrayContaining(['activity', 'me', 'office', 'search']))
  expect(fetched('pages/me/index')).toEqual(expect.arrayContaining(['activity', 'me', 'staff']))
  expect(fetched('pages/scan/index')).toEqual(expect.arrayContaining(['me', 'activity']))
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  for (const { network, packages } of Object.values(preloadRule)) {
    expect(network).toBe('all')
    expect(roots).toEqual(expect.arrayContaining(packages.map((root) => root.replace(/\/$/, ''))))
  }
})

describe('what nobody caught', () => {
  const reports = (app: { readonly record: { readonly sent: readonly { to: string; body: string }[] } }) =>
    app.record.sent.filter(({ to, body }) => `${to} ${body}`.includes('client.reportFault'))

  it('reaches the log of the backend with the page and its place in the code, once', async () => {
    const app = await residents.open({ url: '/pages/me/index' })
    const text = 'TypeError: undefined is not a function\n    at tap (app.js:1:234)'
    app.tellOfError(text)
    app.tellOfError(text)
    app.tellOfRejection({ errMsg: 'navigateTo:fail timeout' })
    await app.until('both were told', () => reports(app).length === 2)
    const [error, rejection] = reports(app).map(({ body }) => JSON.stringify(body))
    expect(error).toContain('undefined is not a function')
    expect(error).toContain('pages/me/index')
    expect(error).toContain('app.js:1:234')
    expect(rejection).toContain('navigateTo:fail timeout')
  })
})
