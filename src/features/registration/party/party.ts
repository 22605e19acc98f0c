import { possibleAges, type BirthYears } from '../../../../core/domain/activity/entry/age'
import type { RegistrationTerms } from '../../../../core/contract/activity/activity-page'
import type { FamilyMember, Myself } from '../../../../core/contract/registration/family'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { kept } from '../../../platform/storage/kept'
import { lacksConsent } from '../../family/use-family'

/** A family record, or `null` for oneself. */
export type PersonId = string | null

export interface Household {
  readonly myself: Myself
  readonly members: readonly FamilyMember[]
}

export const NOBODY_KNOWN: Household = { myself: { callName: null, born: null }, members: [] }

type Ages = Pick<RegistrationTerms, 'minAge' | 'maxAge'>

export const asksAge = ({ minAge, maxAge }: Ages): boolean => minAge !== null || maxAge !== null

/** Whether somebody of these years may be of the right age on that day; unknown years may. */
export function mayBeOfAge(born: BirthYears | null, { minAge, maxAge }: Ages, at: Instant): boolean {
  if (born === null) return true
  const { youngest, oldest } = possibleAges(born, at)
  return (minAge === null || oldest >= minAge) && (maxAge === null || youngest <= maxAge)
}

/**
 * Who is ticked at first, so that two taps do: whom one came with last time, otherwise the whole household;
 * of these, who may come. Where ages are asked and one's own is unknown, relatives who fit go without one.
 */
export function startParty(
  { myself, members }: Household,
  terms: Ages & Pick<RegistrationTerms, 'largestParty'>,
  startsAt: Instant,
  lastTime: readonly PersonId[] | null,
): readonly PersonId[] {
  const relatives = members
    .filter((member) => !lacksConsent(member))
    .filter(({ birthYear: year }) => mayBeOfAge({ from: year, to: year }, terms, startsAt))
    .map(({ familyMemberId }) => familyMemberId)
  const own = myself.born === null ? null : { from: myself.born[0], to: myself.born[1] }
  const isDoubtful = own === null && asksAge(terms) && relatives.length > 0
  const me: readonly PersonId[] = isDoubtful || !mayBeOfAge(own, terms, startsAt) ? [] : [null]
  const welcome = [...me, ...relatives]
  const usual = lastTime === null ? welcome : welcome.filter((id) => lastTime.includes(id))
  return (usual.length > 0 ? usual : welcome).slice(0, terms.largestParty)
}

const isParty = (found: unknown): found is readonly PersonId[] | null =>
  found === null ||
  (Array.isArray(found) && found.every((id: unknown) => id === null || typeof id === 'string'))

/** Whom one registered last, on this phone. */
export const lastParty = kept<readonly PersonId[] | null>('party-1', null, isParty)
