import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

/** The launcher counts it as a fault where nothing redirects before WeChat's callback returns. */
it('a printed code that leads to a page of the past is answered before WeChat shows a page of its own', async () => {
  const app = await residents.open({ url: '/pages/long-gone/index?id=7' })
  expect(app.route()).toBe('pages/not-found/index')
  expect(app.record.askedToGo[0]).toBe('redirectTo')
  await app.tap('回首页')
  expect(app.route()).toBe('pages/home/index')
})
