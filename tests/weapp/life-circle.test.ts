import { readPackFolder } from '../../cloud/pack/load-folder'
import { loadPack } from '../../cloud/pack/loading/load-pack'
import type { Pack } from '../../cloud/pack/pack'
import { decodeGraph } from '../../core/walkshed/binary/decode'
import { encodeGraph } from '../../core/walkshed/binary/encode'
import { PACK_FOLDER } from '../support/api/test-api'
import { WAYS } from '../support/mini-program/builds'
import { hallOf } from './check-in-desk/hall'
import { livingResidents } from '../support/mini-program/residents'
import { attribute } from '../support/mini-program/view/node'

const residents = livingResidents()
const ROUTE = '/circle/pages/map/index'

describe.each(WAYS)('the life circle of somebody who refuses the location, by %s', (way) => {
  it('goes out from their compound, from the tab on, and nothing private is touched', async () => {
    const phone = residents.phone({ privacyConsent: true, location: 'would-deny' })
    const app = await residents.open({ way, phone, url: '/pages/life-circle/index' })
    await app.sees(/选小区，或用您的位置/)
    await app.tap('用我的位置')
    expect(app.lines()).toContain('没有用您的位置，请选小区')
    await app.tap('选小区')
    await app.tap('梧桐东苑')
    expect(app.route()).toBe('pages/life-circle/index')
    expect(app.text()).toMatch(/步行 15 分钟：.*；缺.*卫生站/)
    expect(app.lines()).toContain('从梧桐东苑算。')
    expect(app.record.sent.map(({ body }) => body).join()).not.toMatch(/120\.1|30\.2/)
  })
})

describe('the life circle of somebody who lets us use the location', () => {
  it('goes out from there, and neither sends nor keeps it', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ phone, url: ROUTE })
    await app.tap('用我的位置')
    expect(app.lines()).toContain('从您现在的位置算。')
    expect(app.text()).toMatch(/步行 15 分钟：\d+ /)
    expect(app.record.sent.map(({ body }) => body).join()).not.toMatch(/120\.1|30\.2/)
    expect(JSON.stringify(phone.storage.keys().map((key) => phone.storage.read(key)))).not.toContain(
      '120.1175',
    )
  })
})

describe.each(WAYS)('minutes on foot, by %s', (way) => {
  it('stand on home and in the list of offices without the life circle having been opened', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ way, phone, url: '/office/pages/compound/index?choose=1' })
    await app.tap('梧桐东苑')
    await app.close()

    const again = await residents.open({ way, phone })
    await again.until('the minutes are there', () => /步行 \d+ 分钟/.test(again.text()))
    expect(again.route()).toBe('pages/home/index')
    expect(again.text()).toMatch(/步行 15 分钟：\d+ /)
    expect(again.record.sent.map(({ body }) => body).join()).not.toMatch(/120\.1|30\.2/)
    await again.close()

    phone.network.goOffline()
    const offline = await residents.open({ way, phone })
    expect(offline.text()).toMatch(/步行 \d+ 分钟/)
    await offline.tap('看全部会客厅')
    expect(offline.text()).toMatch(/步行 \d+ 分钟/)
  })
})

describe('minutes on foot', () => {
  it('are none for wheels over streets that nobody verified, on home too', async () => {
    const phone = residents.phone()
    const app = await residents.open({ phone, url: '/office/pages/compound/index?choose=1' })
    await app.tap('梧桐东苑')
    await app.close()
    phone.storage.write('walker-1', '"wheelchair"')
    const again = await residents.open({ phone })
    await again.until('the minutes are there', () => again.text().includes('步行 15 分钟'))
    await again.tap('看全部会客厅')
    // 梧桐路 is verified, the streets beyond it are not.
    expect(again.text()).toContain('步行 4 分钟 · 云溪二小对面')
    expect(again.text()).toContain('这段路未核实有无台阶，暂不给出时间')
  })
})

