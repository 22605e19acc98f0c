import type { Page } from 'playwright-core'
import type { DraftView } from '../../../core/contract/activity/draft'
import { act, done, makeActivity, register } from '../../support/activities/activities'
import { draftAct, publish, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { admit } from '../../support/api/people'
import { looksRight, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'
import { OWN_OFFICE } from '../../support/api/test-api'

const reader = readers({ isDemo: true })

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function fillClass(page: Page, day = '2026-12-07'): Promise<void> {
  await field(page, '标题').fill('灯笼课')
  await field(page, '开始').fill('9点')
  await field(page, '结束').fill('11：00')
  await page.locator('input[type=date]').first().fill(day)
  await field(page, '地点怎么说').fill('梧桐里会客厅二楼')
  await field(page, '名额').fill('8')
}

it('a class is written, handed in, sent back with a word, handed in anew and published', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const second = await admit(api.db, 'admin')
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new')
  await looksRight(page, 'new')
  await page.getByRole('link', { name: /^要报名的一场/ }).click()
  await press(page, '提交审核')
  await page.getByText('请写标题').waitFor()
  await looksRight(page, 'missing')
  await fillClass(page)
  await field(page, '介绍').fill('12月7日周日 9:30-11:00，打 1381234567')
  for (const odd of ['12月7日是周一，不是周日', '正文写 9:30，上面是 9:00', '电话 1381234567 少一位'])
    await page.getByText(odd).waitFor()
  expect(await field(page, '开始').inputValue()).toBe('9:00')
  await looksRight(page, 'odd')
  await page.keyboard.press('Control+s')
  await page.waitForURL('**/desk/activities/drafts/*')
  await press(page, '提交审核')
  await page.getByText(/提交。要另一位同事来审核/).waitFor()
  const draftId = page.url().split('/').pop() ?? ''
  const shown = await done<DraftView>(api.call('draft.show', { draftId }, { token: second.token }))
  expect(shown).toMatchObject({ state: 'handed_in', content: { startMinute: 540, endMinute: 660 } })
  await done(draftAct(api, 'draft.sendBack', second, shown, { word: '请写清带什么' }))
  await page.reload()
  await page.getByText('王芳 退回：请写清带什么').waitFor()
  await field(page, '要带什么').fill('剪刀')
  await press(page, '提交审核')
  await page.getByText(/提交。要另一位同事来审核/).waitFor()

  const other = await reader.visit()
  await signInAtDesk(reader.backend(), other, second, 'activities?shelf=drafts')
  await other.page.getByRole('link', { name: '灯笼课' }).click()
  await other.page.getByText('请留意').waitFor()
  await other.page.getByText('退回时说：请写清带什么').waitFor()
  await other.page.getByRole('row', { name: '要带什么 空着 剪刀' }).waitFor()
  await looksRight(other.page, 'review')
  await press(other.page, '通过，发布')
  await other.page.getByRole('heading', { name: '灯笼课' }).waitFor()
  await other.page.getByText('已发布').waitFor()
  await looksRight(other.page, 'record')
}, 180_000)

it('what was typed survives a closed tab, and a colleague’s change is laid beside one’s own', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const editor = await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new/registered')
  const colleague = await admit(api.db, 'editor')
  await field(page, '标题').fill('折纸课')
  await page.reload()
  await page.getByText('接着上次没存的。').waitFor()
  expect(await field(page, '标题').inputValue()).toBe('折纸课')
  await press(page, '不要了，用存好的')
  expect(await field(page, '标题').inputValue()).toBe('')

  const saved = await done<SavedDraft>(saveDraft(api, editor, { officeId: OWN_OFFICE }))
  await page.goto(page.url().replace('new/registered', `drafts/${saved.draftId}`))
  await field(page, '标题').fill('灯笼课（下午）')
  await done(saveDraft(api, colleague, { officeId: OWN_OFFICE, place: '二楼', startMinute: 600 }, saved))
  await press(page, '存草稿')
  await page.getByText(/^王芳 .* 改了标题、开始、地点怎么说$/).waitFor()
  await looksRight(page, 'conflict')
  await page
    .getByRole('group', { name: '标题' })
    .getByLabel(/用我的/)
    .check()
  await press(page, '就按选的存')
  await page.getByText('存好了。').waitFor()
  const merged = await done<DraftView>(
    api.call('draft.show', { draftId: saved.draftId }, { token: colleague.token }),
  )
  expect(merged).toMatchObject({
    version: 3,
    content: { title: '灯笼课（下午）', place: '二楼', startMinute: 600 },
  })
})

