import {
  afterSending,
  decideDelivery,
  type SendingOutcome,
} from '../../core/domain/registration/messages/delivery'
import { causeStands, templateOf, type Template } from '../../core/domain/registration/messages/notice'
import { instant, toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { waitForLocks } from '../database/wait-for-locks'
import type { SendWechatMessage } from '../gateways/wechat-messages'
import { readRules } from '../repositories/activity/rules'
import {
  claimDue,
  lockConsents,
  lockSending,
  readStranded,
  recordConsents,
  recordDelivery,
  type DueMessage,
} from '../repositories/message/outbox'

const MINUTE = 60_000
/** A sender that has not come back by then was killed: what became of its message is unknown. */
const STRANDED_AFTER = 10 * MINUTE
/** Over quota: quotas are counted by the minute or by the day. */
const RETRY_AFTER = 15 * MINUTE
/** So that one round ends; the next minute goes on. */
const MOST_A_ROUND = 2_000

/**
 * Sends what is due, each message at most once: it is claimed and its consent spent before WeChat is called, and a
 * call whose answer is lost is never repeated. Safe on several instances at once, and after a crash at any step.
 * Returns how many messages arrived.
 */
export async function sendDueMessages(
  db: Database,
  send: SendWechatMessage,
  now: Instant,
  stopping?: AbortSignal,
): Promise<number> {
  await recordStranded(db, now)
  let sent = 0
  for (let handled = 0; handled < MOST_A_ROUND && !stopping?.aborted; handled += 1) {
    const claim = await claimNext(db, now)
    if (claim === 'none') return sent
    if (claim === 'settled') continue
    const outcome = await send(claim.message)
    await recordSending(db, claim.settled, outcome, now)
    if (outcome === 'sent') sent += 1
  }
  return sent
}

const pendingFor = ({ isVolunteer }: { readonly isVolunteer: boolean }) =>
  isVolunteer ? 'pending-volunteer' : 'pending'

interface Sending {
  readonly id: number
  readonly residentId: string
  readonly template: Template
  readonly isVolunteer: boolean
  readonly claimedAt: Instant
}

interface Claim {
  readonly message: Parameters<SendWechatMessage>[0]
  readonly settled: Sending
}

/** Decides about one message in a transaction of its own; only one that is to be sent comes back. */
async function claimNext(db: Database, now: Instant): Promise<Claim | 'settled' | 'none'> {
  const rules = await readRules(db)
  return db.transaction().execute(async (tx) => {
    await waitForLocks(tx)
    const due = await claimDue(tx, now)
    if (due === null) return 'none'
    const template = templateOf(due.kind)
    const consentsLeft = template === null ? 0 : await lockConsents(tx, due.residentId, template)
    const facts = { way: due.openid === null ? 'none' : due.way, consentsLeft } as const
    const dispatch = decideDelivery(due.kind, causeStands(due, due, now), facts, now, rules)
    switch (dispatch.kind) {
      case 'hold':
        await recordDelivery(tx, due.id, { delivery: pendingFor(due), dueAt: dispatch.until })
        return 'settled'
      case 'drop':
        await recordDelivery(tx, due.id, { delivery: 'dropped' })
        return 'settled'
      case 'unreached':
        await recordDelivery(tx, due.id, { delivery: 'unsent', unreached: !due.isVolunteer })
        return 'settled'
      case 'send':
        await recordConsents(tx, due.residentId, dispatch.template, consentsLeft - 1)
        await recordDelivery(tx, due.id, { delivery: 'sending', claimedAt: now })
        return claimOf(due, dispatch.template, now)
    }
  })
}

const claimOf = (due: DueMessage, template: Template, now: Instant): Claim => ({
  message: {
    openid: due.openid ?? '',
    template,
    kind: due.kind,
    about: { ...due.about, startsAt: toIso(due.startsAt), place: due.place, change: null },
    page:
      due.registrationId === null
        ? `activity/pages/activity/index?id=${encodeURIComponent(due.activityId)}`
        : `activity/pages/registration/index?id=${due.registrationId}`,
  },
  settled: { id: due.id, residentId: due.residentId, template, isVolunteer: due.isVolunteer, claimedAt: now },
})

/** Records what became of a message; the consent that was spent beforehand comes back where it was not used. */
async function recordSending(
  db: Database,
  sending: Sending,
  outcome: SendingOutcome,
  now: Instant,
): Promise<void> {
  const { id, residentId, template, claimedAt } = sending
  await db.transaction().execute(async (tx) => {
    await waitForLocks(tx)
    if (!(await lockSending(tx, id, claimedAt))) return
    const left = await lockConsents(tx, residentId, template)
    const record = afterSending(template, outcome, left + 1)
    if (record.consentsLeft !== left) await recordConsents(tx, residentId, template, record.consentsLeft)
    await recordDelivery(tx, id, {
      delivery: record.message === 'retry' ? pendingFor(sending) : record.message,
      claimedAt: null,
      // Nobody has a volunteer's number: they are told in person, and stand on no call list.
      unreached: record.unreached && !sending.isVolunteer,
      ...(record.message === 'retry' ? { dueAt: instant(now + RETRY_AFTER) } : {}),
    })
  })
}

async function recordStranded(db: Database, now: Instant): Promise<void> {
  for (const { kind, ...stranded } of await readStranded(db, instant(now - STRANDED_AFTER))) {
    const template = templateOf(kind)
    if (template !== null) await recordSending(db, { ...stranded, template }, 'unknown', now)
  }
}
