import type { Page } from 'playwright-core'
import type { DeskSignIn } from '../../../core/contract/desk'
import { admit } from '../../support/api/people'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'
import type { Visit } from '../../support/browser/visit'

const reader = readers({ isDemo: true })

/** As the fixture pack names it. */
const OFFICE = '梧桐里百姓会客厅'

const signIn = async (visit: Visit, role: 'admin' | 'office', path = ''): Promise<string> =>
  (await signInAtDesk(reader.backend(), visit, role, path)).residentId

/** Moves on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (focused === name) return
  }
  throw new Error(`Tab never comes to ${name}`)
}

it('shows a code and two digits to whoever is not signed in', async () => {
  const visit = await reader.visit()
  await visit.goto('/desk/')
  await visit.page.waitForSelector('.sign-in__code svg')
  expect(await visit.text()).toMatch(/登录工作台[^]*\d\d/)
  await looksRight(visit.page, 'sign-in')
})

it('an admin invites a colleague by keyboard alone and has a code to print', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signIn(visit, 'admin', 'posts')
  await page.getByRole('heading', { name: '岗位', exact: true }).waitFor()
  await looksRight(page, 'posts')
  await tabTo(page, '邀请')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/posts/invite')
  await tabTo(page, '姓名 1')
  await page.keyboard.type('李强')
  await page.keyboard.press('Tab')
  await page.keyboard.type('没有的会客厅')
  await tabTo(page, '加一行')
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: '发出 1 份邀请' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('没有“没有的会客厅”').waitFor()
  await looksRight(page, 'invite')
  await page.getByLabel('会客厅 1').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(OFFICE)
  await page.getByRole('button', { name: '发出 1 份邀请' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.slip code').innerText()).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  await looksRight(page, 'slips')
  await page.goBack()
  await page.waitForURL('**/desk/posts')
  await page.getByRole('cell', { name: '李强' }).waitFor()
})

it('社工 see their own sign-ins and nothing of 岗位; after signing out there is the code again', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signIn(visit, 'office', 'sign-ins')
  await page.getByRole('heading', { name: '我的登录和岗位' }).waitFor()
  await page.getByText('就是这台').waitFor()
  expect(await page.getByRole('link', { name: '岗位', exact: true }).count()).toBe(0)
  await looksRight(page, 'sign-ins')
  await page.getByRole('button', { name: '退出' }).click()
  await page.waitForSelector('.sign-in__code svg')
})

it('a session that ended keeps what was typed, and one scan goes on', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const residentId = await signIn(visit, 'admin', 'posts/invite')
  await page.getByLabel('姓名 1').fill('赵敏')
  await page.getByLabel('会客厅 1').fill(OFFICE)
  const { db } = reader.backend().api
  const asked = page.waitForResponse((response) => response.url().endsWith('desk.beginSignIn'))
  await db
    .updateTable('desk_session')
    .set({ ended_at: new Date() })
    .where('resident_id', '=', residentId)
    .execute()
  // Whichever asks first finds it: this button, or the number beside 待办, which then covers the button.
  await page.getByRole('button', { name: '发出 1 份邀请' }).dispatchEvent('click')
  const { signInId } = ((await (await asked).json()) as { value: DeskSignIn }).value
  await looksRight(page, 'locked')
  const ground = await page
    .locator('.ant-modal-mask')
    .evaluate((mask) => getComputedStyle(mask).backgroundColor)
  expect(ground).toBe('rgb(255, 249, 242)')
  await db
    .updateTable('desk_sign_in')
    .set({ confirmed_by: residentId, confirmed_at: new Date() })
    .where('id', '=', signInId)
    .execute()
  await page.locator('.ant-modal').waitFor({ state: 'hidden' })
  expect(await page.getByLabel('姓名 1').inputValue()).toBe('赵敏')
})

it('an admin reads in 工作记录 what colleagues did, and filters it; 社工 have no such screen', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signIn(visit, 'admin', 'posts/invite')
  await page.getByLabel('姓名 1').fill('孙丽')
  await page.getByLabel('会客厅 1').fill(OFFICE)
  await page.getByRole('button', { name: '发出 1 份邀请' }).click()
  await page.locator('.slip').waitFor()
  await page.getByRole('link', { name: '工作记录' }).click()
  await page.getByRole('cell', { name: '邀请同事' }).first().waitFor()
  await looksRight(page, 'log')
  await page.getByLabel('哪一天').fill('2020-01-01')
  await page.getByText('没有这样的记录。').waitFor()

  const other = await reader.visit()
  await signIn(other, 'office', 'sign-ins')
  await other.page.getByRole('heading', { name: '我的登录和岗位' }).waitFor()
  expect(await other.page.getByRole('link', { name: '工作记录' }).count()).toBe(0)
})

it('whoever leaves the own post asks once more, and is out at once', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const residentId = await signIn(visit, 'office', 'sign-ins')
  await page.getByRole('button', { name: '我要离岗' }).click()
  await page.getByRole('dialog', { name: '您真的要离岗？' }).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '我要离岗' }).click()
  await page.waitForSelector('.sign-in__code svg')
  const posts = await reader
    .backend()
    .api.db.selectFrom('post')
    .select('dismissed_at')
    .where('resident_id', '=', residentId)
    .execute()
  expect(posts.every(({ dismissed_at }) => dismissed_at !== null)).toBe(true)
})

it('an admin takes back an invitation, and lets a colleague go', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { db } = reader.backend().api
  const colleague = await admit(db, 'office')
  await db
    .updateTable('post')
    .set({ called: '周平' })
    .where('resident_id', '=', colleague.residentId)
    .execute()
  await signIn(visit, 'admin', 'posts/invite')
  await page.getByLabel('姓名 1').fill('吴迪')
  await page.getByLabel('会客厅 1').fill(OFFICE)
  await page.getByRole('button', { name: '发出 1 份邀请' }).click()
  await page.locator('.slip').waitFor()
  await page.getByRole('link', { name: '岗位', exact: true }).click()
  const invited = page.getByRole('row', { name: /吴迪/ })
  await invited.getByRole('button', { name: '收回' }).click()
  await invited.getByText('已收回').waitFor()

  const row = page.getByRole('row', { name: /周平/ })
  await row.getByRole('button', { name: '离岗' }).click()
  await page.getByRole('dialog', { name: '周平 离岗？' }).getByRole('button', { name: '离岗' }).click()
  await page.getByRole('dialog', { name: '周平 已经离岗' }).getByRole('button', { name: '知道了' }).click()
  await row.getByText('已离岗').waitFor()
})
