import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { decideDelivery } from '../../core/domain/registration/messages/delivery'
import { keyOf } from '../../core/domain/registration/messages/notice'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import type { RecordedChange } from '../repositories/activity/change'
import type { FoundActivity } from '../repositories/activity/lock-activity'
import { recordMessages, type NewMessage } from '../repositories/message/notices'
import { readVolunteersToTell, type VolunteerToTell } from '../repositories/post'

/** Whether WeChat would take a change to somebody who helps there. */
export const isReachedByWechat = (
  { consentsLeft }: Pick<VolunteerToTell, 'consentsLeft'>,
  { rules }: FoundActivity,
  now: Instant,
): boolean => decideDelivery('changed', true, { way: 'wechat', consentsLeft }, now, rules).kind === 'send'

/**
 * Tells who helps at an activity or its workshops that it changed, in the inbox and, where they consented, by WeChat.
 * After the registered persons were told: who is one of these is not told again.
 */
export async function tellVolunteers(
  tx: Transaction<Schema>,
  [whole, ...workshops]: readonly [FoundActivity, ...FoundActivity[]],
  change: RecordedChange,
  now: Instant,
): Promise<{ readonly told: number; readonly inPerson: number }> {
  const volunteers = await readVolunteersToTell(
    tx,
    [whole, ...workshops].map(({ row }) => row.id),
    now,
  )
  const toTell = volunteers.filter(({ isTold }) => !isTold)
  const kind = change.notice.kind === 'cancelled' ? 'withdrawn' : 'changed'
  const messages = toTell.map((volunteer): NewMessage => {
    const notice = {
      kind,
      registrationId: 'volunteer',
      recipientId: volunteer.residentId,
      cause: String(change.id),
    } as const
    return {
      key: createHash('sha256').update(keyOf(notice)).digest('base64url'),
      residentId: volunteer.residentId,
      activityId: whole.row.id,
      registrationId: null,
      kind,
      cause: notice.cause,
      about: {
        title: whole.row.title,
        startsAt: toIso(whole.row.starts_at),
        place: whole.row.place,
        number: '',
        change: change.notice,
      },
      delivery: isReachedByWechat(volunteer, whole, now) ? 'pending-volunteer' : 'inbox',
      dueAt: now,
      unreached: false,
    }
  })
  await recordMessages(tx, messages, now)
  return { told: messages.length, inPerson: messages.filter(({ delivery }) => delivery === 'inbox').length }
}
