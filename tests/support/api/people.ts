import { randomBytes, randomUUID } from 'node:crypto'
import { tokenHashOf } from '../../../cloud/app/token'
import type { Database } from '../../../cloud/database/connect'
import { recordPost } from '../../../cloud/repositories/post'
import { ensureResident } from '../../../cloud/repositories/resident'
import { openSession } from '../../../cloud/repositories/session'
import { OFFICE_ROLES, type StaffRole } from '../../../core/domain/staff/post'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { OWN_OFFICE } from './test-api'

export interface Person {
  readonly residentId: string
  readonly openid: string
  readonly token: string
}

/** Beyond every instant that `demo.setNow` takes, so that a moved clock ends no session. */
const BEYOND = '2200-01-01T00:00:00Z'
const FIRST_DAY = parseInstant('2000-01-01T00:00:00Z')

/** A resident with a WeChat account and an open session; with a role, staff. */
export async function admit(
  db: Database,
  role: StaffRole | null = null,
  officeId: string = OWN_OFFICE,
): Promise<Person> {
  const openid = `o-${randomUUID()}`
  const residentId = await ensureResident(db, openid, FIRST_DAY)
  if (role !== null) await givePost(db, residentId, role, officeId)
  return { residentId, openid, token: await giveToken(db, residentId) }
}

/** A post from before everything until dismissed: of office roles at that office, of volunteers at any activity. */
export const givePost = (
  db: Database,
  residentId: string,
  role: StaffRole,
  officeId: string = OWN_OFFICE,
): Promise<string> =>
  recordPost(
    db,
    {
      residentId,
      role,
      called: '王芳',
      officeIds: OFFICE_ROLES.some((name) => name === role) ? [officeId] : [],
    },
    FIRST_DAY,
  )

/** Opens one more session for somebody, by default one that outlasts every test. */
export async function giveToken(
  db: Database,
  residentId: string,
  expiresAt: string = BEYOND,
): Promise<string> {
  const token = makeToken()
  await openSession(db, {
    tokenHash: tokenHashOf(token),
    residentId,
    now: FIRST_DAY,
    expiresAt: parseInstant(expiresAt),
  })
  return token
}

/** Of the right form, but nobody's. */
export const makeToken = (): string => randomBytes(32).toString('base64url')
