import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()
const OFFER = { role: 'button', label: '有新版本，点这里换上，一两秒就好' }

describe('a newer version that WeChat has fetched', () => {
  it('waits as a row on home and 我的, and starts with a tap alone', async () => {
    const app = await residents.open({ phone: residents.phone({ hasNewVersion: true }) })
    await app.sees(OFFER)
    await app.tapTab('我的')
    await app.sees(OFFER)
    const applied = () => app.record.calls.filter(({ api }) => api === 'applyUpdate')
    expect(applied()).toEqual([])
    await app.tap(OFFER)
    expect(applied()).toHaveLength(1)
  })

  it('says nothing where something is being done', async () => {
    const phone = residents.phone({ hasNewVersion: true })
    const app = await residents.open({ phone, url: '/activity/pages/register/index?id=paper-cutting' })
    expect(app.all(OFFER)).toEqual([])
  })

  it('is no word where there is none', async () => {
    const app = await residents.open()
    expect(app.all(OFFER)).toEqual([])
  })
})
