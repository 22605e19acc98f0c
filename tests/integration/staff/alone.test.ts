import { randomUUID } from 'node:crypto'
import type { InvitedByCommand } from '../../../cloud/staff/commands'
import type { DeskHolder, DeskSignIn } from '../../../core/contract/desk'
import { addDays, instant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { draftContent, type SavedDraft } from '../../support/activities/drafts'
import { startProgram } from '../../support/api/processes/program'
import { startBackend, type Backend } from '../../support/backend/start-backend'

const WECHAT = { 'code-of-admin': 'o-admin', 'code-of-resident': 'o-resident' }

let backend: Backend
beforeAll(async () => {
  backend = await startBackend({ isDemo: false, openidByCode: WECHAT })
})
afterAll(() => backend.stop())

/** What a browser sends to the desk's own entry, with the cookies that it was given. */
class Pc {
  readonly #cookies = new Map<string, string>()

  async call<Value>(endpoint: string, input: object): Promise<Value> {
    const response = await fetch(`${backend.origin}/desk/api/${endpoint}`, {
      method: 'POST',
      body: JSON.stringify(input),
      headers: {
        'content-type': 'application/json',
        origin: backend.origin,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      this.#cookies.set(name, value)
    }
    return valueOf<Value>(endpoint, response)
  }

  readonly act = <Value>(endpoint: string, input: object) =>
    this.call<Value>(endpoint, { requestId: randomUUID(), ...input })
}

async function onPhone<Value>(token: string | null, endpoint: string, input: object): Promise<Value> {
  const response = await fetch(`${backend.origin}/api/${endpoint}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  return valueOf<Value>(endpoint, response)
}

async function valueOf<Value>(endpoint: string, response: Response): Promise<Value> {
  const answer = (await response.json()) as { ok: boolean; value?: Value }
  if (!answer.ok) throw new Error(`${endpoint}: ${JSON.stringify(answer)}`)
  return answer.value as Value
}

const signIn = async (code: keyof typeof WECHAT): Promise<string> =>
  (await onPhone<{ token: string }>(null, 'session.signIn', { wechatCode: code })).token

it('one person alone, from an empty production database: a command, a scan, a sign-in, and a resident has a place', async () => {
  const { stdout, stderr } = await startProgram(
    'staff',
    { DATABASE_URL: backend.api.databaseUrl, PUBLIC_ORIGIN: backend.origin },
    ['invite', '--role', 'admin', '--called', '管理员', '--json'],
  ).ended
  if (stdout === '') throw new Error(stderr)
  const { code } = JSON.parse(stdout) as InvitedByCommand
  const admin = await signIn('code-of-admin')
  await onPhone(admin, 'staff.acceptInvitation', { code, requestId: randomUUID() })

  const pc = new Pc()
  const asked = await pc.call<DeskSignIn>('desk.beginSignIn', { isPublicPc: false })
  await onPhone(admin, 'desk.confirmSignIn', {
    signInId: asked.signInId,
    digits: asked.digits,
    requestId: randomUUID(),
  })
  await pc.call('desk.signInState', { signInId: asked.signInId })
  expect(await pc.call<DeskHolder>('desk.me', {})).toMatchObject({ called: '管理员', isOnlyApprover: true })

  const saved = await pc.act<SavedDraft>('draft.save', {
    draftId: null,
    version: null,
    publishAt: null,
    content: draftContent({ day: addDays(shanghaiDay(instant(Date.now())), 3) }),
  })
  const seen = { draftId: saved.draftId, version: saved.version }
  await pc.act('draft.handIn', seen)
  const approved = await pc.act<{ activityIds: [string]; isAlone: boolean }>('draft.approve', seen)
  expect(approved.isAlone).toBe(true)

  const resident = await signIn('code-of-resident')
  const [activityId] = approved.activityIds
  expect(
    await onPhone(resident, 'registration.register', { activityId, party: [null], requestId: randomUUID() }),
  ).toMatchObject({ place: 'confirmed' })
  expect(await pc.call('draft.record', { activityId })).toMatchObject({
    wasAlone: true,
    seats: { inUse: 1, capacity: 8 },
  })
}, 60_000)
