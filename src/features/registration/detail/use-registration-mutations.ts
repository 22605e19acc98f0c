import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyRegistration, PartyMember } from '../../../../core/contract/registration/registration'
import { useMutation } from '../../../api/mutation'
import { invalidateRegistrations } from '../registration-queries'

/** What is being asked before it is done. */
export type Asking =
  { readonly kind: 'nothing' | 'cancel' } | { readonly kind: 'drop'; readonly member: PartyMember }

/** Everything one can do with a registration, each said before it is done. */
export function useRegistrationMutations({ registrationId, activity }: MyRegistration) {
  const client = useQueryClient()
  const cancelling = useMutation('registration.cancel')
  const dropping = useMutation('registration.dropMember')
  const asking = useMutation('registration.askNow')
  const [asked, setAsked] = useState<Asking>({ kind: 'nothing' })
  const changed = () => invalidateRegistrations(client, activity.id)

  return {
    asked,
    /** Opens a question, or closes it: what was tried before is another intention. */
    ask(question: Asking) {
      cancelling.forget()
      dropping.forget()
      setAsked(question)
    },
    cancelling: cancelling.state,
    async cancel() {
      const outcome = await cancelling.send({ registrationId })
      if (outcome?.kind !== 'done') return
      await changed()
      setAsked({ kind: 'nothing' })
    },
    dropping: dropping.state,
    async drop({ memberId }: PartyMember) {
      const outcome = await dropping.send({ registrationId, memberId })
      if (outcome?.kind !== 'done') return
      await changed()
      setAsked({ kind: 'nothing' })
    },
    askingNow: asking.state,
    async askNow() {
      const outcome = await asking.send({ registrationId })
      // Also after a no: somebody was quicker, so what the page shows is no longer so.
      if (outcome?.kind === 'done' || outcome?.kind === 'refused') await changed()
    },
  }
}

export type RegistrationMutations = ReturnType<typeof useRegistrationMutations>
