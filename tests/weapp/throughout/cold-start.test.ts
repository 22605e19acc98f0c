import { isStored, livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

describe('a start', () => {
  it('reads all that the first content needs at once, and removes nothing', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: '/office/pages/compound/index' })
    await before.tap('石桥公寓')
    await before.until('the answer is stored', () => isStored(phone, 'home.show'))
    await before.close()

    phone.clock = Date.parse('2026-11-24T10:05:00+08:00')
    const app = await residents.open({ phone })
    expect(app.text()).toContain('青石桥，营业中')
    const calls = app.record.storageCalls
    const early = calls.filter(({ drawn }) => drawn === 0).map(({ api }) => api)
    // Which acts wait is asked of the list of keys.
    expect(early).toEqual(['batchGetStorageSync', 'getStorageInfoSync'])
    expect(calls.filter(({ api }) => api === 'removeStorageSync')).toEqual([])
  })

  it('knows what it knew where WeChat reads one by one only', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: '/office/pages/compound/index' })
    await before.tap('石桥公寓')
    await before.until('the answer is stored', () => isStored(phone, 'home.show'))
    await before.close()
    phone.storage.isBatchBroken = true
    const app = await residents.open({ phone })
    expect(app.text()).toContain('青石桥，营业中')
  })
})

/** WeChat warns from here on, and slow phones stand still. */
const LARGEST_TRANSFER = 30_000

describe('three hundred compounds', () => {
  it('come in steps as one scrolls, are found by typing, and never in one large transfer', async () => {
    const { db } = residents.backend().api
    const { neighbourhood_id: home } = await db
      .selectFrom('compound')
      .select('neighbourhood_id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const [first] = await db.selectFrom('compound').selectAll().limit(1).execute()
    if (first === undefined) throw new Error('the pack has no compounds')
    const added = Array.from({ length: 300 }, (_, index) => ({
      ...first,
      id: `compound-${index}`,
      name: `云溪${index + 1}村`,
      neighbourhood_id: home,
      edited_at: null,
    }))
    await db.insertInto('compound').values(added).execute()
    const app = await residents.open({ url: '/office/pages/compound/index?choose=1' })
    const rows = () => app.all({ className: 'compound' }).length
    expect(rows()).toBeLessThanOrEqual(60)
    for (let step = 0; step < 6; step += 1) {
      await app.reachEnd()
      await app.settled()
    }
    expect(rows()).toBeGreaterThanOrEqual(300)
    await app.type({ tag: 'input' }, '云溪288村')
    await app.sees('云溪288村')
    expect(rows()).toBe(1)
    await app.type({ tag: 'input' }, '')
    await app.settled()
    expect(rows()).toBeLessThanOrEqual(60)
    const sent = app.record.setData.map(({ bytes }) => bytes)
    expect(Math.max(...sent)).toBeLessThanOrEqual(LARGEST_TRANSFER)
  })
})
