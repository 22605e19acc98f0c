import { useQueryClient } from '@tanstack/react-query'
import type { FamilyMember } from '../../../core/contract/registration/family'
import { queries } from '../../api/queries'

/** Asks again who is in the family, after something about it was changed. */
export function useFamilyChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: queries.family().queryKey })
}

/** A child whom nobody has agreed for: cannot be registered yet. */
export const lacksConsent = ({ child, guardianConsent }: FamilyMember): boolean => child && !guardianConsent
