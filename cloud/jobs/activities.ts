import { DAY } from '../../core/domain/activity/deadlines'
import { lapseWaiting } from '../../core/domain/registration/leaving/ending'
import { isReminderDue } from '../../core/domain/registration/messages/timing'
import { isState } from '../../core/domain/registration/party'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { waitForLocks } from '../database/wait-for-locks'
import { lockActivity } from '../repositories/activity/lock-activity'
import { readRules } from '../repositories/activity/rules'
import { readAddressed } from '../repositories/message/notices'
import {
  activitiesToLapse,
  activitiesToRemindOf,
  forgetPhones,
  readPlaced,
} from '../repositories/registration/due'
import { activitiesWithGuests, forgetGuests } from '../repositories/registration/counter'
import { readParties } from '../repositories/registration/parties'
import { recordOutcome } from '../repositories/registration/record-outcome'
import { forgetStallContacts } from '../repositories/stall-plan'
import { notify } from '../services/notify'

/** A reminder is due the evening before: nothing later than that is looked at. */
const REMINDERS_AHEAD = 2 * DAY

const waits = isState('waiting')

/** Who still waits at the start lapses; gives how many members did. Each activity in a transaction of its own. */
export async function lapseWaitlists(db: Database, now: Instant): Promise<number> {
  let lapsed = 0
  for (const activityId of await activitiesToLapse(db, now)) lapsed += await lapse(db, activityId, now)
  return lapsed
}

/** Under the lock it is asked anew who waits: another instance may have been here. */
const lapse = (db: Database, activityId: string, now: Instant): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await waitForLocks(tx)
    const locked = await lockActivity(tx, activityId)
    if (locked === null) return 0
    const waiting = (await readParties(tx, activityId)).filter(({ members }) => members.some(waits))
    const changes = lapseWaiting(
      waiting.flatMap(({ members }) => members),
      locked.deadlines,
      now,
    )
    if (changes.length === 0) return 0
    const outcome = {
      activityId,
      act: 'lapse',
      by: null,
      now,
      changes,
      promoted: [],
      promotedMembers: 0,
    } as const
    await recordOutcome(tx, { ...outcome, seatsInUse: locked.seats.inUse })
    const to = await readAddressed(
      tx,
      waiting.map(({ id }) => id),
    )
    await notify(tx, locked, { kind: 'lapsed', to, causeOf: ({ joinNumber }) => String(joinNumber) }, now)
    return changes.length
  })

/** From 18:00 the day before, everybody with a place is reminded once; gives how many registrations were. */
export async function queueReminders(db: Database, now: Instant): Promise<number> {
  let reminded = 0
  for (const activityId of await activitiesToRemindOf(db, now, instant(now + REMINDERS_AHEAD))) {
    reminded += await remind(db, activityId, now)
  }
  return reminded
}

const remind = (db: Database, activityId: string, now: Instant): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await waitForLocks(tx)
    const locked = await lockActivity(tx, activityId)
    if (locked === null || locked.row.status !== 'published') return 0
    const due = (await readPlaced(tx, activityId)).filter(({ confirmedAt, reminded }) =>
      isReminderDue(confirmedAt, reminded, locked.deadlines, now),
    )
    const to = await readAddressed(
      tx,
      due.map(({ registrationId }) => registrationId),
    )
    await notify(tx, locked, { kind: 'reminder', to, causeOf: () => 'reminder' }, now)
    return due.length
  })

/** Guests are kept by an office as long as their telephone: until 30 days after the activity. */
export async function forgetOldGuests(db: Database, now: Instant): Promise<number> {
  const { phoneDays } = await readRules(db)
  let forgotten = 0
  for (const activityId of await activitiesWithGuests(db, instant(now - phoneDays * DAY))) {
    forgotten += await db.transaction().execute(async (tx) => {
      await waitForLocks(tx)
      const locked = await lockActivity(tx, activityId)
      // Moved meanwhile: it is not over yet.
      if (locked === null || now < locked.deadlines.phonesErasedFrom) return 0
      return forgetGuests(tx, activityId)
    })
  }
  return forgotten
}

/** Phone numbers are kept until 30 days after the activity. */
export async function forgetOldPhones(db: Database, now: Instant): Promise<number> {
  const { phoneDays } = await readRules(db)
  return forgetPhones(db, instant(now - phoneDays * DAY))
}

/** Whom to ring about a stall is kept as long as a telephone: until 30 days after the market. */
export async function forgetOldStallContacts(db: Database, now: Instant): Promise<number> {
  const { phoneDays } = await readRules(db)
  return forgetStallContacts(db, instant(now - phoneDays * DAY))
}
