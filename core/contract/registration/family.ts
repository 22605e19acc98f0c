import { boolean, nullable, picklist, strictObject, strictTuple } from 'valibot'
import { GUARDIAN_CONSENT_VERSIONS } from '../../domain/me/guardian-consent'
import { endpoint, type } from '../endpoint'
import { line, requestId } from '../fields'
import { birthYear, id } from '../person-fields'
import { LONGEST_NAME } from '../../shapes/person-name'

/** A relative whom the caller acts for. */
export interface FamilyMember {
  readonly familyMemberId: string
  readonly name: string
  readonly relation: string
  readonly birthYear: number
  /** Under 14 today: a guardian's consent is needed before registering. */
  readonly child: boolean
  readonly guardianConsent: boolean
  /** Whether this person has said 是我 to a forwarded card. */
  readonly claimed: boolean
}

/** What the caller said about themselves; all of it optional. */
export interface Myself {
  readonly callName: string | null
  /** Years of birth, both inclusive. */
  readonly born: readonly [from: number, to: number] | null
}

export const family = {
  'family.list': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({}),
    /** `childAge`: below it, in years, a guardian's consent is needed. */
    output: type<{ myself: Myself; members: readonly FamilyMember[]; childAge: number }>(),
    refusals: [],
  }),
  'family.add': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ name: line(LONGEST_NAME), relation: line(10), birthYear, requestId }),
    output: type<{ familyMemberId: string }>(),
    refusals: ['birth_year_ahead', 'family_too_large'],
  }),
  /** Forgets a record; not while it holds a place in an activity that is still to come. */
  'family.remove': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ familyMemberId: id, requestId }),
    output: type<{ familyMemberId: string }>(),
    refusals: ['family_member_not_found', 'family_member_registered'],
  }),
  /** A guardian's yes or no, kept with time and wording; the latest counts. */
  'family.consent': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      familyMemberId: id,
      version: picklist(GUARDIAN_CONSENT_VERSIONS),
      given: boolean(),
      requestId,
    }),
    output: type<{ familyMemberId: string; given: boolean }>(),
    refusals: ['family_member_not_found'],
  }),
  /** What to be called, and a span of years of birth; `null` forgets it. */
  'family.describeMyself': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({
      callName: nullable(line(LONGEST_NAME)),
      born: nullable(strictTuple([birthYear, birthYear])),
      requestId,
    }),
    output: type<Myself>(),
    refusals: ['birth_year_ahead'],
  }),
} as const
