import { violations } from '../support/browser/accessibility'
import { readers } from '../support/browser/readers'

const reader = readers()
const SEARCH = '/search/pages/search/index'

describe('a reader who searches', () => {
  it('finds while typing, with the reason, and goes there by keyboard', async () => {
    const { page, goto } = await reader.visit()
    await goto(SEARCH)
    const box = page.getByRole('searchbox')
    await box.waitFor()
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('装电梯')
    const line = page.getByRole('link', { name: /^梧桐里百姓会客厅，服务：装电梯/ })
    await line.waitFor()
    // Past the cross that empties the box.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await line.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '梧桐里百姓会客厅' }).waitFor()
    await page.goBack()
    await box.fill('')
    await page.getByRole('button', { name: '装电梯', exact: true }).waitFor()
    await page.getByRole('button', { name: '清空搜过的' }).click()
    await page.getByText('您搜过的').waitFor({ state: 'detached' })
  })

  it('never sees a late answer over a newer one', async () => {
    const { page, goto } = await reader.visit()
    const held: (() => void)[] = []
    const empty = { ok: true, value: { version: '0'.repeat(16), content: { documents: [], sounds: '' } } }
    await page.route('**/api/search.shelf', (route) => route.fulfill({ json: empty }))
    await page.route('**/api/search.find', async (route) => {
      if (route.request().postData()?.includes('装电梯') === true)
        await new Promise<void>((go) => held.push(go))
      await route.continue()
    })
    await goto(SEARCH)
    const asked = page.waitForRequest('**/api/search.find')
    await page.getByRole('searchbox').fill('装电梯')
    await asked
    await page.getByRole('searchbox').fill('wtl')
    await page.getByRole('link', { name: /^梧桐里百姓会客厅/ }).waitFor()
    const late = page.waitForResponse('**/api/search.find')
    held.forEach((go) => go())
    await late
    expect(await page.getByText('服务：装电梯').count()).toBe(0)
  })

  it.each(['装电梯', 'wutong', '梧铜里', '航天飞机'])(
    'reads the page for %s without a barrier',
    async (text) => {
      const { page, goto } = await reader.visit()
      await goto(`${SEARCH}?text=${encodeURIComponent(text)}`)
      await page.locator('.found-row, .message').first().waitFor()
      expect(await violations(page)).toEqual([])
    },
  )

  it('searches what the browser keeps when the network is gone', async () => {
    const { page, context, goto } = await reader.visit()
    const kept = page.waitForResponse('**/api/search.shelf')
    await goto(SEARCH)
    await kept
    await context.setOffline(true)
    await page.getByRole('searchbox').fill('wtl')
    await page.getByText('没有网络，先在手机里找。').waitFor()
    await page.getByRole('link', { name: /^梧桐里百姓会客厅/ }).waitFor()
  })
})
