import { progressOf, stampsOf } from '../../../core/domain/check-in/stamps'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readStampSets } from '../../repositories/check-in/places'
import { readVisitsOf, type VisitRow } from '../../repositories/check-in/visits'

/** More than anybody looks through; the stamps count all. */
const SHOWN = 200

const placeIn = ({ placeKind: kind, placeId: id, placeName: name }: VisitRow) => ({ kind, id, name })
const keyOf = ({ placeKind, placeId }: VisitRow): string => `${placeKind} ${placeId}`

export const show: Handler<'passport.show'> = async (_input, { db, caller }) => {
  const visits = await readVisitsOf(db, caller.residentId)
  const stamps = stampsOf(visits, keyOf)
  const offices = stamps.flatMap(({ placeKind, placeId }) => (placeKind === 'office' ? placeId : []))
  return accept({
    stamps: stamps.map((stamp) => ({ place: placeIn(stamp), at: toIso(stamp.at) })),
    sets: progressOf(await readStampSets(db), new Set(offices)),
    visits: visits.slice(0, SHOWN).map((visit) => ({
      visitId: visit.visitId,
      place: placeIn(visit),
      day: visit.day,
      at: toIso(visit.at),
      grade: visit.grade,
    })),
  })
}
