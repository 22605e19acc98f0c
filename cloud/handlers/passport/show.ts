import { progressOf, stampsOf } from '../../../core/domain/check-in/stamps'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readStampSets, type StampSetRow } from '../../repositories/check-in/places'
import { readVisitsOf, type VisitRow } from '../../repositories/check-in/visits'

/** More than anybody looks through; the stamps count all. */
const SHOWN = 200

const placeIn = ({ placeKind: kind, placeId: id, placeName: name }: VisitRow) => ({ kind, id, name })
const keyOf = ({ placeKind, placeId }: VisitRow): string => `${placeKind} ${placeId}`

/** Each set with how far it has come. */
function setPages(sets: readonly StampSetRow[], stamped: ReadonlySet<string>) {
  const wanted = sets.map(({ id, places }) => ({ id, placeIds: places.map((place) => place.id) }))
  return progressOf(wanted, stamped).map((progress, index) => ({
    ...progress,
    places: (sets[index]?.places ?? []).map((place) => ({ kind: 'office' as const, ...place })),
  }))
}

export const show: Handler<'passport.show'> = async (_input, { db, caller }) => {
  const visits = await readVisitsOf(db, caller.residentId)
  const stamps = stampsOf(visits, keyOf)
  const offices = stamps.flatMap(({ placeKind, placeId }) => (placeKind === 'office' ? placeId : []))
  return accept({
    stamps: stamps.map((stamp) => ({
      place: { ...placeIn(stamp), shortName: stamp.placeShortName },
      at: toIso(stamp.at),
    })),
    sets: setPages(await readStampSets(db), new Set(offices)),
    visits: visits.slice(0, SHOWN).map((visit) => ({
      visitId: visit.visitId,
      place: placeIn(visit),
      day: visit.day,
      at: toIso(visit.at),
      grade: visit.grade,
    })),
  })
}
