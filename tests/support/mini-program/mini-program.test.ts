import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { launch, type LaunchOptions } from './launch'
import type { MiniProgram } from './mini-program'
import { createPhone } from './phone/phone'

const folder = join(__dirname, 'fixtures', 'shop-app')
let running: MiniProgram

const start = async (options: Partial<LaunchOptions> = {}): Promise<MiniProgram> => {
  running = launch({ folder, ...options })
  await running.settled()
  return running
}

afterEach(() => running.close())

describe('a mini-program on the fake phone', () => {
  it('shows what its templates make of its data, components included', async () => {
    const app = await start()
    expect(app.lines()).toEqual([
      ...['今天有', '2 样', '找什么', '包子', '2 元，点过 0 次', '收藏', '豆浆', '3 元，点过 0 次', '收藏'],
      ...['同意', '最近的店'],
    ])
    expect(app.text()).toContain('今天有2 样')
    expect(app.title()).toBe('小店')
    expect(app.record.setData).toEqual([{ route: 'pages/list/index', bytes: 66 }])
  })

  it('lets a tap rise through components to the page, unless something catches it', async () => {
    const app = await start()
    await app.tap({ label: '包子，2 元' })
    expect([app.route(), app.title(), app.depth()]).toEqual(['shop/pages/detail/index', '详情', 2])
    await app.back()
    await app.tap('2 元，点过 0 次')
    expect(app.route()).toBe('shop/pages/detail/index')
    await app.back()
    expect(app.lines()).toContain('2 元，点过 1 次')
    await app
      .tap({ text: '收藏', className: '' })
      .catch((error: Error) => expect(error.message).toMatch('2 ×'))
    expect(app.route()).toBe('pages/list/index')
  })

  it('has nothing of a browser or of Node', async () => {
    const app = await start({ url: '/shop/pages/detail/index?name=%E5%8C%85' })
    expect(app.lines()).toEqual(['%E5%8C%85', '什么都没有'])
  })

  it('types into fields and applies paths of setData', async () => {
    const app = await start()
    await app.type({ label: '搜索' }, '油条')
    expect(app.lines()).toEqual(expect.arrayContaining(['油条', '2 元，点过 0 次']))
  })

  it('runs the lifecycles of tabs and keeps their pages', async () => {
    const app = await start({
      phone: createPhone({ outside: { hosts: { 'https://shop.example': 'http://127.0.0.1:9' } } }),
    })
    app.phone.network.goOffline()
    await app.tapTab('我的')
    await app.tapTab('清单')
    const page = app.root().owner as unknown as { self: { events: string[] } }
    expect(page.self.events).toEqual(['load', 'show', 'ready', 'hide', 'show'])
  })

  it('gives the card that would be forwarded', async () => {
    expect(await (await start()).share()).toEqual({ title: '小店', path: '/pages/list/index' })
  })
})

describe('the privacy rules of the fake phone', () => {
  it('keep a private interface shut until the consent button was tapped', async () => {
    const app = await start()
    await app.tap('最近的店')
    expect(app.lines().at(-1)).toBe('getLocation:fail privacy permission is not authorized')
    await app.tap('同意')
    await app.tap('最近的店')
    expect(app.lines().at(-1)).toBe('在 120.12')
    expect(app.record.privateCalls).toEqual([
      { api: 'getLocation', hadConsent: false },
      { api: 'getLocation', hadConsent: true },
    ])
  })

  it('let the owner refuse the location', async () => {
    const app = await start({ phone: createPhone({ privacyConsent: true, location: 'would-deny' }) })
    await app.tap('最近的店')
    expect(app.lines().at(-1)).toBe('getLocation:fail auth deny')
  })
})

describe('the network of the fake phone', () => {
  let server: Server
  const seen: string[] = []
  const phoneOf = () =>
    createPhone({
      outside: {
        hosts: { 'https://shop.example': `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
      },
    })

  beforeAll(async () => {
    server = createServer((request, reply) => {
      request.on('data', (part) => seen.push(String(part)))
      request.on('end', () => reply.setHeader('content-type', 'application/json').end('{"name":"老王"}'))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  it('reaches the real server behind a declared host', async () => {
    const app = await start({ phone: phoneOf() })
    await app.tapTab('我的')
    expect(app.lines()).toEqual(['200 老王'])
    expect(seen).toEqual(['{"id":1}'])
  })

  it('says so when it is gone, and when an answer takes longer than the app waits', async () => {
    const phone = phoneOf()
    phone.network.goOffline()
    const app = await start({ phone, url: '/pages/me/index' })
    expect(app.lines()[0]).toMatch(/^request:fail .*ERR_INTERNET_DISCONNECTED/)
    await app.close()

    phone.network.goOnline()
    const release = phone.network.hold()
    const slow = launch({ folder, phone, url: '/pages/me/index' })
    running = slow
    await slow.sees('…')
    slow.clock.pace = 100
    await slow.sees('request:fail timeout')
    release()
  })

  it('does not reach hosts that are not declared', async () => {
    const app = await start({ url: '/pages/me/index' })
    expect(app.lines()).toEqual(['request:fail url not in domain list'])
    expect(app.takeFaults()).toEqual([expect.stringContaining('no declared HTTPS host')])
  })
})

describe('what WeChat would not forgive', () => {
  it.each([
    ['问一个没有的接口', 'wx.chooseEverything is unknown'],
    ['出错', 'broken of pages/wrong/index: Error: boom'],
    ['晚一点出错', 'timer: Error: late boom'],
    ['没有的门', 'page "pages/nowhere/index" is not found'],
    ['抱怨', 'console: Warning: each child needs a key'],
    ['没说清楚就要位置', 'wx.getFuzzyLocation is not declared in requiredPrivateInfos'],
    ['没人管', 'no method "nobody"'],
    ['现写代码', 'EvalError: Code generation from strings disallowed'],
  ])('%s: fails the run', async (door, fault) => {
    const app = await start({ url: '/pages/wrong/index' })
    await app.tap(door)
    await expect(app.close()).rejects.toThrow(fault)
    expect(app.takeFaults()).toHaveLength(1)
  })
})
