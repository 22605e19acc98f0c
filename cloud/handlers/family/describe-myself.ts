import { isBirthYearAhead } from '../../../core/domain/me/birth-year'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordMyself } from '../../repositories/family'

export const describeMyself: Handler<'family.describeMyself'> = async (input, { db, caller, now }) => {
  const years = input.born === null ? [] : [...input.born].sort((one, other) => one - other)
  const [from, to] = years
  if (to !== undefined && isBirthYearAhead(to, now)) return refuse('birth_year_ahead')
  const myself = {
    callName: input.callName,
    born: from === undefined || to === undefined ? null : ([from, to] as const),
  }
  await recordMyself(db, caller.residentId, myself)
  return accept(myself)
}
