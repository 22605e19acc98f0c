import { createHash, randomBytes } from 'node:crypto'
import type { StaffRole } from '../../../core/contract/endpoint'
import { accept, refuse } from '../../../core/kernel/result'
import { instant, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import type { Database } from '../../database/connect'
import { appointStaff, ensureResident, findResident, firstOfficeId } from '../../repositories/resident'
import { openSession } from '../../repositories/session'

const SESSION_DAYS = 30
const TOKEN_BYTES = 32

const DEMO_ROLES: Readonly<Record<string, StaffRole>> = {
  'staff-scanner': 'scanner',
  'staff-office': 'office',
  'staff-editor': 'editor',
  admin: 'admin',
}

export const signIn: Handler<'session.signIn'> = async (input, { db, now, gateways, isDemo }) => {
  if (input.demoUser !== undefined) {
    if (!isDemo) return refuse('demo_user_not_allowed')
    return accept(await open(db, await demoResident(db, input.demoUser, now), now))
  }
  const login = await gateways.wechatLogin(input.wechatCode ?? '')
  if (!login.ok) return login
  return accept(await open(db, await ensureResident(db, login.value.openid, now), now))
}

async function open(db: Database, residentId: string, now: Instant) {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = instant(now + SESSION_DAYS * 86_400_000)
  await openSession(db, { tokenHash: tokenHashOf(token), residentId, now, expiresAt })
  const { eraseAfter } = await findResident(db, residentId)
  return {
    token,
    person: personMark(residentId),
    expiresAt: toIso(expiresAt),
    eraseAfter: eraseAfter === null ? null : toIso(eraseAfter),
  }
}

/** Tells residents apart on a phone without naming the id that everything else refers to. */
const personMark = (residentId: string): string =>
  createHash('sha256').update(`person ${residentId}`).digest('base64url').slice(0, 16)

async function demoResident(db: Database, demoUser: string, now: Instant): Promise<string> {
  const residentId = await ensureResident(db, `demo:${demoUser}`, now)
  const role = DEMO_ROLES[demoUser]
  if (role === undefined) return residentId
  const officeId = role === 'office' ? await firstOfficeId(db) : null
  if (role === 'office' && officeId === null) {
    throw new Error('the data pack has no open office for the demonstration to staff')
  }
  await appointStaff(db, residentId, role, officeId)
  return residentId
}
