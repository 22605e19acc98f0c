import { useRef } from 'react'
import type { ActName } from '../../api/acting'
import { useAct, type ActState } from '../act/use-act'
import { now } from '../clock/use-now'
import { CONSENT_VERSION } from './consent-words'
import { birthYearOf, needsConsent, type NewMember } from './new-member'
import { useFamilyChanged } from './use-family'

/** Adds a relative, then says the guardian's yes; what got lost is taken up where it stopped. */
export function useAddMember(onAdded: (familyMemberId: string) => void): {
  readonly state: ActState<ActName>
  readonly save: (member: NewMember) => Promise<void>
} {
  const adding = useAct('family.add')
  const agreeing = useAct('family.consent')
  const changed = useFamilyChanged()
  const added = useRef<string | null>(null)

  const save = async (member: NewMember) => {
    added.current ??= await add(member)
    if (added.current === null) return
    const familyMemberId = added.current
    if (needsConsent(member, now())) {
      const agreed = await agreeing.send({ familyMemberId, version: CONSENT_VERSION, given: true })
      if (agreed?.kind !== 'done') return
    }
    await changed()
    onAdded(familyMemberId)
  }
  const add = async ({ name, relation, year }: NewMember): Promise<string | null> => {
    const birthYear = birthYearOf(year, now())
    if (birthYear === null) return null
    const outcome = await adding.send({ name: name.trim(), relation, birthYear })
    return outcome?.kind === 'done' ? outcome.value.familyMemberId : null
  }
  return { state: adding.state.kind === 'done' ? agreeing.state : adding.state, save }
}
