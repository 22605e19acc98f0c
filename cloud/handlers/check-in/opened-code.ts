import type { ExpectedParty, OpenedCode } from '../../../core/contract/check-in/check-in'
import { checkInFromOf } from '../../../core/domain/activity/deadlines'
import { receiptEnds } from '../../../core/domain/check-in/scan/receipt'
import { stateAt } from '../../../core/domain/registration/leaving/ending'
import { summaryOf } from '../../../core/domain/registration/party'
import { shanghaiDay, toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Database } from '../../database/connect'
import { inOneTrip } from '../../database/one-trip'
import {
  readExpected,
  readLater,
  readWalkInChances,
  type ExpectedMemberRow,
} from '../../repositories/check-in/expected'
import type { FoundPlace } from '../../repositories/check-in/places'
import { findVisit } from '../../repositories/check-in/visits'
import type { readDeployment } from '../../repositories/directory'

interface Opening {
  readonly receipt: string
  readonly openedAt: Instant
  readonly grade: OpenedCode['grade']
  readonly place: FoundPlace
}

/** What goes on at a place at the instant of the opening, and who of this resident's is expected there. */
export async function openedCode(
  db: Database,
  { receipt, openedAt, grade, place }: Opening,
  { subdistrict: { organiser, phone, hotline }, rules }: Awaited<ReturnType<typeof readDeployment>>,
  residentId: string | null,
): Promise<OpenedCode> {
  const own = async <Value>(read: (residentId: string) => Promise<Value>): Promise<Value | null> =>
    residentId === null ? null : read(residentId)
  const [visit, expected, walkIns, later] = await inOneTrip(
    db,
    (trip) => own((id) => findVisit(trip, place, id, shanghaiDay(openedAt))),
    (trip) => own((id) => readExpected(trip, place, id, openedAt, rules)),
    (trip) => readWalkInChances(trip, place, residentId, openedAt, rules),
    (trip) => own((id) => readLater(trip, place, id, openedAt, rules)),
  )
  return {
    receipt,
    openedAt: toIso(openedAt),
    expiresAt: toIso(receiptEnds(openedAt, rules)),
    grade,
    place: { kind: place.kind, id: place.id, name: place.name },
    subdistrict: { organiser, phone, hotline },
    forStranger: residentId === null,
    visitedAt: visit === null ? null : toIso(visit.at),
    parties: partiesOf((expected ?? []).map((row) => ({ ...row, state: stateAt(row.state, row, openedAt) }))),
    walkIns: walkIns.map(({ startsAt, endsAt, ...chance }) => ({
      ...chance,
      startsAt: toIso(startsAt),
      endsAt: toIso(endsAt),
    })),
    later: (later ?? []).map(({ startsAt, ...row }) => ({
      ...row,
      startsAt: toIso(startsAt),
      checkInFrom: toIso(checkInFromOf(startsAt, rules)),
    })),
  }
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
