import { randomBytes } from 'node:crypto'
import { ticketsSince } from '../../../core/domain/staff/picture'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { findFileOwner, recordFile, useTicket } from '../../repositories/file'
import { ticketHashOf } from './begin'

const NAME_BYTES = 16

export const store: Handler<'file.store'> = async ({ ticket, base64 }, context) => {
  const { db, now, caller, gateways, permit, logAs } = context
  if (gateways.makePicture === undefined) throw new Error('this backend makes no pictures')
  const posts = caller.posts.map(({ id }) => id)
  const used = await useTicket(db, ticketHashOf(ticket), posts, ticketsSince(now), now)
  if (used === null) return refuse('upload_over')
  const { kind, ownerId } = used
  const owner = await findFileOwner(db, ownerId)
  if (owner === null) return refuse('activity_not_found')
  const permitted = permit({ officeId: owner.officeId, activityId: ownerId })
  if (!permitted.ok) return permitted
  const made = await gateways.makePicture(Buffer.from(base64, 'base64'), kind)
  if (!made.ok) return made
  const name = randomBytes(NAME_BYTES).toString('hex')
  await db
    .transaction()
    .execute((tx) => recordFile(tx, permitted.value, { name, kind, ownerId, ...made.value }, now))
  const { width, height } = made.value
  logAs({ record: { kind: 'activity', id: ownerId }, changed: { kind, width, height } })
  return accept({ name, width, height })
}
