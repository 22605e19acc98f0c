import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { admit } from '../../support/api/people'
import { looksRight, looksRightOnPhone, PHONE, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'
import { act, done, makeActivity } from '../../support/activities/activities'

const reader = readers({ isDemo: true })
const MARKET = 'reed-market-20261128'
const PLAN = `activities/${MARKET}/stalls`

/** As Excel puts it on the clipboard: the same table in two forms. */
async function copy(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async (cells) => {
    const html = `<table>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
    const text = cells.map((row) => row.join('\t')).join('\n')
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ])
  }, rows as string[][])
}

const stalls = async () => {
  const { api } = reader.backend()
  const shown = await done<{ stalls: { number: string; name: string | null }[] }>(
    api.call('activity.show', { activityId: MARKET }),
  )
  return shown.stalls
}

it('thirty stalls are pasted, one is corrected, saved and published by a second person: by keys alone', async () => {
  const [visit, second] = [await reader.visit(), await reader.visit()]
  const { page } = visit
  const kept = await admit(reader.backend().api.db, 'editor')
  await signInAtDesk(reader.backend(), visit, 'editor', PLAN)
  await page.getByRole('heading', { name: /摊位：/ }).waitFor()
  const rows = Array.from({ length: 30 }, (_, at) => [
    at === 16 ? '１２号' : String(at + 1),
    `虚构社 ${at + 1}`,
    `手作 ${at + 1}`,
    at === 4 ? '1.39E+10' : `139000000${String(at + 10)}`,
  ])
  await copy(page, [['摊位号', '单位/姓名', '内容', '联系电话'], ...rows])
  await page.getByRole('radio', { name: '整张换掉' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel(/在 WPS、Excel/).focus()
  await page.keyboard.press('Control+V')
  await page.getByText('读到 30 行，还没有存。').waitFor()
  expect(await page.getByText('摊位号 12 重复（第 12 行）').count()).toBe(1)
  await looksRight(page, 'stalls-wrong')
  await page.getByLabel('电话 5', { exact: true }).focus()
  await page.keyboard.type('13900000014')
  await page.keyboard.press('Control+S')
  await page.getByText('第 17 行：摊位号 12 重复（第 12 行），一行也没有导入。').waitFor()
  expect(await stalls()).toHaveLength(4)
  await page.getByLabel('摊位号 17', { exact: true }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('17')
  await page.keyboard.press('Control+S')
  await page.getByText('30 个摊位已保存，待复核', { exact: true }).waitFor()
  await looksRight(page, 'stalls-waiting')
  expect(await stalls()).toHaveLength(4)
  await signInAtDesk(reader.backend(), second, kept, PLAN)
  const publish = second.page.getByRole('button', { name: '复核通过，发布' })
  await publish.focus()
  await second.page.keyboard.press('Enter')
  await second.page.getByText('30 个摊位发布了').waitFor()
  expect(await stalls()).toHaveLength(30)
})

it('lines of a chat: what may mean two things is asked, and nothing is saved before', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', PLAN)
  await page.getByRole('radio', { name: '整张换掉' }).check()
  await page
    .getByLabel(/在 WPS、Excel/)
    .fill('12号 张三 中国结\n13号、李四、串珠（体验）9:30-11:00\n15-16号 合美社区 旧物交换\n17 王五\nA3 空')
  await page.getByText('“15-16”是 2 个摊位、同一家，还是一个摊位？').waitFor()
  await looksRight(page, 'stalls-asked')
  await page.keyboard.press('Control+S')
  await page.getByText(/第 3 行：“15-16”是 2 个摊位.*一行也没有导入。/).waitFor()
  await page.getByRole('button', { name: '2 个摊位（15、16），同一家' }).click()
  await page.getByRole('button', { name: '不写，先空着' }).click()
  await page.keyboard.press('Control+S')
  await page.getByText('6 个摊位已保存，待复核', { exact: true }).waitFor()
})

it('a file is read, its merged cells understood, and one behind a password is refused in a sentence', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', PLAN)
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/tables/password.xlsx')
  await page.getByText('这个文件有密码，打不开。').waitFor()
  await page.locator('input[type=file]').setInputFiles('tests/fixtures/tables/merged.xlsx')
  await page.getByText('读到 2 行，还没有存。').waitFor()
  await page.getByText('合并单元格').waitFor()
  await looksRight(page, 'stalls-file')
})

it('a resident who asked is given a stall', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const applicant = await admit(api.db)
  await done(act(api, 'stall.apply', applicant, { activityId: MARKET, kind: '手作', offer: '竹编小篮' }))
  await signInAtDesk(reader.backend(), visit, 'editor', `activities/${MARKET}`)
  await page.getByRole('button', { name: '摊位', exact: true }).click()
  await page.getByText('手作：竹编小篮').waitFor()
  const to = page.getByRole('combobox', { name: /排到几号/ })
  await to.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText(/^排在 .+ 号$/).waitFor()
  await looksRight(page, 'stalls-assigned')
  expect((await stalls()).filter(({ name }) => name === '竹编小篮')).toHaveLength(1)
})

it('a change of the market is told to who has stalls, one call each, with what to say', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeActivity(api.db, { kind: 'open', capacity: null, title: '虚构集市' })
  const editor = await admit(api.db, 'editor')
  const stalls = ['1', '2', '3'].map((number) => ({
    number,
    kind: '手作',
    name: `第 ${number} 家`,
    hours: null,
    called: number === '3' ? '李四' : '张三丰',
    phone: number === '3' ? null : '13900000061',
    note: null,
  }))
  await done(act(api, 'stall.savePlan', editor, { activityId, version: 0, stalls }))
  await signInAtDesk(reader.backend(), visit, editor, `activities/${activityId}`)
  await page.getByRole('button', { name: '发变动' }).click()
  await page.getByText('摊主 2 位：要打电话 1，没留电话 1').waitFor()
  await page.getByLabel('改到哪里', { exact: true }).fill('武宁片区二楼')
  await looksRight(page, 'stalls-change')
  await page.getByRole('button', { name: '发出' }).click()
  await page.getByText(/摊主 2 位也要打电话。$/).waitFor()
  await page.getByRole('button', { name: '打开要打电话的名单' }).click()
  await page.getByText('有摊位的，可以这样说：').waitFor()
  await page.getByText('1、2 号摊', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '13900000061' }).count()).toBe(1)
  await page.getByRole('button', { name: '我来打：张三丰' }).click()
  await looksRight(page, 'stalls-calls')
  await page.getByRole('button', { name: '打通了：张三丰' }).click()
  await page.getByRole('button', { name: '改：张三丰' }).waitFor()
  await page.setViewportSize(PHONE)
  await looksRightOnPhone(page, 'stalls-calls')
})

it('stalls go out as a file with its purpose, and the file comes in again as the same stalls', async () => {
  const visit = await reader.visit()
  const { page } = visit
  const { api } = reader.backend()
  const activityId = await makeActivity(api.db, { kind: 'open', capacity: null, title: '虚构小集' })
  const editor = await admit(api.db, 'editor')
  const stalls = ['01', 'A3'].map((number) => ({
    number,
    kind: '手作',
    name: `第 ${number} 家`,
    hours: null,
    called: '李四',
    phone: '13900000062',
    note: null,
  }))
  await done(act(api, 'stall.savePlan', editor, { activityId, version: 0, stalls }))
  await signInAtDesk(reader.backend(), visit, editor, `activities/${activityId}/stalls`)
  await page.getByRole('button', { name: '导出 .xlsx' }).click()
  await page.getByText('请先选用来做什么。').waitFor()
  await page.getByRole('combobox', { name: '用来做什么' }).focus()
  await page.keyboard.press('Enter')
  await page.getByTitle('打电话', { exact: true }).click()
  await page.getByRole('checkbox', { name: '带摊主、电话和备注' }).check()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 .xlsx' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^摊位表-\d{8}-\d{6}\.xlsx$/)
  await page.getByText(/^导出了，编号 \d{8}-\d{6}，/).waitFor()
  await looksRight(page, 'stalls-exported')
  await page.locator('input[type=file]').setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  })
  await page.getByText('读到 2 行，还没有存。').waitFor()
  await page.getByText('没变 2', { exact: true }).waitFor()
  await page.setViewportSize(PHONE)
  await looksRightOnPhone(page, 'stalls-exported')
})

it('what was typed about stalls outlives a closed tab under a key of the session, and not the session', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'editor', PLAN)
  await page.getByRole('radio', { name: '整张换掉' }).check()
  await page.getByLabel(/在 WPS、Excel/).fill('12号 张三丰 中国结')
  await page.getByText('读到 1 行，还没有存。').waitFor()
  const lying = () => page.evaluate(() => JSON.stringify({ ...window.localStorage }))
  await page.waitForFunction(() =>
    Object.keys(window.localStorage).some((name) => name.startsWith('sealed:')),
  )
  expect(await lying()).not.toContain('张三丰')
  await page.reload()
  await page.getByText('接着上次没存的。').waitFor()
  expect(await page.getByLabel('摊主 1', { exact: true }).inputValue()).toBe('张三丰')
  await looksRight(page, 'stalls-restored')
  await page.getByRole('button', { name: '退出' }).click()
  await page.locator('.sign-in__digits').waitFor()
  expect(await lying()).not.toContain('sealed:')
})
