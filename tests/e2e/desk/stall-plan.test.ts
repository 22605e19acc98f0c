import type { Locator, Page } from 'playwright-core'
import { act, done, makeActivity } from '../../support/activities/activities'
import { admit, type Person } from '../../support/api/people'
import { violations } from '../../support/browser/accessibility'
import { looksRight, looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { badLines, cutText, overflowing, smallTargets } from '../../support/browser/layout'
import { printed } from '../../support/browser/paper'
import { PLACES, readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })
const api = () => reader.backend().api

const stall = (number: string, position: { readonly x: number; readonly y: number } | null = null) => ({
  number,
  kind: '手作',
  name: `虚构社 ${number}`,
  hours: null,
  called: null,
  phone: null,
  note: null,
  position,
})

/** A market whose stalls wait for a second person; `published` ones stand already. */
async function makeMarket(editor: Person, stalls: readonly object[]): Promise<string> {
  const activityId = await makeActivity(api().db, {
    kind: 'open',
    capacity: null,
    topic: 'market',
    title: '虚构集市',
    place: '芦荻路步行街',
  })
  await done(act(api(), 'stall.savePlan', editor, { activityId, version: 0, stalls }))
  return activityId
}

const publish = async (activityId: string, version: number) =>
  done(act(api(), 'stall.publishPlan', await admit(api().db, 'editor'), { activityId, version }))

const positions = async (activityId: string) => {
  const { stalls } = await done<{
    stalls: readonly { number: string; position: { x: number; y: number } | null }[]
  }>(api().call('activity.show', { activityId }))
  return Object.fromEntries(stalls.map(({ number, position }) => [number, position]))
}

const ground = (page: Page): Locator => page.getByRole('img', { name: '摊位图' })
const chip = (page: Page, number: string): Locator =>
  page.getByRole('button', { name: `${number} 号`, exact: true })
const sign = (page: Page, number: string): Locator =>
  ground(page).locator('.plan-sign', { hasText: new RegExp(`^${number}$`) })

async function openPlan(page: Page): Promise<void> {
  await page
    .getByText(/^摊位图/)
    .first()
    .click()
  await ground(page).waitFor()
}

/** Pixels of the window of a point of the plan. */
async function pointOf(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await ground(page).boundingBox()
  if (box === null) throw new Error('the plan is not in sight')
  return { x: box.x + box.width * x, y: box.y + box.height * y }
}

