import { livingResidents } from '../support/mini-program/residents'
import { WAYS } from '../support/mini-program/builds'

const residents = livingResidents()
const SEARCH = '/search/pages/search/index'
const KEPT_SHELF = 'shelf-1'

describe.each(WAYS)('somebody who searches, by %s', (way) => {
  it('comes from the first screen, types what is needed, and goes where it can be done', async () => {
    const app = await residents.open({ way })
    await app.tap('搜一搜：办事、找地方、看活动')
    expect([app.route(), app.title()]).toEqual(['search/pages/search/index', '搜一搜'])
    expect(app.lines()).toEqual(expect.arrayContaining(['您想找什么？', '试试这些', '加装电梯']))

    await app.type({ tag: 'input' }, '装电梯')
    await app.sees('会客厅和服务点')
    expect(app.text()).toContain('梧桐里百姓会客厅服务：装电梯')
    await app.tap(/^梧桐里百姓会客厅，服务：装电梯/)
    expect([app.route(), app.title()]).toEqual(['office/pages/office/index', '梧桐里'])
  })

  it('finds by letters, and forgives a slip', async () => {
    const app = await residents.open({ way, url: SEARCH })
    await app.type({ tag: 'input' }, 'wtl')
    await app.sees('梧桐里百姓会客厅')
    await app.type({ tag: 'input' }, '梧铜里')
    await app.sees('没有一模一样的，您要找的可能是：')
    expect(app.text()).toContain('梧桐里百姓会客厅')
  })
})

describe('the box of the search', () => {
  it('shows what one tapped before, on this phone only, until it is cleared', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: SEARCH })
    await app.type({ tag: 'input' }, '梧桐里')
    await app.sees('会客厅和服务点')
    await app.tap(/^梧桐里百姓会客厅/)
    await app.close()

    const again = await residents.open({ phone, url: SEARCH })
    expect(again.lines()).toEqual(expect.arrayContaining(['您搜过的', '梧桐里']))
    await again.tap('清空搜过的')
    expect(again.lines()).not.toContain('您搜过的')
    expect(await residents.open({ phone, url: SEARCH }).then((app) => app.lines())).not.toContain('您搜过的')
  })

  it('says what to do where nothing is found', async () => {
    const app = await residents.open({ url: SEARCH })
    await app.type({ tag: 'input' }, '航天飞机')
    await app.sees('没有找到“航天飞机”')
    await app.tap('打 12345')
    expect(app.record.calls).toContainEqual({ api: 'makePhoneCall', options: { phoneNumber: '12345' } })
  })

  it('starts with the text of the link, as the list of offices gives it', async () => {
    const app = await residents.open({ url: '/office/pages/list/index' })
    await app.type({ tag: 'input' }, '食堂')
    await app.tap('在全部里搜“食堂”')
    await app.sees('身边的地方')
  })

  it('takes whatever a keyboard gives', async () => {
    const app = await residents.open({ url: SEARCH })
    for (const text of ['😀', '😀'.repeat(40), ' \ud83d ', '（）', '金'.repeat(500)])
      await app.type({ tag: 'input' }, text)
    await app.type({ tag: 'input' }, '梧桐里')
    await app.sees('会客厅和服务点')
  })
})

describe('a phone without a network', () => {
  it('searches what it keeps, and says so; where it keeps nothing it says what to do', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: SEARCH })
    await before.until('the shelf is stored', () => phone.storage.keys().includes(KEPT_SHELF))
    await before.close()

    phone.network.goOffline()
    const app = await residents.open({ phone, url: SEARCH })
    await app.type({ tag: 'input' }, '装电梯')
    await app.sees('没有网络，先在手机里找。')
    expect(app.text()).toContain('梧桐里百姓会客厅服务：装电梯')

    const fresh = residents.phone()
    fresh.network.goOffline()
    const empty = residents.start({ phone: fresh, url: SEARCH })
    await empty.sees('您想找什么？')
    await empty.type({ tag: 'input' }, '装电梯')
    await empty.sees('现在连不上网')
  })
})
