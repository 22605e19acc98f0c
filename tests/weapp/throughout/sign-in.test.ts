import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { posterOf } from '../../support/activities/codes'
import { admit } from '../../support/api/people'
import { BUILD_ORIGIN } from '../../support/backend/wechat'
import type { Phone } from '../../support/mini-program/phone/phone'
import { livingResidents } from '../../support/mini-program/residents'
import { doorUrl, hallOf, plusOne } from '../check-in-desk/hall'

const residents = livingResidents()
const hall = hallOf(residents)
const api = () => residents.backend().api

const MINE = '/activity/pages/mine/index'
const FAILED = '微信登录没有成功'
const FAILED_ACT = '微信登录没有成功，还没办成。请再点一次；还不行，请关掉小程序再打开，急事请打 12345。'

/** Online, but WeChat gives no code to sign in with. */
function refuseLogin(phone: Phone): () => void {
  const { outside } = phone
  phone.outside = { hosts: outside.hosts ?? {}, functions: outside.functions ?? {} }
  return () => {
    phone.outside = outside
  }
}

const busy: Server = createServer((request, response) => {
  request.resume()
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '5' })
  response.end(JSON.stringify({ ok: false, fault: 'overloaded', retryAfterSeconds: 5 }))
})
beforeAll(() => new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => busy.close(resolve)))

const codeAt = async (): Promise<string> =>
  `https://street.example/p/${await posterOf(api(), await admit(api().db, 'admin'))}`

describe('a sign-in that does not succeed in WeChat', () => {
  it('is told as what it is where WeChat refuses it: no missing network, and no way to WeChat', async () => {
    const phone = residents.phone()
    const allow = refuseLogin(phone)
    const app = await residents.open({ phone, url: MINE, way: 'request' })
    await app.sees(FAILED)
    expect(app.text()).not.toMatch(/连不上网|在微信里打开|用微信打开/)
    allow()
    await app.tap('重试')
    await app.until('the page is there', () => app.all(FAILED).length === 0)
  })

  it('says that too many are there where the backend has no time', async () => {
    const phone = residents.phone()
    const { port } = busy.address() as AddressInfo
    phone.outside = { ...phone.outside, hosts: { [BUILD_ORIGIN]: `http://127.0.0.1:${port}` } }
    const app = await residents.open({ phone, url: MINE, way: 'request' })
    await app.sees('现在用的人太多')
    expect(app.text()).not.toContain('微信')
  })

  it('says that there is no network where there is none', async () => {
    const phone = residents.phone()
    phone.network.goOffline()
    const app = await residents.open({ phone, url: MINE, way: 'request' })
    await app.sees('现在连不上网')
  })

  it('leaves who scans online with the tap, and promises no upload when a network comes', async () => {
    const phone = residents.phone()
    const allow = refuseLogin(phone)
    const app = await residents.open({
      phone,
      url: `/pages/scan/index?q=${encodeURIComponent(await codeAt())}`,
      way: 'request',
    })
    await app.tap('打卡')
    await app.sees(FAILED_ACT)
    expect(app.text()).not.toMatch(/联网后|用微信打开/)
    allow()
    await app.tap('打卡')
    await app.sees(/^打卡成功/)
  })

  it('is what a scan waits for that was written down before', async () => {
    const phone = residents.phone({ codeInSight: await codeAt() })
    const app = await residents.open({ phone, way: 'request' })
    phone.network.goOffline()
    await app.tap('扫码打卡')
    await app.sees('已记下，联网后自动上传')
    const allow = refuseLogin(phone)
    phone.network.goOnline()
    await app.sees('已记下，登录成功后自动上传')
    allow()
    app.clock.pace = 50
    await app.sees(/^打卡成功/)
    app.clock.pace = 1
  })

  it('leaves the list at the door, and says there what waits for it', async () => {
    const id = await hall.makeClass()
    const phone = await hall.staffPhone()
    const before = await hall.open(phone, doorUrl(id))
    await before.sees('共 0 位')
    await before.close()
    phone.storage.remove('session-2')
    refuseLogin(phone)
    const app = await hall.open(phone, doorUrl(id))
    await app.sees('共 0 位')
    await plusOne(app)
    await app.sees('1 条记在这部手机上，登录成功后自动上传。请不要删除小程序。')
    expect(app.text()).not.toContain('联网后')
  })
})
