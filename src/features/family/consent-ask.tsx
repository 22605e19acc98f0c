import { Button, ButtonRow } from '../../components/controls/button'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/sending'
import { FAMILY } from '../../text/me/family'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { CONSENT_VERSION, ConsentWords } from './consent-words'
import { useFamilyChanged } from './use-family'

interface ConsentAskProps {
  readonly familyMemberId: string
  readonly onAgreed: () => void
  readonly onClose: () => void
}

/** Asks the guardian for the yes that a child's registration needs. */
export function ConsentAsk({ familyMemberId, onAgreed, onClose }: ConsentAskProps) {
  const { state, send } = useMutation('family.consent')
  const changed = useFamilyChanged()
  const agree = async () => {
    const outcome = await send({ familyMemberId, version: CONSENT_VERSION, given: true })
    if (outcome?.kind !== 'done') return
    await changed()
    onAgreed()
  }
  return (
    <Card ground="warm">
      <ConsentWords />
      <MutationNote state={state} />
      <ButtonRow>
        <Button onTap={onClose}>{FAMILY.notNow}</Button>
        <Button look="primary" onTap={() => void agree()}>
          {state.kind === 'sending' ? SENDING : FAMILY.agree}
        </Button>
      </ButtonRow>
    </Card>
  )
}
