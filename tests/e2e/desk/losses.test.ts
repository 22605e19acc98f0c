import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { EndpointName } from '../../../core/contract'
import type { DeskSignIn } from '../../../core/contract/desk'
import { makeActivity } from '../../support/activities/activities'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

/** A form in which something is written that no loss of the tab, the network, the session or the post may cost. */
interface StoredForm {
  readonly file: string
  /** Its address, once what it is about is there. */
  readonly open: (api: TestApi) => Promise<string>
  readonly field: string
  readonly typed: string
  /** The button that sends or saves it, and what that calls. */
  readonly send: string | RegExp
  readonly endpoint: EndpointName
  /** What has to be filled first. */
  readonly begin?: (page: Page) => Promise<void>
}

const STORED: readonly StoredForm[] = [
  {
    file: 'activities/edit-activity.tsx',
    open: () => Promise.resolve('activities/new/registered'),
    field: '标题',
    typed: '折纸课',
    send: '存草稿',
    endpoint: 'draft.save',
  },
  {
    file: 'activities/activity-record.tsx',
    open: async ({ db }) => `activities/${await makeActivity(db, { office_id: OWN_OFFICE })}/correct`,
    field: '要带什么',
    typed: '毛笔',
    send: '马上改',
    endpoint: 'draft.correct',
  },
  {
    file: 'activities/change-activity.tsx',
    open: async ({ db }) => `activities/${await makeActivity(db, { office_id: OWN_OFFICE })}/change`,
    field: '改到哪里',
    typed: '武宁片区二楼',
    send: '发出',
    endpoint: 'activity.change',
  },
  {
    file: 'places/place-screen.tsx',
    open: () => Promise.resolve(`places/${OWN_OFFICE}`),
    field: '标志物',
    typed: '邮局隔壁',
    send: '保存',
    endpoint: 'place.save',
  },
  {
    file: 'places/closing-section.tsx',
    open: () => Promise.resolve(`places/${OWN_OFFICE}`),
    field: '为什么，几个字',
    typed: '水管坏了',
    send: '发出',
    endpoint: 'office.close',
    begin: async (page) => {
      await page.getByRole('radio', { name: '明天' }).press('Space')
      await page.getByRole('radio', { name: '其他' }).press('Space')
    },
  },
  {
    file: 'places/around-record.tsx',
    open: () => Promise.resolve('places/facilities/wutong-canteen'),
    field: '地址',
    typed: '梧桐路 88 号',
    send: '保存',
    endpoint: 'place.saveFacility',
  },
  {
    file: 'holidays/holidays-screen.tsx',
    open: () => Promise.resolve('holidays'),
    field: '节日 1',
    typed: '元旦节',
    send: /^存 \d+ 年的$/,
    endpoint: 'holiday.save',
  },
]

/**
 * Forms about persons: what is typed lies under a key of the session, or in memory alone, and does not outlive the
 * session. Right as it is; `stalls.test.ts` and `counter.test.ts` show it.
 */
const ABOUT_PERSONS = [
  'stalls/stalls-screen.tsx',
  'counter/chain-screen.tsx',
  'counter/open-forms.tsx',
  'counter/registered.tsx',
  'find/party-screen.tsx',
  'sheet/sheet-screen.tsx',
  'posts/invite-screen.tsx',
]

/** They send what is chosen by one tap, or by a line that is typed within seconds. */
const OF_ONE_TAP = [
  'activities/call-list.tsx',
  'activities/activity-form.tsx',
  'places/day-calendar.tsx',
  'places/facilities.tsx',
  'posts/posts-screen.tsx',
  'posts/sign-ins-screen.tsx',
  'screens/screens-screen.tsx',
  'stalls/applicants.tsx',
]

it('every form of the desk has its row', () => {
  const files = readdirSync('desk', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!shared|screen\/|api\/).*\.tsx$/.test(file),
  )
  const forms = files.filter((file) =>
    /\bnewRequestId\b|\buseDraft\b|\buseSealedForm\b|staff\.invite'/.test(
      readFileSync(join('desk', file), 'utf8'),
    ),
  )
  const rows = [...STORED.map(({ file }) => file), ...ABOUT_PERSONS, ...OF_ONE_TAP]
  expect(forms.sort()).toEqual(rows.sort())
})

it.each(STORED)('$file loses nothing', async ({ open, field, typed, send, endpoint, begin }) => {
  const visit = await reader.visit()
  const { page, context } = visit
  const { api } = reader.backend()
  const { residentId } = await signInAtDesk(reader.backend(), visit, 'editor', await open(api))
  const input = page.getByLabel(field, { exact: true }).first()
  const button = page.getByRole('button', { name: send, exact: true }).first()
  const answered = () => page.waitForResponse((response) => response.url().endsWith(`/${endpoint}`))
  await begin?.(page)
  await input.fill(typed)

  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByText('接着上次没存的。').waitFor()
  expect(await input.inputValue()).toBe(typed)

  await context.setOffline(true)
  await button.press('Enter')
  await page.getByText('网络不通，不知道有没有做成。').first().waitFor()
  await context.setOffline(false)
  expect(await input.inputValue()).toBe(typed)

  const asked = page.waitForResponse((response) => response.url().endsWith('desk.beginSignIn'))
  await api.db
    .updateTable('desk_session')
    .set({ ended_at: new Date() })
    .where('resident_id', '=', residentId)
    .execute()
  // Whichever asks first finds it: this button, or the number beside 待办, which then covers the button.
  await button.dispatchEvent('click')
  const { signInId } = ((await (await asked).json()) as { value: DeskSignIn }).value
  await page.locator('.ant-modal').waitFor()
  await api.db
    .updateTable('desk_sign_in')
    .set({ confirmed_by: residentId, confirmed_at: new Date() })
    .where('id', '=', signInId)
    .execute()
  await page.locator('.ant-modal').waitFor({ state: 'hidden' })
  expect(await input.inputValue()).toBe(typed)

  await api.db
    .updateTable('post')
    .set({ role: 'office', office_ids: [OTHER_OFFICE] })
    .where('resident_id', '=', residentId)
    .execute()
  const refused = answered()
  await button.press('Enter')
  expect(((await (await refused).json()) as { ok: boolean }).ok).toBe(false)
  expect(await input.inputValue()).toBe(typed)
  // What Chromium itself writes of an answer 403.
  expect(visit.takeComplaints().filter((complaint) => !complaint.includes('403'))).toEqual([])
})