it('a weekly class shows its dates with the holidays, each dropped or moved', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', 'activities/new/weekly')
  await fillClass(page, '2026-12-04')
  await field(page, '最后一次不晚于').fill('2027-01-08')
  await page.getByText('一共 6 次').waitFor()
  await page.getByText('2027 年的放假安排还没公布').first().waitFor()
  await looksRight(page, 'weekly')
  await press(page, '去掉 周五 2027年1月1日')
  await page.getByText('一共 5 次').waitFor()
  await field(page, '周五 12月11日 挪到').fill('2026-12-12')
  await page.getByRole('rowheader', { name: '周六 12月12日' }).waitFor()
})

it('the list says by its address what it shows; 改错 keeps both wordings', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const editor = await signInAtDesk(reader.backend(), visit, 'editor', 'activities')
  const second = await admit(api.db, 'admin')
  const [activityId = ''] = await publish(api, [editor, second], { title: '书法课', day: '2026-12-08' })
  await page.getByRole('heading', { name: '活动' }).waitFor()
  await field(page, '标题或地点里的字').fill('书法')
  await page.keyboard.press('Enter')
  await page.waitForURL(/words=/)
  await page.getByRole('link', { name: '书法课' }).waitFor()
  await looksRight(page, 'list')
  await field(page, '标题或地点里的字').fill('没有这样的')
  await page.keyboard.press('Enter')
  await page.getByText('没有符合的。').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '书法课' }).click()
  await press(page, '改错')
  await field(page, '要带什么').fill('毛笔')
  await looksRight(page, 'correct')
  await press(page, '马上改')
  await page.getByText('等另一位同事看').waitFor()
  await looksRight(page, 'corrected')
  expect(await done(api.call('activity.show', { activityId }))).toMatchObject({ bring: '毛笔' })
  await done(act(api, 'activity.withdraw', editor, { activityId }))
})

it('a change goes out in three taps, with the words for the group and whom to ring; seats say what they do', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const editor = await signInAtDesk(reader.backend(), visit, 'editor', 'activities')
  const second = await admit(api.db, 'admin')
  const [activityId = ''] = await publish(api, [editor, second], { title: '编织课', day: '2026-12-09' })
  await register(api, activityId)
  await page.goto(page.url().replace(/activities.*$/, `activities/${activityId}`))
  await press(page, '发变动')
  await press(page, '发出')
  await page.getByText('请写改到哪里').waitFor()
  await looksRight(page, 'change')
  await field(page, '改到哪里').fill('武宁片区二楼')
  await page.getByText('报名 1 位：没留电话 1').waitFor()
  await press(page, '发出')
  await page.getByText(/^通知了 1 家/).waitFor()
  const words = await field(page, '发到微信群的话').inputValue()
  expect(words).toContain('编织课')
  expect(words).toContain('改到武宁片区二楼，时间不变。')
  await page.getByRole('button', { name: '打印门口贴条' }).waitFor()
  await press(page, '打开要打电话的名单')
  await page.getByText('没有电话：门口贴条').waitFor()
  await looksRight(page, 'change-sent')
  await page.getByText('还有 1 位没通知到').waitFor()
  await page.getByText(/^可以这样说：您好，您报名的“编织课”改到武宁片区二楼/).waitFor()
  await press(page, '门口贴好条了：没写')
  await page.getByText('都通知到了').waitFor()
  await page.getByText('没有挂大屏。').waitFor()
  await looksRight(page, 'calls-done')
  await press(page, '回到这个活动')
  await page.getByText('武宁片区二楼').first().waitFor()
  expect(await done(api.call('activity.show', { activityId }))).toMatchObject({
    change: { kind: 'indoors', place: '武宁片区二楼' },
  })

  const { seats } = await done<{ seats: { capacity: number } }>(
    api.call('draft.record', { activityId }, { token: editor.token }),
  )
  await field(page, '改成几个名额').fill(String(seats.capacity + 5))
  await page.getByText(/^会空出 \d+ 个位子。$/).waitFor()
  await press(page, '改名额')
  await page.getByText('名额改好了。').waitFor()
  await looksRight(page, 'capacity')

  await press(page, '发变动')
  await page.getByLabel('取消', { exact: true }).check()
  await press(page, '发出')
  await page
    .getByRole('dialog', { name: '取消“编织课”？' })
    .getByRole('button', { name: '取消这个活动' })
    .click()
  await page.getByText(/^通知了 1 家/).waitFor()
  expect(await done(api.call('activity.show', { activityId }))).toMatchObject({ status: 'withdrawn' })
}, 180_000)

