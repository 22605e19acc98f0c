import { runJobs } from '../../../cloud/jobs/run'
import { readMode } from '../../../cloud/repositories/database-mode'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { openApi, OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'
import { admit, type Person } from '../../support/api/people'
import { act, done } from '../../support/activities/activities'

let api: TestApi
let admin: Person
beforeAll(async () => {
  api = await openApi()
  admin = await admit(api.db, 'admin')
})
afterAll(() => api.close())

const invitation = {
  called: '王芳',
  role: 'office',
  officeIds: [OWN_OFFICE],
  activityIds: [],
  mayReadLog: false,
  endsOn: null,
}
const ask = (name: Parameters<TestApi['call']>[0], by: Person, input: object = {}) =>
  api.call(name, input, { token: by.token })
const invite = async (by: Person, more: object = {}) =>
  (
    await done<{ invitations: readonly { invitationId: string; code: string }[] }>(
      ask('staff.invite', by, { invitations: [{ ...invitation, ...more }] }),
    )
  ).invitations[0] as { invitationId: string; code: string }
const postsOf = async (who: Person) =>
  (await done<{ posts: readonly { postId: string; role: string }[] }>(ask('staff.ownPosts', who))).posts

describe('an invitation', () => {
  it('says who is meant, and gives the post to whoever accepts, once', async () => {
    const { code } = await invite(admin)
    const wang = await admit(api.db)
    expect(
      await ask('staff.openInvitation', wang, { code: code.toLowerCase().replace('-', ' ') }),
    ).toMatchObject({
      value: { called: '王芳', role: 'office', offices: [{ id: OWN_OFFICE }], needsConfirmation: false },
    })
    expect(await act(api, 'staff.acceptInvitation', wang, { code })).toMatchObject({
      value: { state: 'active', called: '王芳' },
    })
    expect(await postsOf(wang)).toMatchObject([{ role: 'office' }])
    expect(await act(api, 'staff.acceptInvitation', await admit(api.db), { code })).toMatchObject({
      refusal: 'invitation_used',
    })
  })

  it('is taken by one of two who accept at once', async () => {
    const { code } = await invite(admin)
    const two = [await admit(api.db), await admit(api.db)]
    const answers = await Promise.all(two.map((who) => act(api, 'staff.acceptInvitation', who, { code })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('of an editor begins only when an admin has said that it is the right person', async () => {
    const { code, invitationId } = await invite(admin, { role: 'editor', officeIds: [] })
    const li = await admit(api.db)
    expect(await act(api, 'staff.acceptInvitation', li, { code })).toMatchObject({
      value: { state: 'awaiting-confirmation' },
    })
    expect(await postsOf(li)).toEqual([])
    await done(act(api, 'staff.confirmHolder', admin, { invitationId, isRight: true }))
    expect(await postsOf(li)).toMatchObject([{ role: 'editor' }])
  })

  it('that reached the wrong person is worth nothing once that was said', async () => {
    const { code, invitationId } = await invite(admin, { role: 'admin', officeIds: [] })
    const stranger = await admit(api.db)
    await done(act(api, 'staff.acceptInvitation', stranger, { code }))
    await done(act(api, 'staff.confirmHolder', admin, { invitationId, isRight: false }))
    expect(await postsOf(stranger)).toEqual([])
    expect(await act(api, 'staff.confirmHolder', admin, { invitationId, isRight: true })).toMatchObject({
      refusal: 'invitation_not_found',
    })
  })

  it('that was sent anew is opened by the new code only', async () => {
    const { code, invitationId } = await invite(admin)
    const anew = await done<{ code: string }>(ask('staff.reissueInvitation', admin, { invitationId }))
    const who = await admit(api.db)
    expect(await ask('staff.openInvitation', who, { code })).toMatchObject({
      refusal: 'invitation_not_found',
    })
    expect(await ask('staff.openInvitation', who, { code: anew.code })).toMatchObject({ ok: true })
  })

  it('is not found by trying: after five wrong codes this account waits, and no other', async () => {
    const { code } = await invite(admin)
    const guesser = await admit(api.db)
    for (let tries = 0; tries < 5; tries += 1)
      expect(await ask('staff.openInvitation', guesser, { code: 'AAAA-AAAA' })).toMatchObject({
        refusal: 'invitation_not_found',
      })
    expect(await ask('staff.openInvitation', guesser, { code })).toMatchObject({ refusal: 'too_many_codes' })
    expect(await ask('staff.openInvitation', await admit(api.db), { code })).toMatchObject({ ok: true })
  })

  it('is stored without its code', async () => {
    const { code } = await invite(admin)
    const tables = await api.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(tables)).not.toContain(code)
    expect(JSON.stringify(await api.db.selectFrom('request').selectAll().execute())).not.toContain(code)
  })

  it('that nobody took is forgotten a month after it ran out, with the name on it; wrong codes at once', async () => {
    const old = await invite(admin, { called: '早已作废' })
    const recent = await invite(admin)
    const taken = await invite(admin)
    await act(api, 'staff.acceptInvitation', await admit(api.db), { code: taken.code })
    const guesser = await admit(api.db)
    await ask('staff.openInvitation', guesser, { code: 'AAAA-AAAA' })
    const now = (await readMode(api.db))?.now as Instant
    const daysAgo = (days: number) => new Date(now - days * 86_400_000)
    const runOut = (id: string, days: number) =>
      api.db
        .updateTable('invitation')
        .set({ created_at: daysAgo(days + 7), expires_at: daysAgo(days) })
        .where('id', '=', id)
        .execute()
    await runOut(old.invitationId, 31)
    await runOut(recent.invitationId, 29)
    await runOut(taken.invitationId, 31)
    await api.db
      .updateTable('wrong_code')
      .set({ at: new Date(now - 11 * 60_000) })
      .where('resident_id', '=', guesser.residentId)
      .execute()
    await runJobs(api.served)
    const left = (await api.db.selectFrom('invitation').select('id').execute()).map(({ id }) => id)
    expect(left).toEqual(expect.arrayContaining([recent.invitationId, taken.invitationId]))
    expect(left).not.toContain(old.invitationId)
    expect(
      await api.db
        .selectFrom('wrong_code')
        .selectAll()
        .where('resident_id', '=', guesser.residentId)
        .execute(),
    ).toEqual([])
  })

  it('is given by a lead for the own office only, and never a wider post', async () => {
    const lead = await admit(api.db, 'lead')
    await invite(lead)
    const rows = (more: object) => ({ invitations: [{ ...invitation, ...more }] })
    expect(await ask('staff.invite', lead, rows({ officeIds: [OTHER_OFFICE] }))).toMatchObject({
      refusal: 'not_own_office',
    })
    expect(await ask('staff.invite', lead, rows({ role: 'editor' }))).toMatchObject({
      refusal: 'role_not_yours_to_give',
    })
  })
})

describe('离岗', () => {
  it('counts at the very next call, for all posts of the account, and takes back what it offered', async () => {
    const lead = await admit(api.db, 'lead')
    const { code } = await invite(lead)
    expect(await ask('staff.posts', lead)).toMatchObject({ ok: true })
    const [post] = await postsOf(lead)
    expect(await act(api, 'staff.dismiss', admin, { postId: post?.postId })).toMatchObject({
      value: { posts: 1, invitationsRevoked: 1 },
    })
    expect(await ask('staff.posts', lead)).toMatchObject({ fault: 'forbidden' })
    expect(await ask('staff.openInvitation', await admit(api.db), { code })).toMatchObject({
      refusal: 'invitation_not_found',
    })
  })

  it('is not for a lead to decide about other offices, nor about whoever appoints', async () => {
    const lead = await admit(api.db, 'lead')
    const others = await admit(api.db, 'office', OTHER_OFFICE)
    for (const who of [others, admin]) {
      const [post] = await postsOf(who)
      expect(await act(api, 'staff.dismiss', lead, { postId: post?.postId })).toMatchObject({
        refusal: 'not_own_office',
      })
    }
    const own = await admit(api.db, 'office')
    const [post] = await postsOf(own)
    expect(await act(api, 'staff.dismiss', lead, { postId: post?.postId })).toMatchObject({ ok: true })
  })

  it('keeps the last admin, also where two dismiss each other at once', async () => {
    const second = await admit(api.db, 'admin')
    const postIdOf = async (who: Person) => (await postsOf(who))[0]?.postId
    const [one, two] = [await postIdOf(admin), await postIdOf(second)]
    const answers = await Promise.all([
      act(api, 'staff.dismiss', admin, { postId: two }),
      act(api, 'staff.dismiss', second, { postId: one }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const left = [admin, second]
    const last = (await Promise.all(left.map(postIdOf))).findIndex((postId) => postId !== undefined)
    const survivor = left[last] as Person
    expect(await act(api, 'staff.leave', survivor, {})).toMatchObject({ refusal: 'last_admin' })
    admin = survivor
  })
})

describe('the log', () => {
  it('names the post and never a resident; a narrower post acts where it suffices', async () => {
    const lead = await admit(api.db, 'lead')
    await invite(lead)
    const log = await done<{ acts: readonly { endpoint: string; post: { role: string } }[] }>(
      ask('staff.log', admin, { before: null, postId: null, endpoint: 'staff.invite', day: null }),
    )
    expect(log.acts[0]).toMatchObject({ endpoint: 'staff.invite', post: { role: 'lead', called: '王芳' } })
    expect(JSON.stringify(log)).not.toContain(lead.residentId)
  })

  it.each([
    ['before', '.'],
    ['before', '9999999999999999999'],
    ['endpoint', '\u0000'],
    ['endpoint', '\ud800'],
  ])('is not asked for with %s %j', async (field, value) => {
    const input = { before: null, postId: null, endpoint: null, day: null, [field]: value }
    expect(await ask('staff.log', admin, input)).toMatchObject({ fault: 'invalid_input' })
  })

  it('is for admins, and for viewers whose post says so', async () => {
    const input = { before: null, postId: null, endpoint: null, day: null }
    const viewer = await admit(api.db, 'viewer')
    expect(await ask('staff.log', viewer, input)).toMatchObject({ refusal: 'log_not_yours' })
    expect(await ask('staff.log', await admit(api.db, 'editor'), input)).toMatchObject({
      fault: 'forbidden',
    })
  })

  it('cannot be rewritten', async () => {
    await expect(
      api.db.updateTable('staff_act').set({ endpoint: 'nothing' }).execute(),
    ).rejects.toMatchObject({ code: '23001' })
  })
})
