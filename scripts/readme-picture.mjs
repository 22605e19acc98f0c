/* global fetch, localStorage */
// README's picture, from a demonstration that runs: npm start, then
//   npm run picture [-- http://127.0.0.1:8787]
// Each run registers somebody made up for the next activity that has seats.
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'
import { inRoot } from './process/root.mjs'

const [origin = 'http://127.0.0.1:8787'] = process.argv.slice(2)
const PHONE = { width: 390, height: 844 }
const ELDER = JSON.stringify({ edition: 'elder', elderScale: 1.8 })

const named = await findBrowser()
const executablePath = path.isAbsolute(named)
  ? named
  : spawnSync('which', [named], { encoding: 'utf8' }).stdout.trim()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const { compounds } = await ask('compound.list')
  const { activities } = await ask('home.show')
  const [first, second] = activities.filter((/** @type {{ free: number | null }} */ { free }) => free)
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'zh-CN' })
  await context.addInitScript(
    (start) => localStorage.setItem('origin-1', start),
    JSON.stringify({ compound: compounds[0], usesPosition: false }),
  )
  const page = await context.newPage()
  await page.goto(`${origin}/activity/pages/register/index?id=${encodeURIComponent(first.id)}`)
  await page.getByRole('button', { name: '给自己报名' }).click()
  await page.getByRole('link', { name: '看我的报名' }).click()
  await page.waitForURL('**/registration/index?**')
  const ticket = await shoot(page)
  const pictures = [
    await shoot(page, '/pages/home/index'),
    await shoot(page, `/activity/pages/activity/index?id=${encodeURIComponent((second ?? first).id)}`),
    ticket,
  ]
  await page.evaluate((elder) => localStorage.setItem('display-1', elder), ELDER)
  await sheet([...pictures, await shoot(page, '/pages/home/index')], inRoot('docs/pictures/home.png'))
} finally {
  await browser.close()
}

/** @param {import('playwright-core').Page} page @param {string} [route] */
async function shoot(page, route) {
  if (route !== undefined) await page.goto(`${origin}${route}`)
  await page.locator('h1').filter({ visible: true }).first().waitFor()
  await page.waitForLoadState('networkidle')
  // Minutes on foot come once a page has come to rest, and a page that was left fades out.
  await page.waitForTimeout(2_500)
  return (await page.screenshot()).toString('base64')
}

/** @param {string} endpoint one that takes no input */
async function ask(endpoint) {
  const answer = await fetch(`${origin}/api/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const { value } = await answer.json()
  return value
}

/**
 * The phones side by side on one sheet.
 * @param {readonly string[]} pictures
 * @param {string} file
 */
async function sheet(pictures, file) {
  const page = await browser.newPage({ viewport: { width: 1680, height: 892 } })
  const phones = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('')
  await page.setContent(
    `<style>
      body { display: flex; justify-content: space-between; margin: 0; padding: 24px; background: #efe6db }
      img { width: 390px; height: 844px; border-radius: 24px }
    </style>${phones}`,
  )
  await page.locator('img').last().waitFor()
  await page.screenshot({ path: file })
}
