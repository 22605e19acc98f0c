import { readFile } from 'node:fs/promises'
import { withoutBreaks } from '../../core/kernel/line-breaks'
import { asShown } from '../support/browser/shown'
import { admit } from '../support/api/people'
import { readers } from '../support/browser/readers'
import { act, done, makeActivity } from '../support/activities/activities'

const reader = readers()
const MINUTES = 60_000
const PAPER = '/activity/pages/activity/index?id=paper-cutting'

describe('a reader who looks what is on', () => {
  it('comes from the first screen by day to an activity, and back by the list’s own address', async () => {
    const { page, goto } = await reader.visit()
    await goto('/')
    await page.getByRole('link', { name: /剪纸课/ }).waitFor()
    await page.getByRole('link', { name: '看全部活动' }).click()
    await page.getByRole('heading', { level: 1, name: '近一个月有 7 个活动' }).waitFor()
    await page.getByRole('heading', { level: 2, name: '周五 11月27日' }).waitFor()
    await page
      .getByRole('link', { name: /剪纸课/ })
      .filter({ visible: true })
      .click()
    await page.getByRole('heading', { level: 1, name: '剪纸课' }).waitFor()
    expect(new URL(page.url()).search).toBe('?id=paper-cutting')
    await page.getByText('还有 20 个名额（共 20 个）').waitFor()
    const register = page.getByRole('link', { name: '我要报名' })
    expect(await register.getAttribute('href')).toBe('/activity/pages/register/index?id=paper-cutting')
  })

  it('narrows the list by chips, in one tap each, by keys as well', async () => {
    const { page, goto } = await reader.visit()
    await goto('/pages/activities/index')
    await page.getByRole('button', { name: '周末' }).click()
    await page.getByRole('heading', { name: '这个周末有 2 个活动' }).waitFor()
    await page.getByRole('button', { name: '更多筛选' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '市集' }).click()
    await page.getByRole('heading', { name: '这个周末有 1 个活动' }).waitFor()
    expect(await page.getByRole('button', { name: '市集', pressed: true }).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: '今天' }).click()
    await page.getByText('没有找到这样的活动').waitFor()
    await page.getByRole('button', { name: '看全部活动' }).click()
    await page.getByRole('heading', { name: '近一个月有 7 个活动' }).waitFor()
  })

  it('reads one thing at a time in the elder edition', async () => {
    const { page, goto } = await reader.visit({ display: { edition: 'elder', elderScale: 1.8 } })
    await goto(PAPER)
    expect(await page.getByText('老花镜').count()).toBe(0)
    await page.getByRole('button', { name: '谁能来，带什么' }).click()
    await page.getByText('老花镜').waitFor()
    expect(await page.getByText('还有 20 个名额（共 20 个）').count()).toBe(0)
    await page.getByRole('button', { name: '看完了' }).click()
    await page.getByText('还有 20 个名额（共 20 个）').waitFor()
  })
})

describe('the page of an activity', () => {
  it('has its title once, as the heading, and it is what the browser’s own tab says', async () => {
    const { page, goto } = await reader.visit()
    await goto(PAPER)
    await page.getByRole('heading', { level: 1, name: '剪纸课' }).waitFor()
    expect(
      await page
        .locator('.frame')
        .getByText(/^剪纸课/)
        .count(),
    ).toBe(1)
    expect(await page.locator('.top-bar__title').innerText()).toBe('活动')
    expect(await page.title()).toContain('剪纸课')
  })

  it('begins with a picture of 16 to 9', async () => {
    const { page, goto } = await reader.visit()
    await goto(PAPER)
    const box = await page.locator('.activity-scene').boundingBox()
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1)
  })

  it('copies its link for whoever wants to send it', async () => {
    const { page, context, goto } = await reader.visit()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await goto(PAPER)
    await page.getByRole('button', { name: '发给家人' }).click()
    await page.getByText('链接复制好了，发给家人就行。').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(PAPER)
  })
})

