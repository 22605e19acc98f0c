import type { Kysely, Transaction } from 'kysely'
import type { Unreached } from '../../core/contract/activity/activity-page'
import { holdersOf, isToldAsRegistered, type StallHolder } from '../../core/domain/activity/stall/holders'
import { hasToBeTold, isSettled } from '../../core/domain/registration/messages/call'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Permit } from '../app/permit'
import type { Schema } from '../database/schema'
import { openedPhone, type PhoneSeal } from '../gateways/sealing/phone-seal'
import {
  readStallCalls,
  readTakenStalls,
  readToldRegistrations,
  recordStallCalls,
} from '../repositories/message/stall-calls'
import { aboutOf, callStateOf, readUnreached } from '../repositories/message/unreached'
import { numberText } from '../repositories/registration/parties'

type Reader = Kysely<Schema>

/** Who has stalls at a market: whom a change has to be told by telephone, and who hears it as a registered person. */
export async function readStallHolders(
  db: Reader,
  permit: Permit,
  seal: PhoneSeal | null | undefined,
  activityId: string,
): Promise<{ readonly toCall: readonly StallHolder[]; readonly registered: readonly StallHolder[] }> {
  const open = (sealed: Buffer) => openedPhone(seal, sealed)
  const holders = holdersOf(await readTakenStalls(db, permit, activityId, open))
  if (holders.length === 0) return { toCall: [], registered: [] }
  const told = await readToldRegistrations(db, permit, activityId)
  const known = {
    phones: new Set(
      told.flatMap(({ phone_sealed: sealed }) => (sealed === null ? [] : (open(sealed) ?? []))),
    ),
    residentIds: new Set(told.flatMap(({ residentIds }) => residentIds)),
  }
  return {
    toCall: holders.filter((holder) => !isToldAsRegistered(holder, known)),
    registered: holders.filter((holder) => isToldAsRegistered(holder, known)),
  }
}

/**
 * Puts who has stalls on the call list of a change. Whom it reaches as registered persons is asked before the change
 * is announced: afterwards those of a cancelled market are no more.
 */
export async function callStallHolders(
  tx: Transaction<Schema>,
  permit: Permit,
  activityId: string,
  changeId: number,
  { toCall }: { readonly toCall: readonly StallHolder[] },
): Promise<number> {
  await recordStallCalls(
    tx,
    permit,
    activityId,
    changeId,
    toCall.map(({ numbers }) => numbers),
  )
  return toCall.length
}

/** 未送达名单 of an activity and its workshops, with who has stalls there: who has to be told yet first. */
export async function readCallList(
  db: Reader,
  permit: Permit,
  seal: PhoneSeal | null | undefined,
  activityId: string,
  now: Instant,
): Promise<readonly Unreached[]> {
  const open = (sealed: Buffer) => openedPhone(seal, sealed)
  const [people, calls] = [
    await readUnreached(db, permit, activityId),
    await readStallCalls(db, permit, activityId),
  ]
  const stalls = calls.length + people.length === 0 ? [] : await readTakenStalls(db, permit, activityId, open)
  const holders = holdersOf(stalls)
  const registered = people.map((row): Unreached => {
    const phone = row.phone_sealed === null ? null : open(row.phone_sealed)
    return {
      as: 'registered',
      messageId: row.message_id,
      kind: row.kind,
      at: toIso(row.at),
      number: numberText(row.number),
      stalls: phone === null ? [] : (holders.find((holder) => holder.phone === phone)?.numbers ?? []),
      name: row.name,
      persons: row.persons,
      telling: row.telling,
      phone,
      byStaff: row.by_staff,
      wantsHelp: row.wants_help,
      activity: aboutOf(row),
      call: callStateOf(row, permit.post.id, now),
    }
  })
  const ofStalls = calls.flatMap((row): readonly Unreached[] => {
    const own = holdersOf(stalls.filter(({ number }) => row.numbers.includes(number)))
    const holder = own.find(({ phone }) => phone !== null) ?? own[0]
    // Nobody has these stalls any more.
    if (holder === undefined) return []
    return [
      {
        as: 'stall',
        messageId: row.id,
        kind: row.kind === 'cancelled' ? 'withdrawn' : 'changed',
        at: toIso(row.at),
        number: null,
        stalls: row.numbers,
        name: holder.name,
        persons: 1,
        telling: 'phone',
        phone: holder.phone,
        byStaff: true,
        wantsHelp: false,
        activity: aboutOf(row),
        call: callStateOf(row, permit.post.id, now),
      },
    ]
  })
  return [
    ...registered.filter(isLeft),
    ...ofStalls.filter(isLeft),
    ...registered.filter((row) => !isLeft(row)),
    ...ofStalls.filter((row) => !isLeft(row)),
  ]
}

const isWanted = ({ telling, byStaff }: Unreached): boolean => hasToBeTold(telling, byStaff)

/** Still to be told. */
export const isLeft = (row: Unreached): boolean => isWanted(row) && !isSettled(row.call)
