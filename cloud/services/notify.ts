import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { ChangeNotice } from '../../core/contract/activity/activity-page'
import { hasToBeTold } from '../../core/domain/registration/messages/call'
import { decideDelivery, type DeliveryDecision } from '../../core/domain/registration/messages/delivery'
import {
  keyOf,
  recipientsOf,
  templateOf,
  type Notice,
  type NoticeKind,
} from '../../core/domain/registration/messages/notice'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import type { FoundActivity } from '../repositories/activity/lock-activity'
import { latestChange } from '../repositories/activity/change'
import { recordMessages, type Addressed, type NewMessage } from '../repositories/message/notices'

/** Something to be said about some registrations of one activity. */
export interface NoticeToSend {
  readonly kind: NoticeKind
  readonly to: readonly Addressed[]
  /** What tells two notices of one kind apart. */
  readonly causeOf: (addressed: Addressed) => string
  /** Where it was read before, which the activity's latest change is without it. */
  readonly change?: ChangeNotice | null
}

/** Everybody who registered or was handed a place, each once, and guests by staff; gives how many are notified and how many staff has to call. */
export async function notify(
  tx: Transaction<Schema>,
  found: FoundActivity,
  notice: NoticeToSend,
  now: Instant,
): Promise<{ notified: number; unreached: number }> {
  if (notice.to.length === 0) return { notified: 0, unreached: 0 }
  const change =
    notice.change === undefined ? ((await latestChange(tx, found.row.id))?.notice ?? null) : notice.change
  const messages = notice.to.flatMap((addressed) => [
    ...recipientsOf(addressed.registrantId, addressed.residentIds).map((recipientId) =>
      messageTo(recipientId, addressed, found, { ...notice, change }, now),
    ),
    ...(addressed.byStaff && isToldByStaff(notice.kind)
      ? [messageTo(null, addressed, found, { ...notice, change }, now)]
      : []),
  ])
  await recordMessages(tx, messages, now)
  const unreached = new Set(messages.filter((one) => one.unreached).map((one) => one.registrationId))
  return { notified: messages.length, unreached: unreached.size }
}

/** How each person behind these registrations would be told of a change now. */
export function waysOf(
  to: readonly Addressed[],
  { rules }: FoundActivity,
  now: Instant,
): readonly ('wechat' | 'call' | 'withoutPhone' | 'none')[] {
  return to.flatMap((addressed) => {
    const { registrantId, residentIds, byStaff, hasPhone } = addressed
    const guests = byStaff ? [hasPhone ? ('call' as const) : ('withoutPhone' as const)] : []
    const residents = recipientsOf(registrantId, residentIds).map((recipientId) => {
      const facts = recipientFacts(recipientId, addressed, 'changed')
      if (decideDelivery('changed', true, facts, now, rules).kind === 'send') return 'wechat'
      if (!hasToBeTold(facts.way, false)) return 'none'
      return recipientId === registrantId && hasPhone ? 'call' : 'withoutPhone'
    })
    return [...residents, ...guests]
  })
}

/** Nobody is called about what only an inbox would say, nor about a reminder. */
function isToldByStaff(kind: NoticeKind): boolean {
  const template = templateOf(kind)
  return template !== null && template !== 'reminder'
}

/** @param recipientId `null` is a guest, whom staff has to tell at once */
function messageTo(
  recipientId: string | null,
  addressed: Addressed,
  { row, rules }: FoundActivity,
  { kind, causeOf, change }: Omit<NoticeToSend, 'change'> & { readonly change: ChangeNotice | null },
  now: Instant,
): NewMessage {
  const { registrationId } = addressed
  const notice: Notice = {
    kind,
    registrationId,
    recipientId: recipientId ?? 'guest',
    cause: causeOf(addressed),
  }
  const decision: DeliveryDecision =
    recipientId === null
      ? { kind: 'unreached' }
      : decideDelivery(kind, true, recipientFacts(recipientId, addressed, kind), now, rules)
  return {
    // The key names its recipient; as a hash it is no use to whoever finds it.
    key: createHash('sha256').update(keyOf(notice)).digest('base64url'),
    residentId: recipientId,
    activityId: row.id,
    registrationId,
    kind,
    cause: notice.cause,
    about: {
      title: row.title,
      startsAt: toIso(row.starts_at),
      place: row.place,
      number: addressed.number,
      change,
    },
    ...deliveryOf(decision, kind, now),
  }
}

/** Whoever was handed a place said nothing of calls: WeChat, by their own consent. */
function recipientFacts(
  recipientId: string,
  { registrantId, telling, consents }: Addressed,
  kind: NoticeKind,
): Parameters<typeof decideDelivery>[2] {
  const template = templateOf(kind)
  const own = consents.find((one) => one.residentId === recipientId && one.template === template)
  return { way: recipientId === registrantId ? telling : 'wechat', consentsLeft: own?.left ?? 0 }
}

/** What can't be sent is known at once, so that 未送达名单 agrees with the page from the first moment. */
export function deliveryOf(
  decision: DeliveryDecision,
  kind: NoticeKind,
  now: Instant,
): Pick<NewMessage, 'delivery' | 'dueAt' | 'unreached'> {
  switch (decision.kind) {
    case 'send':
      return { delivery: 'pending', dueAt: now, unreached: false }
    case 'hold':
      return { delivery: 'pending', dueAt: decision.until, unreached: false }
    case 'unreached':
      return { delivery: 'unsent', dueAt: now, unreached: true }
    case 'drop':
      return { delivery: templateOf(kind) === null ? 'inbox' : 'dropped', dueAt: now, unreached: false }
  }
}
