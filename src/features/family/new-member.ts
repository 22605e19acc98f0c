import { countsAsChild } from '../../../core/domain/activity/entry/age'
import { shanghaiDay, type Instant } from '../../../core/kernel/shanghai-time'
import { FAMILY } from '../../text/me/family'

/** What somebody fills in about a relative. */
export interface NewMember {
  readonly name: string
  readonly relation: string
  readonly year: string
}

export const NOBODY_YET: NewMember = { name: '', relation: '', year: '' }

const EARLIEST_YEAR = 1900

/** A year as it was typed; null where it cannot be anybody's year of birth. */
export function birthYearOf(typed: string, now: Instant): number | null {
  const year = Number(typed.trim())
  const thisYear = Number(shanghaiDay(now).slice(0, 4))
  return /^\d{4}$/.test(typed.trim()) && year >= EARLIEST_YEAR && year <= thisYear ? year : null
}

/** Whether a guardian has to agree before this one can be registered. */
export function needsConsent({ year }: NewMember, now: Instant, childAge: number): boolean {
  const born = birthYearOf(year, now)
  return born !== null && countsAsChild({ from: born, to: born }, now, childAge)
}

/** What still keeps it from being saved, by field. */
export type MemberFaults = { readonly [Field in keyof NewMember]: string | null }

export const faultsOf = ({ name, relation, year }: NewMember, now: Instant): MemberFaults => ({
  name: name.trim() === '' ? FAMILY.nameError : null,
  relation: relation === '' ? FAMILY.relationError : null,
  year: birthYearOf(year, now) === null ? FAMILY.yearError : null,
})

/** Choosing 妈妈 is mostly what one calls her, too: so the name follows the relation until it is written. */
export const withRelation = (member: NewMember, relation: string, other: string): NewMember => ({
  ...member,
  relation,
  name:
    member.name === '' || member.name === member.relation
      ? relation === other
        ? ''
        : relation
      : member.name,
})
