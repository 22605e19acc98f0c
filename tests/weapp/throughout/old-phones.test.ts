import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

describe('an iPhone up to iOS 15, where a Promise waits for a timer', () => {
  it('finds the way from the first screen to an office', async () => {
    const app = await residents.open({ phone: residents.phone({ platform: 'ios', latePromises: true }) })
    await app.tap('看全部会客厅')
    await app.tap('梧桐里百姓会客厅')
    expect(app.lines()).toContain('0571-55550101')
    await app.back()
    await app.back()
    expect(app.route()).toBe('pages/home/index')
  })
})