async function middleOf(of: Locator): Promise<{ x: number; y: number }> {
  await of.scrollIntoViewIfNeeded()
  const box = await of.boundingBox()
  if (box === null) throw new Error('it is not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function dragByMouse(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middleOf(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** As a finger does it: Chromium makes pointer events of these. */
async function dragByFinger(page: Page, from: Locator, to: { x: number; y: number }): Promise<void> {
  const start = await middleOf(from)
  const touch = await page.context().newCDPSession(page)
  const at = (x: number, y: number) => [{ x, y, id: 1 }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(start.x, start.y) })
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at(start.x + (to.x - start.x) * part, start.y + (to.y - start.y) * part),
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

it('numbers are dragged onto the plan, moved and taken off; what lies on another is named; a second person publishes', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const editor = await admit(api().db, 'editor')
  const id = await makeMarket(
    editor,
    ['1', '2', '3'].map((number) => stall(number)),
  )
  await publish(id, 1)
  await signInAtDesk(reader.backend(), visit, editor, `activities/${id}/stalls`)
  await page.getByText('摊位图（还有 3 个没放）').waitFor()
  await openPlan(page)
  await ground(page).scrollIntoViewIfNeeded()
  await dragByMouse(page, chip(page, '1'), await pointOf(page, 0.25, 0.5))
  await page.getByText('1 号在图上：左 25%，上 50%').waitFor()
  await dragByMouse(page, chip(page, '2'), await pointOf(page, 0.255, 0.5))
  await page.getByText('叠在一起了，居民看不清：1 和 2').waitFor()
  await looksRight(page, 'plan-over')
  await page.setViewportSize({ width: 1280, height: 800 })
  await dragByMouse(page, sign(page, '2'), await pointOf(page, 0.75, 0.25))
  await page.getByText('2 号在图上：左 75%，上 25%').waitFor()
  await page.getByText(/^叠在一起了/).waitFor({ state: 'detached' })
  await dragByMouse(page, chip(page, '3'), await pointOf(page, 0.5, 0.75))
  await page.getByText('都放上图了。').waitFor()
  await dragByMouse(page, sign(page, '3'), await middleOf(page.getByText('都放上图了。')))
  await page.getByText('3 号从图上拿下来了。').waitFor()
  await page.keyboard.press('Control+S')
  await page.getByText('3 个摊位已保存，待复核', { exact: true }).waitFor()
  expect(await positions(id)).toEqual({ 1: null, 2: null, 3: null })
  await publish(id, 3)
  expect(await positions(id)).toEqual({
    1: { x: expect.closeTo(0.25, 2) as number, y: expect.closeTo(0.5, 2) as number },
    2: { x: expect.closeTo(0.75, 2) as number, y: expect.closeTo(0.25, 2) as number },
    3: null,
  })
})

it('all of it by keys alone: chosen, moved, set, put back, taken off, and a row laid', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const editor = await admit(api().db, 'editor')
  const id = await makeMarket(
    editor,
    ['1', '2', '3', '4'].map((number) => stall(number)),
  )
  await signInAtDesk(reader.backend(), visit, editor, `activities/${id}/stalls`)
  await page.getByRole('radio', { name: '表格', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await ground(page).waitFor()
  await chip(page, '1').focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 号选中了，点图上放下，或用方向键。').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText('1 号在图上：左 50%，上 50%').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await page.getByText('1 号在图上：左 51%，上 45%').waitFor()
  await page.keyboard.press('Enter')
  expect(await chip(page, '1').getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.getByText('1 号在图上：左 46%，上 45%').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('1 号放回原处。').waitFor()
  await chip(page, '2').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.getByText('2 号在图上：左 50%，上 50%').waitFor()
  await page.keyboard.press('Delete')
  await page.getByText('2 号从图上拿下来了。').waitFor()
  await page.getByRole('button', { name: '排成一行' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('3 个摊位排成了一行。').waitFor()
  await page.keyboard.press('Control+S')
  await page.getByText('4 个摊位已保存，待复核', { exact: true }).waitFor()
  await publish(id, 2)
  expect(await positions(id)).toEqual({
    1: { x: 0.51, y: 0.45 },
    2: { x: 0.45, y: 0.5 },
    3: { x: 0.55, y: 0.5 },
    4: { x: 0.65, y: 0.5 },
  })
})

it('on a phone numbers are dragged by a finger, or tapped onto the plan one after the other', async () => {
  const visit = await reader.visit({ width: PHONE.width })
  const { page } = visit
  const editor = await admit(api().db, 'editor')
  const id = await makeMarket(
    editor,
    ['1', '2', '3'].map((number) => stall(number)),
  )
  await signInAtDesk(reader.backend(), visit, editor, `activities/${id}/stalls`, PHONE)
  await openPlan(page)
  await ground(page).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await dragByFinger(page, chip(page, '1'), await pointOf(page, 0.3, 0.5))
  await page.getByText(/^1 号在图上：左 30%，上 50%/).waitFor()
  await chip(page, '2').click()
  const first = await pointOf(page, 0.6, 0.4)
  await page.mouse.click(first.x, first.y)
  await page.getByText(/^2 号在图上/).waitFor()
  const next = await pointOf(page, 0.8, 0.4)
  await page.mouse.click(next.x, next.y)
  await page.getByText(/^3 号在图上：左 80%，上 40%/).waitFor()
  await looksRightOnPhone(page, 'plan')
})

describe('what residents see', () => {
  /** Both sides of a street: 30 stalls, of which the last has no place. */
  const street = Array.from({ length: 30 }, (_, at) =>
    stall(String(at + 1), at === 29 ? null : { x: 0.05 + 0.064 * (at % 15), y: at < 15 ? 0.25 : 0.7 }),
  )

  it('is the plan with its numbers; a row points at its number, a number at its row, and one’s own stands out', async () => {
    const editor = await admit(api().db, 'editor')
    const id = await makeMarket(editor, street)
    const applicant = await admit(api().db)
    const route = `/activity/pages/stalls/index?id=${id}`
    const visit = await reader.visit()
    const { page } = visit
    await publish(id, 1)
    const { applicationId } = await done<{ applicationId: string }>(
      act(api(), 'stall.apply', applicant, { activityId: id, kind: '手作', offer: '竹编小篮' }),
    )
    const listed = await done<{ stalls: { stallId: string; number: string }[] }>(
      api().call('stall.list', { activityId: id }, { token: editor.token }),
    )
    const stallId = listed.stalls.find(({ number }) => number === '7')?.stallId
    await done(act(api(), 'stall.assign', editor, { applicationId, stallId }))
    await page.addInitScript(
      (session) => window.localStorage.setItem('session-2', session),
      JSON.stringify({ token: applicant.token, person: 'applicant' }),
    )
    await visit.goto(route)
    await page.locator('.stall-sign').nth(28).waitFor()
    expect(await page.locator('.stall-sign').allInnerTexts()).toEqual(
      street.slice(0, 29).map(({ number }) => number),
    )
    await page.getByText('您的摊位是 7 号。').waitFor()
    expect(await page.locator('.stall-sign--own').innerText()).toBe('7')
    const row = page.getByRole('button', { name: '12 号：虚构社 12，看在图上哪里' })
    await row.click()
    await page.locator('.stall-sign--pointed', { hasText: '12' }).waitFor()
    expect(await row.getAttribute('aria-pressed')).toBe('true')
    await page.locator('.stall-sign', { hasText: /^3$/ }).click()
    await page.locator('.stall-row--pointed', { hasText: '3 号' }).waitFor()
    await page.getByRole('status').getByText('3 号：虚构社 3').waitFor()
    expect(await page.getByRole('button', { name: /^30 号/ }).count()).toBe(0)
  })

  const STATES = [
    ['standard', { target: 44 }],
    ['dark', { target: 44, theme: 'dark' as const }],
    ['elder-1.8', { target: 60, display: { edition: 'elder' as const, elderScale: 1.8 } }],
    ['elder-2.0', { target: 60, rootFont: 32, display: { edition: 'elder' as const, elderScale: 1.8 } }],
  ] as const
  it.each(STATES)('reads well: %s', async (name, { target, ...options }) => {
    const editor = await admit(api().db, 'editor')
    const id = await makeMarket(editor, street)
    await publish(id, 1)
    const visit = await reader.visit({ ...options, width: 320 })
    const { page } = visit
    await visit.goto(`/activity/pages/stalls/index?id=${id}`)
    await page.getByRole('button', { name: '看全图' }).waitFor()
    const look = async (state: string) => {
      for (const width of [768, 390, 320]) {
        await visit.resize(width)
        const folder = process.env['SCREENSHOTS']
        if (folder !== undefined)
          await page.screenshot({ path: `${folder}/stalls-${name}-${state}-${width}.png` })
        expect({
          lines: await badLines(page, PLACES),
          overflowing: await overflowing(page),
          cut: await cutText(page),
          small: await smallTargets(page, target),
        }).toEqual({ lines: [], overflowing: [], cut: [], small: [] })
      }
      expect(await violations(page)).toEqual([])
    }
    await look('large')
    await page.getByRole('button', { name: '看全图' }).click()
    await page.getByRole('button', { name: '放大看号码' }).waitFor()
    await look('whole')
  })

  it('are chosen numbers also where the system paints in its own colours', async () => {
    const editor = await admit(api().db, 'editor')
    const id = await makeMarket(editor, street)
    await publish(id, 1)
    const visit = await reader.visit()
    const { page } = visit
    await page.emulateMedia({ forcedColors: 'active' })
    await visit.goto(`/activity/pages/stalls/index?id=${id}`)
    await page.getByRole('button', { name: /^12 号/ }).click()
    const pointed = page.locator('.stall-sign--pointed')
    await pointed.waitFor()
    expect(await pointed.evaluate((element) => window.getComputedStyle(element).outlineStyle)).toBe('solid')
  })

  it('is no plan where no stall has a place', async () => {
    const editor = await admit(api().db, 'editor')
    const id = await makeMarket(editor, [stall('1'), stall('2')])
    await publish(id, 1)
    const visit = await reader.visit()
    await visit.goto(`/activity/pages/stalls/index?id=${id}`)
    await visit.page.getByText('虚构社 2').waitFor()
    expect(await visit.page.getByText('摊位图', { exact: true }).count()).toBe(0)
  })
})

it('prints on one A4 in black on white, from 摊位 and from 宣传材料', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const editor = await admit(api().db, 'editor')
  const rows = Array.from({ length: 30 }, (_, at) =>
    stall(String(at + 1), { x: 0.05 + 0.064 * (at % 15), y: at < 15 ? 0.25 : 0.7 }),
  )
  const id = await makeMarket(editor, rows)
  await publish(id, 1)
  await page.addInitScript(() => {
    // The paper goes as soon as the printer has it: a copy stays.
    window.print = () => {
      const paper = document.querySelector('.only-print:not(:empty)')?.cloneNode(true) as HTMLElement
      document.body.replaceChildren(paper)
    }
  })
  await signInAtDesk(reader.backend(), visit, editor, `activities/${id}/stalls`)
  await openPlan(page)
  await page.getByRole('button', { name: '打印 A4 摊位图' }).click()
  const look = async (name: string) => {
    await page.locator('.plan-paper').waitFor({ state: 'attached' })
    expect(await page.locator('.plan-paper__ground > span').count()).toBe(31)
    const paper = await printed(page, name)
    expect(paper).toMatchObject({ pages: 1, isFilled: false })
    expect(paper.darkest).toBeLessThan(40)
  }
  await look('plan-from-stalls')
  await page.goto(new URL(`/desk/activities/${id}/materials`, page.url()).href)
  await page.getByRole('button', { name: '打印 A4 摊位图' }).click()
  await look('plan-from-materials')
})
