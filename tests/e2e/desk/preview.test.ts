import type { Frame, Page } from 'playwright-core'
import { done } from '../../support/activities/activities'
import { draftAct, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit } from '../../support/api/people'
import { OTHER_OFFICE, OWN_OFFICE } from '../../support/api/test-api'
import { looksRight, looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { overflowing } from '../../support/browser/layout'
import { readCode } from '../../support/browser/read-code'
import { readers } from '../../support/browser/readers'
import { asShown } from '../../support/browser/shown'

const reader = readers({ isDemo: true })

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const choose = (page: Page, name: string) => page.locator('.preview__look', { hasText: name }).click()

/** The residents' page inside the panel. */
async function framed(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[src="/preview/"]')
  const frame = await element.contentFrame()
  if (frame === null) throw new Error('the panel frames no page')
  await frame.waitForSelector('h1')
  return frame
}

/** Everything that the framed page asked for, other than its own files. */
function askedBy(page: Page): () => readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.frame().url().includes('/preview/')) return
    if (!['document', 'script', 'stylesheet', 'image'].includes(request.resourceType()))
      asked.push(request.url())
    if (request.url().includes('/api/')) asked.push(request.url())
  })
  return () => asked
}

const widthOf = (frame: Frame): Promise<number> => frame.evaluate(() => window.innerWidth)
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

it('the panel shows what residents would see, follows what is typed, and asks nobody', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const asked = askedBy(page)
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new/registered')
  await press(page, '预览')
  const frame = await framed(page)
  await frame.getByText('标题还没写').waitFor()
  await frame.getByText('日期和时间还没写全').waitFor()
  await frame.getByText('名额还没写').waitFor()
  await page.getByText('请写标题，请选日期').waitFor()
  await looksRight(page, 'preview-empty')

  await field(page, '标题').fill('灯笼课')
  await frame.getByRole('heading', { name: '灯笼课' }).waitFor()
  await field(page, '开始').fill('9点')
  await field(page, '结束').fill('11：00')
  await page.locator('input[type=date]').first().fill('2026-12-07')
  await field(page, '地点怎么说').fill('梧桐里会客厅二楼')
  await field(page, '名额').fill('8')
  await field(page, '介绍').fill('做一盏灯笼，带回家。')
  await frame.getByText('还有 8 个名额').first().waitFor()
  await frame.getByText('9:00–11:00').first().waitFor()
  await page.locator('.preview__said').waitFor({ state: 'detached' })
  await looksRight(page, 'preview')
  expect(await overflowing(page)).toEqual([])
  expect(await widthOf(frame)).toBe(375)

  await choose(page, '长辈版')
  await frame.locator('.frame--elder').waitFor()
  expect(await frame.locator('.frame').evaluate((one) => getComputedStyle(one).fontSize)).toBe('23.8px')
  await shot(page, 'preview-elder')
  await frame.getByRole('button', { name: '介绍' }).click()
  await frame.getByText(asShown(/做一盏灯笼，带回家。/)).waitFor()
  await frame.getByRole('button', { name: '看完了' }).click()
  await field(page, '介绍').fill('做一盏灯笼，带回家挂。')

  await choose(page, '窄屏')
  await frame.locator('.frame:not(.frame--elder)').waitFor()
  expect(await widthOf(frame)).toBe(320)
  await page.getByRole('checkbox', { name: '深色' }).check()
  await frame.locator('.frame.theme-dark').waitFor()
  await shot(page, 'preview-narrow-dark')

  for (const name of ['发给家人', '我要报名']) {
    await frame.getByText(name).first().click()
    await frame.getByText('这是预览').waitFor()
  }
  expect(frame.url()).toMatch(/\/preview\/$/)
  expect(await page.evaluate(() => window.localStorage.getItem('display-1'))).toBeNull()
  expect(asked()).toEqual([])
}, 180_000)

it('takes what its own desk posts, and nothing from another origin or another window', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new/registered?preview')
  await field(page, '标题').fill('灯笼课')
  const frame = await framed(page)
  await frame.getByRole('heading', { name: '灯笼课' }).waitFor()
  const posted = page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const own = document.querySelector('iframe')?.contentWindow
        if (!own) return
        const original = own.postMessage.bind(own)
        own.postMessage = (message: unknown, ...rest: unknown[]) => {
          resolve(message)
          original(message, ...(rest as [string]))
        }
      }),
  )
  await field(page, '标题').fill('灯笼课二')
  const message = (await posted) as { readonly page: object }
  await frame.getByRole('heading', { name: '灯笼课二' }).waitFor()
  const forged = JSON.stringify({ ...message, page: { ...message.page, title: '假的' } })
  // As a page elsewhere, and as a window of this origin that does not frame it.
  await frame.evaluate((text) => {
    const said: unknown = JSON.parse(text)
    window.dispatchEvent(
      new MessageEvent('message', { data: said, origin: 'https://elsewhere.example', source: window.parent }),
    )
    window.dispatchEvent(
      new MessageEvent('message', { data: said, origin: window.location.origin, source: window }),
    )
  }, forged)
  await field(page, '标题').fill('灯笼课三')
  await frame.getByRole('heading', { name: '灯笼课三' }).waitFor()
  expect(await frame.getByText('假的').count()).toBe(0)
  // The same from the page that frames it is taken: the test above would see it.
  await page.evaluate((text) => {
    document.querySelector('iframe')?.contentWindow?.postMessage(JSON.parse(text), window.location.origin)
  }, forged)
  await frame.getByRole('heading', { name: '假的' }).waitFor()
})

