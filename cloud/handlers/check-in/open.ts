import { randomBytes } from 'node:crypto'
import type { ExpectedParty } from '../../../core/contract/check-in/check-in'
import { checkInFromOf } from '../../../core/domain/activity/deadlines'
import { receiptEnds } from '../../../core/domain/check-in/scan/receipt'
import { summaryOf } from '../../../core/domain/registration/party'
import { accept } from '../../../core/kernel/result'
import { shanghaiDay, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { tokenHashOf } from '../../app/token'
import { judgeOpening } from '../../check-in/judge-code'
import { readRules } from '../../repositories/activity/rules'
import {
  readExpected,
  readLater,
  readWalkInChances,
  type ExpectedMemberRow,
} from '../../repositories/check-in/expected'
import { recordReceipt } from '../../repositories/check-in/receipts'
import { findVisit } from '../../repositories/check-in/visits'
import { readSubdistrict } from '../../repositories/directory'

export const open: Handler<'checkIn.open'> = async ({ code }, { db, caller, now, gateways }) => {
  const judged = await judgeOpening(db, code, now, gateways.keySeal)
  if (!judged.ok) return judged
  const { place, grade } = judged.value
  const receipt = randomBytes(16).toString('base64url')
  await recordReceipt(db, tokenHashOf(receipt), { place, grade, openedAt: now })
  const residentId = caller?.residentId ?? null
  const rules = await readRules(db)
  const visit = residentId === null ? null : await findVisit(db, place, residentId, shanghaiDay(now))
  const expected = residentId === null ? [] : await readExpected(db, place, residentId, now, rules)
  const walkIns = await readWalkInChances(db, place, residentId, now, rules)
  const later = residentId === null ? [] : await readLater(db, place, residentId, now, rules)
  const { name, phone, hotline } = await readSubdistrict(db)
  return accept({
    receipt,
    openedAt: toIso(now),
    expiresAt: toIso(receiptEnds(now, rules)),
    grade,
    place: { kind: place.kind, id: place.id, name: place.name },
    subdistrict: { name, phone, hotline },
    visitedAt: visit === null ? null : toIso(visit.at),
    parties: partiesOf(expected),
    walkIns: walkIns.map(({ startsAt, endsAt, ...chance }) => ({
      ...chance,
      startsAt: toIso(startsAt),
      endsAt: toIso(endsAt),
    })),
    later: later.map(({ startsAt, ...row }) => ({
      ...row,
      startsAt: toIso(startsAt),
      checkInFrom: toIso(checkInFromOf(startsAt, rules)),
    })),
  })
}

/** Rows of one registration come one after the other. */
function partiesOf(rows: readonly ExpectedMemberRow[]): readonly ExpectedParty[] {
  const byRegistration = new Map<string, ExpectedMemberRow[]>()
  for (const row of rows)
    byRegistration.set(row.registrationId, [...(byRegistration.get(row.registrationId) ?? []), row])
  return [...byRegistration.values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const { registrationId, number, byFamily, activityId, title, startsAt } = first
    const places = members.map(({ state }) => ({ state, released: false }))
    return [
      {
        registrationId,
        number,
        byFamily,
        activityId,
        title,
        startsAt: toIso(startsAt),
        headline: summaryOf(places).headline,
        members: members.map(({ memberId, name, isMe, child, state, cameAt }) => ({
          memberId,
          name,
          isMe,
          child,
          state,
          cameAt: cameAt === null ? null : toIso(cameAt),
        })),
      },
    ]
  })
}
