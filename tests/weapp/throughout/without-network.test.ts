import { BUILD_ORIGIN } from '../../support/backend/wechat'
import { isStored, livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

const LAST_SEEN = '这是上次看到的内容（今天 10:00）。网通了会自动更新。'
const FIVE_MINUTES_LATER = Date.parse('2026-11-24T10:05:00+08:00')

describe('a phone without a network', () => {
  it('shows at once what was last seen, with a note, and what is new when the network is back', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone })
    await before.tap('看全部会客厅')
    await before.tap('梧桐里百姓会客厅')
    await before.until('the office is stored', () => isStored(phone, 'office.show'))
    await before.close()

    phone.network.goOffline()
    phone.clock = FIVE_MINUTES_LATER
    const app = residents.start({ phone, url: '/office/pages/office/index?id=wutong-hall' })
    await app.sees('0571-55550101')
    await app.sees(LAST_SEEN)
    await app.tap('带我去')
    expect(app.record.calls.map(({ api }) => api)).toContain('openLocation')

    // As the note promises: by itself.
    phone.network.goOnline()
    await app.until('the note is gone', () => app.all(LAST_SEEN).length === 0)
  })

  it('says so on the very first launch, and goes on by itself once it is back', async () => {
    const phone = residents.phone()
    phone.network.goOffline()
    const app = residents.start({ phone })
    await app.sees('现在连不上网')
    expect(app.lines()).toContain('您之前做的都还在。请看看手机的网络，再点重试。')
    await app.tap('重试')
    await app.sees('现在连不上网')

    phone.network.goOnline()
    await app.sees('云溪街道有 6 处会客厅和服务点')
  })

  it('offers 重试 where the phone does not notice that the way is open again', async () => {
    const phone = residents.phone()
    const { outside } = phone
    phone.outside = { ...outside, hosts: { [BUILD_ORIGIN]: 'http://127.0.0.1:9' } }
    const app = residents.start({ phone, way: 'request' })
    await app.sees('现在连不上网')
    phone.outside = outside
    await app.tap('重试')
    await app.sees('云溪街道有 6 处会客厅和服务点')
  })

  it('keeps the chosen compound, and sorts by it', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: '/office/pages/compound/index' })
    await before.tap('石桥公寓')
    await before.until('the directory is stored', () => isStored(phone, 'home.show'))
    await before.close()

    phone.network.goOffline()
    const app = await residents.open({ phone, url: '/office/pages/list/index' })
    expect(app.text()).toContain('离石桥公寓由近到远')
    expect(app.texts({ className: 'office-row__name' }).slice(0, 2)).toEqual([
      '青石桥百姓会客厅',
      '云溪骑手驿站',
    ])
  })
})

describe('a network that is slow', () => {
  it('shows the last seen while it waits, then the answer', async () => {
    const phone = residents.phone()
    await (await residents.open({ phone })).until('the answer is stored', () => isStored(phone, 'home.show'))

    phone.clock = FIVE_MINUTES_LATER
    const release = phone.network.hold()
    const app = residents.start({ phone })
    await app.sees('云溪街道有 6 处会客厅和服务点')
    expect(app.record.sent).toHaveLength(1)
    release()
    await app.settled()
    expect(app.all(LAST_SEEN)).toEqual([])
  })

  it.each(['callFunction', 'request'] as const)(
    'gives up by %s after a time, and says what to do',
    async (way) => {
      const phone = residents.phone()
      const release = phone.network.hold()
      const app = residents.start({ phone, way })
      app.clock.pace = 50
      await app.sees('网络太慢，没有等到回音')
      app.clock.pace = 1
      release()
      await app.tap('重试')
      await app.sees('云溪街道有 6 处会客厅和服务点')
    },
  )
})