it('no page elsewhere frames it', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { origin } = reader.backend()
  const elsewhere = `${origin.replace('127.0.0.1', 'localhost')}/elsewhere`
  await page.route(elsewhere, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<h1>elsewhere</h1><iframe src="${origin}/preview/"></iframe>`,
    }),
  )
  await page.goto(elsewhere)
  // Chromium puts a page of its own in the place of what it may not show.
  expect(page.frames().map((frame) => frame.url())).toEqual([elsewhere, 'chrome-error://chromewebdata/'])
  visit.takeComplaints()
})

it('by keyboard alone it opens, is looked at, and is left to where one was', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new/registered')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.getByRole('button', { name: '预览' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.preview:focus')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  const frame = await framed(page)
  await frame.locator('.frame--elder').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForSelector('.preview', { state: 'detached' })
  expect(await focused()).toBe('预览')
  await page.keyboard.press('Enter')
  const again = await framed(page)
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
  expect(await again.evaluate(() => document.activeElement?.textContent)).toBe('直接看内容')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.preview', { state: 'detached' })
  expect(await focused()).toBe('预览')
})

it('who approves sees it first, and a phone shows it to whoever may see the draft alone', async () => {
  const { api } = reader.backend()
  const writer = await admit(api.db, 'office')
  const saved = await done<SavedDraft>(saveDraft(api, writer, { officeId: OWN_OFFICE, day: '2026-12-08' }))
  await done(draftAct(api, 'draft.handIn', writer, saved))
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', `activities/drafts/${saved.draftId}`)
  await page.getByText(/提交/).first().waitFor()
  await press(page, '预览')
  await (await framed(page)).getByRole('heading', { name: '灯笼课' }).waitFor()
  await looksRight(page, 'preview-review')
  await choose(page, '用手机看')
  await page.getByText('别人扫了也看不到').waitFor()
  await looksRight(page, 'preview-code')
  const link = (await readCode(page, { selector: '.preview__phone svg' })) ?? ''
  expect(link).toBe(`${reader.backend().origin}/desk/activities/drafts/${saved.draftId}?preview`)
  const path = new URL(link).pathname.replace('/desk/', '') + new URL(link).search

  const stranger = await reader.visit({ width: PHONE.width })
  const asked = new Set<string>()
  stranger.page.on('request', (request) => asked.add(/\/api\/(.*)$/.exec(request.url())?.[1] ?? ''))
  await stranger.goto(`/desk/${path}`)
  await stranger.page.getByText('要看预览，请先登录。').waitFor()
  await looksRightOnPhone(stranger.page, 'preview-stranger')
  expect(await stranger.text()).not.toContain('灯笼课')
  // Of signing in alone; how often it looked by now is up to the machine.
  expect([...asked].filter((name) => name !== '' && !name.startsWith('desk.'))).toEqual([])

  const elsewhere = await reader.visit({ width: PHONE.width })
  const colleague = await admit(api.db, 'office', OTHER_OFFICE)
  await signInAtDesk(reader.backend(), elsewhere, colleague, path, PHONE)
  await elsewhere.page.locator('.ant-alert').waitFor()
  await looksRightOnPhone(elsewhere.page, 'preview-elsewhere')
  expect(await elsewhere.text()).not.toContain('灯笼课')

  const own = await reader.visit({ width: PHONE.width })
  await signInAtDesk(reader.backend(), own, writer, path, PHONE)
  const onPhone = await framed(own.page)
  await onPhone.getByRole('heading', { name: '灯笼课' }).waitFor()
  expect(await widthOf(onPhone)).toBe(PHONE.width)
  await looksRightOnPhone(own.page, 'preview-phone')
  await choose(own.page, '长辈版')
  await onPhone.locator('.frame--elder').waitFor()
  await shot(own.page, 'preview-phone-elder')
  await press(own.page, '关掉')
  await own.page.getByRole('heading', { name: '灯笼课' }).waitFor()
}, 180_000)
