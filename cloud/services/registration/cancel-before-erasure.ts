import type { Transaction } from 'kysely'
import { eraseFrom } from '../../../core/domain/registration/leaving/erasing'
import type { Member, Registration } from '../../../core/domain/registration/party'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import { lockActivities, type LockedActivity } from '../../repositories/activity/lock-activity'
import { readAddressed } from '../../repositories/message/notices'
import { activitiesOnRecord, forgetPerson, identitiesOf } from '../../repositories/registration/departure'
import { readParties } from '../../repositories/registration/parties'
import { readQueue } from '../../repositories/registration/queue'
import { recordAndPromote } from './record-and-promote'
import { notify } from '../notify'

/**
 * Before somebody is erased: their places that are still to come, and those of the family records that go with
 * them, are cancelled, and the queue promotes. What was stays in the count, without the person.
 */
export async function departFromActivities(
  tx: Transaction<Schema>,
  residentId: string,
  now: Instant,
): Promise<void> {
  const identities = new Set(await identitiesOf(tx, residentId))
  for (const locked of await lockActivities(tx, await activitiesOnRecord(tx, residentId))) {
    if (now < locked.deadlines.startsAt) await departFrom(tx, locked, identities, now)
  }
  await forgetPerson(tx, residentId)
}

async function departFrom(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  identities: ReadonlySet<string>,
  now: Instant,
): Promise<void> {
  const isErased = ({ identity }: Member): boolean => identity !== null && identities.has(identity)
  const parties = await readParties(tx, locked.row.id)
  const erasings = parties.map((party) => ({
    party,
    erasing: eraseFrom(party.members, isErased, locked.deadlines, now),
  }))
  const changes = erasings.flatMap(({ erasing }) => erasing.changes)
  if (changes.length === 0) return
  const alone = erasings.filter(({ erasing }) => erasing.leftAlone.length > 0).map(({ party }) => party)
  const queue = await readQueue(tx, locked.row.id)
  await recordAndPromote(tx, locked, { act: 'erase', by: null, now, changes, queue, own: null })
  await tellLeftAlone(tx, locked, alone, now)
}

async function tellLeftAlone(
  tx: Transaction<Schema>,
  locked: LockedActivity,
  parties: readonly Registration[],
  now: Instant,
): Promise<void> {
  const to = await readAddressed(
    tx,
    parties.map(({ id }) => id),
  )
  await notify(tx, locked, { kind: 'left-alone', to, causeOf: ({ joinNumber }) => String(joinNumber) }, now)
}