describe('the calendar file of an activity', () => {
  it('comes without a network, and is called old after a change', async () => {
    const { page, context, goto } = await reader.visit()
    const { api } = reader.backend()
    const id = await makeActivity(api.db, {
      title: '剪纸,编结;和一家人的长长下午，从两点到四点，请带剪刀和一小段红绳子',
    })
    const address = `/activity/pages/activity/index?id=${id}`
    await goto(address)
    const button = page.getByRole('button', { name: '记到手机日历' })
    await button.waitFor()
    await context.setOffline(true)
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    await context.setOffline(false)
    expect(download.suggestedFilename()).toBe(`${id}.ics`)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain(`UID:${id}@127.0.0.1`)
    expect(text).toContain('SUMMARY:剪纸\\,编结\\;')
    expect(text).toContain('TRIGGER:-PT900M')
    await page.getByText('日历文件存好了，打开它就记上了。').waitFor()

    const editor = await admit(api.db, 'editor')
    await done(
      act(api, 'activity.change', editor, {
        activityId: id,
        kind: 'indoors',
        place: '武宁二楼',
        startsAt: null,
      }),
    )
    await page.clock.fastForward(5 * MINUTES)
    await goto(address)
    await page
      .getByText(asShown(/^日历里那条旧了，记的是周六 9:00 梧桐里会客厅。请删掉旧的，重新记一次。$/))
      .waitFor()
    await page.getByRole('button', { name: '重新记到日历' }).waitFor()
  })
})

describe('a reader without a network', () => {
  it('reads again what was read before, list and activity', async () => {
    const { page, context, goto } = await reader.visit()
    await goto('/pages/activities/index')
    const rows = page.getByRole('link', { name: /剪纸课/ }).filter({ visible: true })
    await rows.click()
    await page.getByText('老花镜').waitFor()
    await context.setOffline(true)
    await page.clock.fastForward(5 * MINUTES)
    await page.goBack()
    const note = page.getByText(asShown(/^这是上次看到的内容（今天 (?:9:59|10:00)）。网通了会自动更新。$/))
    await note.filter({ visible: true }).waitFor()
    await rows.click()
    await page.getByText('老花镜').filter({ visible: true }).waitFor()
    await context.setOffline(false)
    await note.filter({ visible: true }).waitFor({ state: 'detached' })
  })
})

describe('a changed activity', () => {
  it('says so first, in the list and on its page', async () => {
    const { api } = reader.backend()
    const editor = await admit(api.db, 'editor')
    const activityId = await makeActivity(api.db, { title: '夜跑团' })
    const input = { activityId, kind: 'postponed', place: null, startsAt: '2026-11-29T01:00:00Z' }
    await done(act(api, 'activity.change', editor, input))
    const { page, goto } = await reader.visit()
    await goto('/pages/activities/index')
    await page.getByRole('link', { name: /推迟了.*夜跑团/ }).click()
    const card = page.locator('[role="alert"]').filter({ hasText: '推迟到周日 9:00' })
    await card.waitFor()
    expect(withoutBreaks(await card.innerText())).toMatch(
      /^推迟到周日 9:00\s+原来是周六 9:00。\s+10:00 更新$/,
    )
  })
})

describe('a poster', () => {
  it('is a picture with words of its own, and can be saved', async () => {
    const { page, goto } = await reader.visit()
    await goto('/activity/pages/poster/index?id=paper-cutting')
    const picture = page.getByRole('img', { name: /剪纸课（示例），周五 11月27日 14:00–16:00/ })
    await picture.waitFor()
    const drawn = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    })
    expect(drawn).toEqual([1200, 1920])
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '发给朋友或存下来' }).click()
    expect((await saved).suggestedFilename()).toBe('剪纸课.png')
  })
})

describe('an address of an activity that is none', () => {
  it.each(['?id=nobody-knows-it', '?id=No%20Such', ''])('%s is a sentence with a way on', async (query) => {
    const { page, goto } = await reader.visit()
    await goto(`/activity/pages/activity/index${query}`)
    await page.getByRole('heading', { name: /没有找到这个活动/ }).waitFor()
    await page.getByRole('link', { name: '看全部活动' }).click()
    await page.getByRole('heading', { level: 1, name: /近一个月有/ }).waitFor()
  })
})
