import { createHash, randomBytes } from 'node:crypto'
import type { StaffRole } from '../../../core/domain/staff/post'
import { accept, refuse } from '../../../core/kernel/result'
import { instant, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import type { Database } from '../../database/connect'
import { isMissingRecord } from '../../database/missing-record'
import { ensurePost } from '../../repositories/post'
import { ensureResident, findResident, firstOfficeId } from '../../repositories/resident'
import { openSession } from '../../repositories/session'

const SESSION_DAYS = 30
const TOKEN_BYTES = 32

const DEMO_POSTS: Readonly<Record<string, { readonly role: StaffRole; readonly called: string }>> = {
  'staff-scanner': { role: 'scanner', called: '示例志愿者' },
  'staff-office': { role: 'office', called: '示例社工' },
  'staff-lead': { role: 'lead', called: '示例负责人' },
  'staff-viewer': { role: 'viewer', called: '示例领导' },
  'staff-editor': { role: 'editor', called: '示例编辑' },
  admin: { role: 'admin', called: '示例管理员' },
}

export const signIn: Handler<'session.signIn'> = async (input, { db, now, gateways, isDemo }) => {
  if (input.demoUser !== undefined) {
    if (!isDemo) return refuse('demo_user_not_allowed')
    return accept(await open(db, await demoResident(db, input.demoUser, now), now))
  }
  const login = await gateways.wechatLogin(input.wechatCode ?? '')
  if (!login.ok) return login
  return accept(await openFor(db, login.value.openid, now))
}

/** The account may be erased before its session stands. WeChat takes no code twice, so it is begun anew from here. */
async function openFor(db: Database, openid: string, now: Instant) {
  try {
    return await open(db, await ensureResident(db, openid, now), now)
  } catch (error) {
    if (!isMissingRecord(error)) throw error
    return open(db, await ensureResident(db, openid, now), now)
  }
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
  const post = DEMO_POSTS[demoUser]
  if (post === undefined) return residentId
  const needsOffice = post.role === 'office' || post.role === 'lead'
  const officeId = needsOffice ? await firstOfficeId(db) : null
  if (needsOffice && officeId === null) {
    throw new Error('the data pack has no open office for the demonstration to staff')
  }
  await ensurePost(db, { residentId, ...post, officeIds: officeId === null ? [] : [officeId] }, now)
  return residentId
}
