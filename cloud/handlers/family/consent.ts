import { GUARDIAN_CONSENTS } from '../../../core/domain/me/guardian-consent'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { lockFamilyMember, recordGuardianConsent } from '../../repositories/family'

export const consent: Handler<'family.consent'> = async (input, { db, caller, now }) => {
  const { familyMemberId, version, given } = input
  const { residentId } = caller
  if (!(await lockFamilyMember(db, familyMemberId, residentId))) return refuse('family_member_not_found')
  const wording = GUARDIAN_CONSENTS[version]
  await recordGuardianConsent(db, { familyMemberId, residentId, version, wording, given, at: now })
  return accept({ familyMemberId, given })
}
