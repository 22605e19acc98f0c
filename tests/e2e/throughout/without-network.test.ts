import { asShown } from '../../support/browser/shown'
import { readers } from '../../support/browser/readers'

const reader = readers()
const MINUTES = 60_000

describe('a browser that loses the network', () => {
  it('shows what was last seen, says so, and catches up by itself', async () => {
    const { page, context, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('link', { name: /看全部会客厅/ }).click()
    await page
      .getByRole('link', { name: /梧桐里百姓会客厅/ })
      .first()
      .click()
    await page.getByText('0571-55550101').waitFor()

    await context.setOffline(true)
    await page.clock.fastForward(5 * MINUTES)
    await page.goBack()
    await page
      .getByRole('link', { name: /梧桐里百姓会客厅/ })
      .first()
      .click()
    // Pages further down the stack stay in the document, hidden.
    const note = page
      .getByText(asShown(/^这是上次看到的内容（今天 (?:9:59|10:00)）。网通了会自动更新。$/))
      .filter({ visible: true })
    await note.waitFor()
    await page.getByText('0571-55550101', { exact: true }).filter({ visible: true }).waitFor()

    // As the note promises: by itself.
    await context.setOffline(false)
    await note.waitFor({ state: 'detached' })
  })

  it('opens pages that it has not opened before', async () => {
    const { page, context, goto } = await reader.visit()
    await goto('/')
    // They come one after the other, once home has what it needs.
    await page.waitForFunction(() => {
      const list = document.getElementById('parts')?.textContent ?? ''
      const parts = new Set(Object.values(JSON.parse(list) as Record<string, string[]>).flat())
      return parts.size > 9 && document.querySelectorAll('link[rel="prefetch"]').length === parts.size
    })
    await context.setOffline(true)
    await page.getByRole('link', { name: /看全部会客厅/ }).click()
    await page.getByRole('searchbox').waitFor()
  })

  it('opened for the first time says what to do, and 重试 works', async () => {
    const { page, goto } = await reader.visit()
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await goto('/')
    await page.getByRole('heading', { level: 1, name: '现在连不上网' }).waitFor()
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('heading', { level: 1, name: '云溪街道有 6 处会客厅和服务点' }).waitFor()
  })
})

it('a browser that refuses to keep anything shows home all the same, and complains of nothing', async () => {
  const { page, goto } = await reader.visit()
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('access is denied', 'SecurityError')
      },
    })
  })
  await goto('/')
  await page.getByRole('heading', { level: 1, name: /云溪街道有 6\s处会客厅和服务点/ }).waitFor()
})