describe('WeChat’s map', () => {
  it('gets bands, pins and the start in GCJ-02; one place shows its way', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ phone, url: ROUTE })
    await app.tap('用我的位置')
    const map = () => app.one({ tag: 'map' })
    expect(attribute(map(), 'polygons')).toHaveLength(3)
    // WeChat's base map has a number of its own, and is no sketch.
    expect(app.text()).not.toMatch(/审图号|示意/)
    expect(attribute(map(), 'polyline')).toEqual([])
    expect(attribute(map(), 'aria-label')).toContain('下面的列表说的是同样的地方')
    // 120.1175, 30.2152 on WGS-84.
    expect(attribute(map(), 'longitude')).toBeCloseTo(120.1223, 3)
    expect(attribute(map(), 'latitude')).toBeCloseTo(30.2129, 3)
    const before = app.record.setData.length
    await app.tap('长者')
    const redrawn = app.record.setData.slice(before).reduce((sum, { bytes }) => sum + bytes, 0)
    expect(redrawn).toBeGreaterThan(1_000)
    expect(redrawn).toBeLessThan(40_000)
    expect(attribute(map(), 'include-points')).toHaveLength(2)
    const circleCorners = attribute(map(), 'include-points')
    expect(app.route()).toBe('circle/pages/map/index')
    await app.tap('梧桐食堂')
    expect(attribute(map(), 'polyline')).toHaveLength(1)
    expect(attribute(map(), 'include-points')).not.toEqual(circleCorners)
    const callouts = (attribute(map(), 'markers') as { callout?: { content: string } }[]).flatMap(
      ({ callout }) => callout?.content ?? [],
    )
    expect(callouts).toEqual([expect.stringMatching(/^梧桐食堂，步行 \d+ 分钟$/)])
    expect(app.text()).toContain('每天 10:30-13:00 16:30-18:30')
    await app.back()
    expect(app.text()).toMatch(/步行 15 分钟：\d+ /)
  })

  it('is one tap away in the elder edition, whose page begins with the list', async () => {
    const app = await residents.open({ phone: residents.phone({ fontSize: 23.8 }), url: ROUTE })
    expect(app.all({ tag: 'map' })).toEqual([])
    await app.tap('看地图')
    expect(app.all({ tag: 'map' })).toHaveLength(1)
  })
})

describe('what is kept on the phone', () => {
  it('opens the circle without a network, and is fetched again when it is damaged', async () => {
    const phone = residents.phone()
    const first = await residents.open({ phone, url: ROUTE })
    await first.close()
    const asked = async (): Promise<string> => {
      const app = await residents.open({ phone, url: ROUTE })
      expect(app.text()).toContain('梧桐食堂')
      const body = app.record.sent.map((sent) => sent.body).find((text) => text.includes('lifeCircle.show'))
      await app.close()
      return body ?? ''
    }
    expect(await asked()).toMatch(/"streets":"[0-9a-f]{16}"/)
    phone.storage.write('streets-1', '{"version":"0123456789abcdef","graph":"AAAA"}')
    expect(await asked()).toContain('"streets":null')
    expect(await asked()).toMatch(/"streets":"[0-9a-f]{16}"/)
  })
})

describe('what the 街道 changes', () => {
  const load = (pack: Pack) => loadPack(residents.backend().api.db, pack, { report: () => undefined })
  afterEach(async () => void (await load(await readPackFolder(PACK_FOLDER))))

  /** The same streets under another name, as after an import; and the canteen has other hours. */
  async function changePack(): Promise<void> {
    const pack = await readPackFolder(PACK_FOLDER)
    const form = Buffer.from(pack.streets?.form.slice(2) ?? '', 'hex')
    const decoded = decodeGraph(new Uint8Array(form).buffer)
    if (!decoded.ok) throw new Error(decoded.refusal)
    const imported = encodeGraph({ ...decoded.value, source: '新导入的街道', sketch: false })
    await load({
      ...pack,
      streets: { version: 'f'.repeat(16), form: `\\x${Buffer.from(imported).toString('hex')}` },
      facilities: pack.facilities.map((place) =>
        place.id === 'wutong-canteen' ? { ...place, hours: '周一休息' } : place,
      ),
    })
  }

  it('stands on the phone at its next start, streets and places alike; and what was damaged comes back', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const seenAtStart = async (): Promise<string> => {
      const app = await residents.open({ phone, url: ROUTE })
      const text = app.text()
      await app.close()
      return text
    }
    const before = await residents.open({ phone, url: ROUTE })
    expect(before.text()).toContain('每天 10:30-13:00 16:30-18:30')
    expect(before.text()).toContain('时间是大概的')
    await changePack()
    // A map does not change below a finger.
    await before.leaveAndReturn()
    expect(before.text()).toContain('每天 10:30-13:00 16:30-18:30')
    await before.close()

    const renewed = await seenAtStart()
    expect(renewed).toContain('周一休息')
    expect(renewed).toContain('新导入的街道')
    expect(renewed).not.toContain('时间是大概的')

    const { version, content } = JSON.parse(String(phone.storage.read('places-1'))) as {
      version: string
      content: { kinds: object[] }
    }
    const halfPlaces = JSON.stringify({ version, content: { ...content, facilities: [null] } })
    for (const [key, text] of [
      ['places-1', '{"version":'],
      ['places-1', halfPlaces],
      ['streets-1', `{"version":"${'f'.repeat(16)}","graph":"not base64"}`],
      ['streets-1', 'null'],
    ] as const) {
      phone.storage.damage(key, text)
      expect([key, text, await seenAtStart()]).toEqual([key, text, renewed])
      expect(String(phone.storage.read(key))).not.toBe(text)
    }
  })
})