it('who is rung is taken by one colleague at a time, and what is running can be ended early by keys alone', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeActivity(api.db, {
    title: '合唱',
    capacity: 9,
    starts_at: new Date('2026-11-24T02:30:00Z'),
    ends_at: new Date('2026-11-24T04:00:00Z'),
  })
  await register(api, activityId, { telling: 'phone', phone: '13800000001', helpWanted: '轮椅' })
  await register(api, activityId, { telling: 'phone', phone: '13800000002' })
  await api.db
    .updateTable('activity')
    .set({ starts_at: new Date('2026-11-24T01:00:00Z') })
    .where('id', '=', activityId)
    .execute()
  await signInAtDesk(reader.backend(), visit, 'editor', `activities/${activityId}`)
  await page.getByRole('button', { name: '发变动' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('报名 2 位：要打电话 2').waitFor()
  await looksRight(page, 'ended-early')
  await page.getByLabel('补一句', { exact: true }).check()
  await field(page, '补一句什么').fill('礼品在二楼领')
  await looksRight(page, 'note')
  await page.getByLabel('提前结束', { exact: true }).check()
  await page.getByRole('button', { name: '发出' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '现在结束' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '已经发出' }).waitFor()
  await press(page, '打开要打电话的名单')
  await page.getByText('还有 2 位没通知到', { exact: true }).waitFor()
  const { unreached } = await done<{ unreached: { messageId: number }[] }>(
    api.call('activity.unreached', { activityId }, { token: (await admit(api.db, 'editor')).token }),
  )
  const colleague = await admit(api.db, 'admin')
  await done(act(api, 'activity.takeCall', colleague, { activityId, messageId: unreached[0]?.messageId }))
  await page.getByRole('button', { name: '我来打：没写' }).first().click()
  await page.getByText(/^王芳正在打这个电话/).waitFor()
  await page.getByText(/^王芳在打，到 /).waitFor()
  await press(page, '我来打：没写')
  await press(page, '没人接：没写')
  await page.getByRole('menuitem', { name: '30 分钟后再打' }).click()
  await page.getByText(/^没人接，.* 再打/).waitFor()
  await looksRight(page, 'calls')
  await page.getByRole('link', { name: /^待办 \d+$/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^有变动/ }).waitFor()
  expect(await page.title()).toMatch(/^（\d+）/)
  await page.getByText('还有 2 位没通知到', { exact: true }).waitFor()
  await page.getByRole('heading', { name: '今天的活动' }).waitFor()
  await looksRight(page, 'waiting')
  await page.getByRole('link', { name: '合唱', exact: true }).click()
  await page.getByRole('heading', { name: '合唱' }).waitFor()
}, 180_000)
