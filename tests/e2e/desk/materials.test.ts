import { writeFileSync } from 'node:fs'
import { readSignUpChain } from '../../../core/tables/sign-up-chain'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Page } from 'playwright-core'
import { encode } from 'uqr'
import { act, done, makeActivity } from '../../support/activities/activities'
import { OWN_OFFICE } from '../../support/api/test-api'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { heightsInMm, printed, type Paper } from '../../support/browser/paper'
import { readPicture } from '../../support/browser/read-code'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })
const MOST_BYTES = 500_000

const makeClass = (given: Record<string, unknown> = {}): Promise<string> =>
  makeActivity(reader.backend().api.db, {
    title: '梧桐里中国结',
    office_id: OWN_OFFICE,
    capacity: 40,
    sample: false,
    service_phone: '021-62000003',
    bring: '老花镜、一把小剪刀',
    ...given,
  })

/** What anybody can read off a cheap printer: black on white, and no ink that only fills. */
function isLegible(paper: Paper, pages: number): void {
  expect(paper).toMatchObject({ pages, isFilled: false })
  expect(paper.darkest).toBeLessThan(40)
  expect(paper.black).toBeGreaterThan(0.003)
  expect(paper.black).toBeLessThan(0.2)
  // Edges of letters and thin lines, and nothing in pale colours.
  expect(paper.between).toBeLessThan(0.1)
}

/** A code as WeChat draws it, as far as these tests can tell: a picture in base64. */
const pictureOf = (page: Page, text: string): Promise<string> =>
  page.evaluate(
    ({ data, size }) => {
      const canvas = document.createElement('canvas')
      canvas.width = size * 8
      canvas.height = size * 8
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, size * 8, size * 8)
      pen.fillStyle = '#000'
      data.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * 8, y * 8, 8, 8)))
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    },
    encode(text, { ecc: 'M', border: 2 }),
  )

/** The picture that would be saved, its size and what a scanner reads off it. */
async function poster(page: Page) {
  const saved = page.getByRole('link', { name: '存成图片' })
  await saved.waitFor()
  const address = (await saved.getAttribute('href')) ?? ''
  const bytes = Buffer.from(address.split(',')[1] ?? '', 'base64')
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined) writeFileSync(`${folder}/group-poster.png`, bytes)
  return { size: bytes.length, width: bytes.readUInt32BE(16), code: await readPicture(page, bytes) }
}

it('of a published activity there are words for the group, a picture, and paper; without an account no dead code', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const activityId = await makeClass()
  await signInAtDesk(reader.backend(), visit, 'office', `activities/${activityId}`)
  await page.getByRole('link', { name: '宣传材料' }).focus()
  await page.keyboard.press('Enter')
  const notice = page.getByRole('textbox', { name: '群通知', exact: true })
  await notice.waitFor()
  expect(await notice.inputValue()).toContain('打 021-62000003，或到会客厅')
  const { size, width, code } = await poster(page)
  expect([width, code]).toEqual([1080, null])
  expect(size).toBeLessThanOrEqual(MOST_BYTES)
  await page.getByText('还没有接上小程序的账号').waitFor()
  expect(await page.getByText('AppID', { exact: true }).count()).toBe(0)
  await looksRight(page, 'materials')

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: '复制带接龙的' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('复制好了，到群里粘贴。').first().waitFor()
  const back = `${await page.evaluate(() => navigator.clipboard.readText())}王阿姨 2位`
  expect(readSignUpChain(back, '2026-11-24' as ShanghaiDay)).toMatchObject({
    head: { title: '梧桐里中国结', day: { asks: [] } },
    entries: [{ who: { value: '王阿姨' }, count: { value: 2 } }],
    mayBeSaved: true,
  })
  isLegible(await printed(page, 'poster'), 1)
})

it('with an account the poster, the paper and the desk carry 小程序码, and the path for an article', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const activityId = await makeClass({ title: '曲水流觞读书会（带老花镜和茶杯的那一场）' })
  await signInAtDesk(reader.backend(), visit, 'office', 'activities')
  const opens = `activity/pages/activity/index?scene=${activityId}`
  const content = await pictureOf(page, opens)
  await page.route('**/desk/api/activity.code', (route) =>
    route.fulfill({ json: { ok: true, value: { code: { mediaType: 'image/png', content } } } }),
  )
  await page.route('**/desk/api/activity.materials', async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { value: object }
    await route.fulfill({
      json: { ...body, value: { ...body.value, wechat: { appId: 'wx0000000000000000', path: opens } } },
    })
  })
  await page.goto(`${reader.backend().origin}/desk/activities/${activityId}/materials`)
  await page.getByRole('img', { name: '这场活动的小程序码' }).waitFor()
  await page.getByText('wx0000000000000000').waitFor()
  await page.getByText(opens).waitFor()
  await page.getByText('在自己手机上打开这场活动').waitFor()
  const { size, width, code } = await poster(page)
  expect([width, code]).toEqual([1080, opens])
  expect(size).toBeLessThanOrEqual(MOST_BYTES)
  await looksRight(page, 'materials-account')
  isLegible(await printed(page, 'poster-account'), 1)
})

it('blank cards are eight on one sheet of A4', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'office', 'counter/cards')
  await page.getByRole('heading', { name: '空白卡' }).waitFor()
  isLegible(await printed(page, 'cards'), 1)
  expect(await page.locator('.guest-card').count()).toBe(8)
})

it('the sign-in sheet has 25 rows a page, each high enough to sign, and its head on every page', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeClass({ title: '合唱' })
  const clerk = await signInAtDesk(reader.backend(), visit, 'office', `sign-in-sheet/${activityId}`)
  for (let at = 0; at < 27; at += 1)
    await done(
      act(api, 'counter.register', clerk, {
        activityId,
        called: `街坊${at}`,
        party: [{ birthYear: null, guardianConsent: false }],
        compoundId: null,
        answers: [],
        helpWanted: null,
        phone: null,
        consent: 'oral',
      }),
    )
  // The paper stands on the page only while the browser takes it.
  await page.evaluate(() => {
    window.print = () => {
      const paper = document.querySelector('.only-print')?.cloneNode(true)
      document.body.replaceChildren(...(paper === undefined ? [] : [paper]))
    }
  })
  await page.getByRole('button', { name: '打印' }).click()
  await page.locator('body > .only-print').waitFor({ state: 'attached' })
  isLegible(await printed(page, 'sign-in-sheet'), 2)
  // Signed on another day than it was printed: the day is said, not 周六 or 明天.
  expect(await page.locator('.sign-sheet p').first().textContent()).toContain('周六 11月28日 9:00')
  const rows = await heightsInMm(page, '.sign-sheet tbody tr')
  expect(rows).toHaveLength(50)
  expect(Math.min(...rows)).toBeGreaterThanOrEqual(9)
  expect(await page.locator('.sign-sheet thead').count()).toBe(2)
})
