import { isStored, livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

describe('the storage of the phone', () => {
  it('may hold damaged entries: they are dropped and read anew', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, url: '/office/pages/compound/index' })
    await before.tap('石桥公寓')
    await before.until('the answer is stored', () => isStored(phone, 'home.show'))
    await before.close()

    const keys = phone.storage.keys()
    for (const key of keys) phone.storage.damage(key, '{"state":')
    const app = await residents.open({ phone })
    expect(app.lines()).toContain('云溪街道有 6 处会客厅和服务点')
    expect(keys.length).toBeGreaterThanOrEqual(2)
  })

  it('may hold what is valid JSON but not ours', async () => {
    const phone = residents.phone()
    await (await residents.open({ phone })).until('the answer is stored', () => isStored(phone, 'home.show'))
    for (const strange of [
      'null',
      '[]',
      '{"state":{"queries":[{}]}}',
      '{"state":{"queries":[{"queryKey":["home.show"],"state":{"status":"success"}}]}}',
    ]) {
      for (const key of phone.storage.keys()) phone.storage.damage(key, strange)
      const app = await residents.open({ phone })
      expect(app.lines()).toContain('云溪街道有 6 处会客厅和服务点')
      await app.close()
    }
  })

  it('may be full: everything works, and only the next start has forgotten', async () => {
    const phone = residents.phone()
    phone.storage.isFull = true
    const app = await residents.open({ phone })
    await app.tap('选小区')
    await app.tap('梧桐东苑')
    expect(app.text()).toContain('离您的小区最近：梧桐里')
    await app.close()

    const again = await residents.open({ phone })
    expect(again.lines()).toContain('云溪街道有 6 处会客厅和服务点')
    expect(phone.storage.keys()).toEqual([])
  })
})
