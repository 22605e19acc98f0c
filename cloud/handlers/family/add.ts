import { isBirthYearAhead } from '../../../core/domain/me/birth-year'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readFamily, recordFamilyMember } from '../../repositories/family'

/** More than any household; beyond it somebody collects strangers. */
const MOST_RECORDS = 20

export const add: Handler<'family.add'> = async (input, { db, caller, now }) => {
  if (isBirthYearAhead(input.birthYear, now)) return refuse('birth_year_ahead')
  const family = await readFamily(db, caller.residentId)
  if (family.length >= MOST_RECORDS) return refuse('family_too_large', { max: MOST_RECORDS })
  return accept({ familyMemberId: await recordFamilyMember(db, caller.residentId, input, now) })
}
