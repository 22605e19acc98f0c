import { draftAct, saveDraft, type SavedDraft } from '../support/activities/drafts'
import { admit, givePost } from '../support/api/people'
import { ensureResident } from '../../cloud/repositories/resident'
import { instant } from '../../core/kernel/shanghai-time'
import { codeHashOf, recordInvitation } from '../../cloud/repositories/invitation'
import { done, makeActivity } from '../support/activities/activities'
import { readers } from '../support/browser/readers'
import { sees, shown, tap } from '../support/browser/shown'
import { NARROWEST, wellIn } from '../support/browser/well'

const reader = readers({ isDemo: true })
const PAGE = '/me/pages/staff-entry/index'
const NOW = instant(Date.parse('2026-11-24T02:00:00Z'))

/** An invitation of an admin, for 王芳 at the office of the pack that is open. */
async function invite(code: string): Promise<void> {
  const { db } = reader.backend().api
  const admin = await ensureResident(db, `o-admin-of-${code}`, NOW)
  const invitedBy = await givePost(db, admin, 'admin')
  await db.transaction().execute((tx) =>
    recordInvitation(tx, {
      code_hash: codeHashOf(code),
      role: 'office',
      called: '王芳',
      office_ids: ['wutong-hall'],
      activity_ids: null,
      may_read_log: false,
      post_ends_at: null,
      invited_by: invitedBy,
      created_at: new Date(NOW),
      expires_at: new Date(NOW + 7 * 86_400_000),
      accepted_by: null,
      accepted_at: null,
      revoked_at: null,
      post_id: null,
    }),
  )
}

/** A code of its own for each display. */
let made = 2

describe.each(NARROWEST)('in %s', (_, { least, ...options }) => {
  it('an invitation says who is meant, and whoever says yes has the post', async () => {
    const code = `KKKK-KKK${made}`
    made += 1
    await invite(code)
    const visit = await reader.visit(options)
    const isWell = wellIn(visit, least)
    await visit.goto(PAGE)
    await sees(visit, '您还没有工作人员的岗位。')
    await shown(visit).getByLabel('邀请码').fill('AB')
    await tap(visit, '打开邀请')
    await sees(visit, '邀请码是 8 个字母和数字，请对着纸条再看一遍。')
    await isWell('a code that is none')

    await visit.goto(`${PAGE}?code=${code}`)
    await sees(visit, /^您是王芳（.+ 社工）吗？$/)
    await isWell('an invitation')
    await tap(visit, '是我')
    await sees(visit, '好了，您已经是工作人员')
    await isWell('an invitation that was accepted')

    const another = await reader.visit(options)
    await another.goto(`${PAGE}?code=${code}`)
    await sees(another, /已经有人用过了/)
  })
})

it.each(NARROWEST)(
  'in %s a volunteer is let in at the entrance by the one code',
  async (_, { least, ...options }) => {
    const { api } = reader.backend()
    const activityId = await makeActivity(api.db, {
      office_id: 'wutong-hall',
      title: '周日市集',
      starts_at: new Date(NOW + 3_600_000),
      ends_at: new Date(NOW + 7_200_000),
    })
    const staff = await reader.visit(options)
    await staff.goto(`/staff/pages/volunteers/index?id=${activityId}`)
    await tap(staff, '演示：当编辑')
    await sees(staff, '周日市集')
    await wellIn(staff, least)('the code for volunteers')
    const code = await shown(staff).locator('.volunteer-code__letters').innerText()

    const visit = await reader.visit(options)
    await visit.goto(`${PAGE}?code=${code}`)
    await sees(visit, '给“周日市集”帮忙签到？')
    await wellIn(visit, least)('what a volunteer promises')
    await tap(visit, '我来帮忙，会照做')
    await sees(visit, '请写您的姓名，20 个字以内')
    await shown(visit).getByLabel('您的姓名').fill('小陈')
    await tap(visit, '我来帮忙，会照做')
    await sees(visit, '请等工作人员点“同意”')
    await shown(staff).getByRole('button', { name: '同意 小陈 帮忙签到' }).click()
    await sees(staff, '正在帮忙')
    await sees(visit, '好了，可以签到了')
    await wellIn(visit, least)('a volunteer who was let in')
  },
)

it('who runs an office reads on 我的 how much waits', async () => {
  const { api } = reader.backend()
  const clerk = await admit(api.db, 'office', 'wutong-hall')
  const saved = await done<SavedDraft>(saveDraft(api, clerk, { officeId: 'wutong-hall' }))
  await done(draftAct(api, 'draft.handIn', clerk, saved))
  const visit = await reader.visit()
  await visit.goto('/staff/pages/door/index')
  for (const complaint of visit.takeComplaints()) expect(complaint).toMatch('status of 403')
  await tap(visit, '演示：当编辑')
  await shown(visit).getByText('演示：当编辑').waitFor({ state: 'hidden' })
  await visit.goto('/pages/me/index')
  await sees(visit, /^有 \d+ 件事等着办$/)
})
