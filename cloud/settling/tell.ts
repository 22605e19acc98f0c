import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { ChangeNotice } from '../../core/contract/activity/activity-page'
import { decideDispatch, type Dispatch } from '../../core/domain/registration/messages/dispatch'
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

/** Something to be told about some registrations of one activity. */
export interface Telling {
  readonly kind: NoticeKind
  readonly to: readonly Addressed[]
  /** What tells two notices of one kind apart. */
  readonly causeOf: (addressed: Addressed) => string
  readonly change?: ChangeNotice
}

/** Everybody who registered or was handed a place, each once; gives how many are told and how many staff has to call. */
export async function tell(
  tx: Transaction<Schema>,
  found: FoundActivity,
  telling: Telling,
  now: Instant,
): Promise<{ told: number; unreached: number }> {
  if (telling.to.length === 0) return { told: 0, unreached: 0 }
  const change = telling.change ?? (await latestChange(tx, found.row.id))?.notice ?? null
  const messages = telling.to.flatMap((addressed) =>
    recipientsOf(addressed.registrantId, addressed.residentIds).map((recipientId) =>
      messageTo(recipientId, addressed, found, { ...telling, change }, now),
    ),
  )
  await recordMessages(tx, messages, now)
  const unreached = new Set(messages.filter((one) => one.unreached).map((one) => one.registrationId))
  return { told: messages.length, unreached: unreached.size }
}

function messageTo(
  recipientId: string,
  addressed: Addressed,
  { row, rules }: FoundActivity,
  { kind, causeOf, change }: Omit<Telling, 'change'> & { readonly change: ChangeNotice | null },
  now: Instant,
): NewMessage {
  const { registrationId } = addressed
  const notice: Notice = { kind, registrationId, recipientId, cause: causeOf(addressed) }
  const dispatch = decideDispatch(kind, true, recipientFacts(recipientId, addressed, kind), now, rules)
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
    ...deliveryOf(dispatch, kind, now),
  }
}

/** Whoever was handed a place said nothing of calls: WeChat, by their own consent. */
function recipientFacts(
  recipientId: string,
  { registrantId, telling, consents }: Addressed,
  kind: NoticeKind,
): Parameters<typeof decideDispatch>[2] {
  const template = templateOf(kind)
  const own = consents.find((one) => one.residentId === recipientId && one.template === template)
  return { way: recipientId === registrantId ? telling : 'wechat', consentsLeft: own?.left ?? 0 }
}

/** What can't be sent is known at once, so that 未送达名单 agrees with the page from the first moment. */
export function deliveryOf(
  dispatch: Dispatch,
  kind: NoticeKind,
  now: Instant,
): Pick<NewMessage, 'delivery' | 'dueAt' | 'unreached'> {
  switch (dispatch.kind) {
    case 'send':
      return { delivery: 'pending', dueAt: now, unreached: false }
    case 'hold':
      return { delivery: 'pending', dueAt: dispatch.until, unreached: false }
    case 'unreached':
      return { delivery: 'unsent', dueAt: now, unreached: true }
    case 'drop':
      return { delivery: templateOf(kind) === null ? 'inbox' : 'dropped', dueAt: now, unreached: false }
  }
}
