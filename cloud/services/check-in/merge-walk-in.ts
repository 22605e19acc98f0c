import type { Transaction } from 'kysely'
import type { Member } from '../../../core/domain/registration/party'
import { decideOneHead } from '../../../core/domain/registration/hand-over/one-head'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import { claimEntry, readEntries, undoEntries, type EntryRow } from '../../repositories/check-in/entries'
import { moveGifts } from '../../repositories/check-in/gifts'
import { readParties } from '../../repositories/registration/parties'
import { moveMembers } from './record-arrivals'

type Tx = Transaction<Schema>

/** Who says 是我 to which record, or of whom it is said to which guest. */
export interface Claiming {
  readonly residentId: string
  /** The family record, or the guest, whose place it is until now. */
  readonly identity: string
  readonly by: string
  readonly now: Instant
}

/**
 * Makes one head of two: of whoever walked in to an activity in which somebody else had registered them, under its
 * lock and before the link is recorded. Time, grade, gift and visit of the walk-in stay.
 */
export async function makeOneHead(tx: Tx, locked: LockedActivity, claiming: Claiming): Promise<void> {
  const member = await memberOf(tx, locked, claiming.identity)
  const [own] = await readEntries(tx, locked.row.id, [], [claiming.residentId])
  if (member === null || own === undefined) return
  const heads = await readEntries(tx, locked.row.id, [member.id])
  const rollClosed = locked.row.roll_closed_at !== null
  const decision = decideOneHead(member, own, heads.length > 0, locked.seats, rollClosed)
  if (decision.kind === 'stays') return
  const by = { by: claiming.by, now: claiming.now }
  const freed = -Number(own.holdsSeat)
  if (decision.kind === 'twice') {
    await takeBack(tx, own, heads, by)
    await moveMembers(tx, locked, { act: 'claim', changes: [] }, freed, by)
    return
  }
  const { change } = decision
  const changes = change === null ? [] : [change]
  await moveMembers(tx, locked, { act: 'claim', changes, presence: own.grade }, freed, by)
  await claimEntry(tx, own, member, change === null ? 'door' : 'attended', by)
}

async function memberOf(tx: Tx, { row }: LockedActivity, person: string): Promise<Member | null> {
  const members = (await readParties(tx, row.id)).flatMap((party) => party.members)
  return members.find(({ identity, state }) => identity === person && state !== 'cancelled') ?? null
}

/** The gift that was handed to the walk-in was handed to this person. */
async function takeBack(
  tx: Tx,
  own: EntryRow,
  heads: readonly EntryRow[],
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<void> {
  const [head] = heads
  if (head !== undefined) await moveGifts(tx, own.id, head.id)
  await undoEntries(tx, [own.id], { reason: '本人认领了家人报的名', by, now })
}
