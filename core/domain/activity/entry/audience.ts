import type { Instant } from '../../../kernel/shanghai-time'
import { countsAsChild, possibleAges, type BirthYears } from './age'

/** Whom an activity is for. `null` and empty lists ask nothing. */
export interface Audience {
  /** Age in full years, inclusive. */
  readonly minAge: number | null
  /** Age in full years, inclusive. */
  readonly maxAge: number | null
  /** Residents of these compounds or of these neighbourhoods; one match is enough. */
  readonly compoundIds: readonly string[]
  readonly neighbourhoodIds: readonly string[]
}

export const EVERYBODY: Audience = { minAge: null, maxAge: null, compoundIds: [], neighbourhoodIds: [] }

/** What an audience is judged by; a family member without a compound has that of the resident who keeps it. */
export interface AudienceFacts {
  readonly personId: string
  readonly birthYears: BirthYears | null
  readonly compoundId: string | null
  readonly neighbourhoodId: string | null
}

export type MismatchReason =
  | 'too_young'
  | 'too_old'
  | 'birth_year_unknown'
  | 'lives_elsewhere'
  | 'compound_unknown'
  /** Of the compound: nobody has found out yet to which it belongs. */
  | 'neighbourhood_unknown'

export interface Mismatch {
  readonly personId: string
  readonly why: MismatchReason
}

/**
 * Who of a party an activity is not for, in the party's order; empty when all may come. Only a year of
 * birth is known, so an age that somebody may have on that day is enough. Where a child of the party is
 * welcome, the age of the adults with it is not asked: somebody has to bring it.
 */
export function audienceMismatches(
  audience: Audience,
  party: readonly AudienceFacts[],
  startsAt: Instant,
  childAge: number,
): readonly Mismatch[] {
  const reasons = party.map((person) => reasonAgainst(person, audience, startsAt))
  const bringsChild = party.some(
    ({ birthYears }, index) => reasons[index] === null && countsAsChild(birthYears, startsAt, childAge),
  )
  return party.flatMap(({ personId }, index) => {
    const why = reasons[index] ?? null
    return why === null || (bringsChild && isWaivedForCompany(why)) ? [] : [{ personId, why }]
  })
}

/** Only account holders have no year of birth, and they are not children. */
const isWaivedForCompany = (why: MismatchReason): boolean => why === 'too_old' || why === 'birth_year_unknown'

/** Where somebody lives is asked first, so that a waived age never lets a stranger in. */
function reasonAgainst(person: AudienceFacts, audience: Audience, startsAt: Instant): MismatchReason | null {
  return addressAgainst(person, audience) ?? ageAgainst(person, audience, startsAt)
}

function ageAgainst(
  { birthYears }: AudienceFacts,
  audience: Audience,
  startsAt: Instant,
): MismatchReason | null {
  const { minAge, maxAge } = audience
  if (minAge === null && maxAge === null) return null
  if (birthYears === null) return 'birth_year_unknown'
  const { youngest, oldest } = possibleAges(birthYears, startsAt)
  if (minAge !== null && oldest < minAge) return 'too_young'
  return maxAge !== null && youngest > maxAge ? 'too_old' : null
}

function addressAgainst(
  person: AudienceFacts,
  { compoundIds, neighbourhoodIds }: Audience,
): MismatchReason | null {
  if (compoundIds.length === 0 && neighbourhoodIds.length === 0) return null
  const { compoundId, neighbourhoodId } = person
  if (compoundId === null && neighbourhoodId === null) return 'compound_unknown'
  const livesHere =
    (compoundId !== null && compoundIds.includes(compoundId)) ||
    (neighbourhoodId !== null && neighbourhoodIds.includes(neighbourhoodId))
  if (livesHere) return null
  return neighbourhoodIds.length > 0 && neighbourhoodId === null ? 'neighbourhood_unknown' : 'lives_elsewhere'
}
