import { randomUUID } from 'node:crypto'
import type { InvitedByCommand } from '../../../cloud/staff/commands'
import { addDays, shanghaiDay, instant } from '../../../core/kernel/shanghai-time'
import { draftContent } from '../../support/activities/drafts'
import { createEmptyDatabase } from '../../support/database'
import { admit } from '../../support/api/people'
import { startProgram } from '../../support/api/processes/program'
import { startBackend, type Backend } from '../../support/backend/start-backend'

const ORIGIN = 'https://living-room.example'
const WECHAT = { 'code-of-admin': 'o-admin', 'code-of-editor': 'o-editor', 'code-of-resident': 'o-resident' }

let backend: Backend
beforeAll(async () => {
  backend = await startBackend({ isDemo: false, openidByCode: WECHAT })
})
afterAll(() => backend.stop())

const staff = (...args: string[]) =>
  startProgram('staff', { DATABASE_URL: backend.api.databaseUrl, PUBLIC_ORIGIN: ORIGIN }, args).ended
const inviteAdmin = async (...more: string[]): Promise<InvitedByCommand> => {
  const { stdout, stderr } = await staff('invite', '--role', 'admin', '--called', '管理员', '--json', ...more)
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as InvitedByCommand
}

async function call<Value = Record<string, unknown>>(
  token: string | null,
  endpoint: string,
  input: object,
): Promise<Value> {
  const response = await fetch(`${backend.origin}/api/${endpoint}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  const answer = (await response.json()) as { ok: boolean; value?: Value }
  if (!answer.ok) throw new Error(`${endpoint}: ${JSON.stringify(answer)}`)
  return answer.value as Value
}
const act = <Value>(token: string, endpoint: string, input: object) =>
  call<Value>(token, endpoint, { requestId: randomUUID(), ...input })
const signIn = async (code: keyof typeof WECHAT): Promise<string> =>
  (await call<{ token: string }>(null, 'session.signIn', { wechatCode: code })).token

/** A class in three days, from 9 to 11. */
const planned = () =>
  draftContent({
    day: addDays(shanghaiDay(instant(Date.now())), 3),
    startMinute: 9 * 60,
    endMinute: 11 * 60,
  })

it('from an empty production database to a resident who has a place', async () => {
  const first = await inviteAdmin()
  expect(first.link).toBe(`${ORIGIN}/s/${first.code}`)
  const admin = await signIn('code-of-admin')
  expect(await call(admin, 'staff.openInvitation', { code: first.code })).toMatchObject({
    role: 'admin',
    called: '管理员',
  })
  expect(await act(admin, 'staff.acceptInvitation', { code: first.code })).toMatchObject({ state: 'active' })

  const { invitations } = await call<{ invitations: [{ invitationId: string; code: string }] }>(
    admin,
    'staff.invite',
    {
      invitations: [
        { called: '李敏', role: 'editor', officeIds: [], activityIds: [], mayReadLog: false, endsOn: null },
      ],
    },
  )
  const [{ invitationId, code }] = invitations
  const editor = await signIn('code-of-editor')
  expect(await act(editor, 'staff.acceptInvitation', { code })).toMatchObject({
    state: 'awaiting-confirmation',
  })
  await act(admin, 'staff.confirmHolder', { invitationId, isRight: true })

  const saved = await act<{ draftId: string; version: number }>(editor, 'draft.save', {
    draftId: null,
    version: null,
    content: planned(),
    publishAt: null,
  })
  const { draftId, version } = saved
  await act(editor, 'draft.handIn', { draftId, version })
  const { activityIds } = await act<{ activityIds: [string] }>(admin, 'draft.approve', { draftId, version })
  const [activityId] = activityIds

  const resident = await signIn('code-of-resident')
  const every = { span: null, place: null, topic: null, age: null, hasPlaces: false }
  const { activities } = await call<{ activities: { id: string }[] }>(null, 'activity.list', every)
  expect(activities.map(({ id }) => id)).toContain(activityId)
  expect(await act(resident, 'registration.register', { activityId, party: [null] })).toMatchObject({
    place: 'confirmed',
  })
}, 60_000)

describe('the command', () => {
  it('sends to the admin who is there, unless the operator says why; that stands in the log', async () => {
    const refused = await staff('invite', '--role', 'admin', '--called', '第二位')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^There is an admin already \(管理员\)[^\n]*--because[^\n]*\n$/)
    const { code } = await inviteAdmin('--because', '手机丢了')
    const log = await backend.api.db
      .selectFrom('staff_act')
      .select(['post_id', 'endpoint', 'changed'])
      .where('source', '=', 'command')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(log).toEqual({ post_id: null, endpoint: 'staff.invite', changed: { because: '手机丢了' } })
    expect(JSON.stringify(log)).not.toContain(code)
  })

  it('keeps one code good, for 30 minutes, and prints it with link and picture', async () => {
    const { code, expiresAt } = await inviteAdmin('--because', '再来一次')
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(30 * 60_000)
    const { stdout } = await staff('invite', '--role', 'admin', '--called', '王芳', '--because', '重发')
    const printed = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(stdout)?.[0] ?? ''
    expect(stdout).toContain(`${ORIGIN}/s/${printed}`)
    expect(stdout).toMatch(/█.*▀|▀.*█/)
    const { token: resident } = await admit(backend.api.db)
    await expect(call(resident, 'staff.openInvitation', { code })).rejects.toThrow('invitation_not_found')
    expect(await call(resident, 'staff.openInvitation', { code: printed })).toMatchObject({ called: '王芳' })
  })

  it('lists posts, and ends none that is the last admin’s', async () => {
    const { stdout } = await staff('list', '--json')
    const rows = JSON.parse(stdout) as { postId: string; role: string }[]
    const admin = rows.find(({ role }) => role === 'admin')?.postId ?? ''
    const editor = rows.find(({ role }) => role === 'editor')?.postId ?? ''
    expect((await staff('dismiss', admin)).stderr).toMatch(/is the last admin/)
    expect((await staff('dismiss', editor, '--because', '调走')).stdout).toMatch(/李敏 已离岗/)
  })

  it('says in one sentence what to run on a database that was never migrated', async () => {
    const empty = await createEmptyDatabase()
    try {
      const { code, stderr } = await startProgram('staff', { DATABASE_URL: empty.databaseUrl }, ['list'])
        .ended
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 })
      expect(stderr).toMatch(/node dist\/database\/main.cjs/)
    } finally {
      await empty.drop()
    }
  })
})
