/* global fetch, document */
// The pictures of docs/staff, from a demonstration that runs: npm start, then
//   node scripts/staff-pictures.mjs [http://127.0.0.1:8787]
// CHROMIUM_PATH names the browser.
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { inRoot } from './process/root.mjs'

const [origin = 'http://127.0.0.1:8787'] = process.argv.slice(2)
const FOLDER = inRoot('docs/pictures/staff')
const PC = { width: 1093, height: 500 }
const PHONE = { width: 360, height: 640 }

const ask = async (/** @type {string} */ name, /** @type {object} */ input, token = '') => {
  const response = await fetch(`${origin}/api/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  })
  const body = await response.json()
  if (!body.ok) throw new Error(`${name}: ${JSON.stringify(body)}`)
  return body.value
}

await mkdir(FOLDER, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? 'chromium' })
try {
  const { page, shoot } = await open(PC)
  await shoot('sign-in')
  await signIn(page, 'editor')
  await visit(page, '')
  await page.waitForSelector('.ant-table-row')
  await shoot('waiting')
  await visit(page, 'activities/new/registered')
  await shoot('new-activity')
  await visit(page, 'activities?shelf=drafts')
  await page.locator('.row-link').first().click()
  await page.waitForSelector('.room__actions .ant-btn-primary')
  await shoot('review')
  await visit(page, '')
  await page.locator('section[aria-labelledby="waiting-changed"] a').first().click()
  await page.getByRole('button', { name: '打开要打电话的名单' }).click()
  await page
    .getByRole('button', { name: /^我来打/ })
    .first()
    .click()
  await page.locator('.calls__say').scrollIntoViewIfNeeded()
  await shoot('calls')
  await page.getByRole('button', { name: '发变动' }).click()
  await page.waitForSelector('.reach')
  await shoot('change')
  await visit(page, 'screens')
  await page.waitForSelector('.ant-table')
  await shoot('screens')
  await page.context().close()

  const clerk = await open(PC)
  await signIn(clerk.page, 'office')
  await visit(clerk.page, 'counter')
  await clerk.page.waitForSelector('.guest')
  await clerk.page.getByLabel('称呼', { exact: true }).fill('王示例')
  await clerk.page.getByLabel('没有电话').check()
  await clerk.shoot('counter')
  await visit(clerk.page, 'sign-in-sheet')
  await clerk.page.waitForSelector('.ant-table')
  await clerk.shoot('today')
  await clerk.page.context().close()

  const phone = await open(PHONE)
  await phone.page.getByRole('group', { name: '登录码' }).waitFor()
  await phone.shoot('phone-sign-in')
  await signIn(phone.page, 'editor')
  await visit(phone.page, '')
  await phone.shoot('phone-waiting')
  await visit(phone.page, 'find')
  await phone.shoot('phone-find')
} finally {
  await browser.close()
}

/** A window of somebody new at the desk's door. */
async function open(/** @type {{ width: number, height: number }} */ viewport) {
  const context = await browser.newContext({ baseURL: origin, viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/desk/')
  await page.waitForFunction(() => /\d\d/.test(document.querySelector('.sign-in__digits')?.textContent ?? ''))
  const shoot = async (/** @type {string} */ name) => {
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${FOLDER}/${name}.png` })
  }
  return { page, shoot }
}

/** One of those whom a demonstration lends confirms what the desk shows. */
async function signIn(/** @type {import('playwright-core').Page} */ page, /** @type {string} */ role) {
  const asked = page.waitForResponse((response) => response.url().endsWith('desk.beginSignIn'))
  await page.reload()
  const { value } = await (await asked).json()
  const { token } = await ask('session.signIn', { demoUser: `staff-${role}` })
  const { signInId, digits } = value
  await ask('desk.confirmSignIn', { signInId, digits, requestId: randomUUID() }, token)
  await page.waitForSelector('.frame__who')
}

async function visit(/** @type {import('playwright-core').Page} */ page, /** @type {string} */ path) {
  await page.goto(`/desk/${path}`)
  await page.waitForSelector('h1')
}