describe('the start on WeChat’s map', () => {
  it('is put by a tap, which leaves the map where it is, and goes back to one’s own', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ phone, url: ROUTE })
    await app.tap('用我的位置')
    expect(app.text()).toContain('点地图，换个起点')
    expect(app.text()).not.toContain('拖动')
    const map = () => app.one({ tag: 'map' })
    const start = () => (attribute(map(), 'markers') as { longitude: number }[]).at(-1)?.longitude
    const before = start()
    await app.fire({ tag: 'map' }, 'tap', { longitude: 120.1232, latitude: 30.2129 })
    expect(app.lines()).toContain('从地图上选的起点算。')
    expect(start()).not.toBe(before)
    const seen = [attribute(map(), 'longitude'), attribute(map(), 'include-points')]
    await app.fire({ tag: 'map' }, 'tap', { longitude: 120.1238, latitude: 30.2131 })
    expect([attribute(map(), 'longitude'), attribute(map(), 'include-points')]).toEqual(seen)
    await app.tap('回到我的起点')
    expect(start()).toBe(before)
  })

  it('has markers that open the place they stand for', async () => {
    const phone = residents.phone({ privacyConsent: true })
    const app = await residents.open({ phone, url: ROUTE })
    await app.tap('用我的位置')
    const nearest = app.texts({ className: 'place-row__name' })[0] ?? ''
    await app.fire({ tag: 'map' }, 'markertap', { markerId: 0 })
    expect(app.lines()).toContain('回到列表')
    expect(app.texts({ className: 'title' })).toContain(nearest)
  })
})

describe('这里不对', () => {
  const reports = () =>
    residents
      .backend()
      .api.db.selectFrom('facility_report')
      .select(['facility_id', 'reason', 'note'])
      .execute()

  it('reaches the staff with a reason, and a line about it where one likes', async () => {
    const app = await residents.open({ url: ROUTE })
    await app.tap('梧桐食堂')
    await app.tap('这里不对')
    await app.tap('时间不对')
    await app.type({ tag: 'input' }, '周日不开')
    await app.tap('送出')
    expect(app.text()).toContain('记下了，工作人员会核对')
    expect(await reports()).toContainEqual({
      facility_id: 'wutong-canteen',
      reason: 'hours',
      note: '周日不开',
    })
    const staff = hallOf(residents)
    const desk = await staff.open(await staff.staffPhone('office'), '/staff/pages/reports/index')
    await desk.sees('时间不对：周日不开')
    expect(desk.lines()).toContain('1 条等着处理')
    // Nobody could ask WeChat about it here.
    expect(desk.text()).toContain('转给别人之前，请先看一看')
    await desk.tap('已处理')
    await desk.sees('都处理好了')
    await desk.sees('还没处理好')
  })

  it('asks what is missing, and where, before it sends that something is', async () => {
    const app = await residents.open({ url: ROUTE })
    await app.tap('少了一处？告诉我们')
    await app.tap('送出')
    expect(app.text()).toContain('请写一句少了什么、在哪里')
    await app.type({ tag: 'input' }, '石桥边的卫生站')
    await app.tap('送出')
    expect(app.text()).toContain('记下了，工作人员会核对')
    expect(await reports()).toContainEqual({
      facility_id: null,
      reason: 'missing',
      note: '石桥边的卫生站',
    })
  })
})
