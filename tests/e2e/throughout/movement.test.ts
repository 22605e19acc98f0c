import { movements } from '../../support/browser/layout'
import { readers } from '../../support/browser/readers'
import type { Visit } from '../../support/browser/visit'

const reader = readers()

/** A page whose answer is long in coming. */
async function waitingPage({ page }: Visit): Promise<readonly string[]> {
  await page.route('**/api/**', () => undefined)
  await page.goto('/')
  await page.locator('.waiting').waitFor()
  return movements(page)
}

describe('what moves', () => {
  it('is only the sign of waiting', async () => {
    const found = await waitingPage(await reader.visit({ motion: 'no-preference' }))
    expect(new Set(found)).toEqual(new Set(['breathe']))
  })

  it('is nothing where the reader’s system asks for less', async () => {
    expect(await waitingPage(await reader.visit({ motion: 'reduce' }))).toEqual([])
  })
})
