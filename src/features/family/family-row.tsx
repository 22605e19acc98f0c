import { useState } from 'react'
import type { FamilyMember } from '../../../core/contract/registration/family'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/sending'
import { FAMILY, memberHint } from '../../text/me/family'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { ConsentAsk } from './consent-ask'
import { CONSENT_VERSION } from './consent-words'
import { lacksConsent, useFamilyChanged } from './use-family'

/** What is being asked about this relative just now. */
type Asking = 'nothing' | 'consent' | 'withdraw' | 'remove'

/** A relative: who it is, what is agreed to, and how to let go of the record. */
export function FamilyRow({ member }: { readonly member: FamilyMember }) {
  const [asking, setAsking] = useState<Asking>('nothing')
  const { familyMemberId, name, relation, birthYear, child, guardianConsent, claimed } = member
  const close = () => setAsking('nothing')
  if (asking === 'consent')
    return <ConsentAsk familyMemberId={familyMemberId} onAgreed={close} onClose={close} />
  return (
    <Card>
      <View>
        <Heading level={2} className="card__title">
          {name}
        </Heading>
        <Text className="soft">{memberHint(name, relation, birthYear)}</Text>
      </View>
      {claimed ? <Text className="soft">{FAMILY.claimed}</Text> : null}
      {child ? <Text>{guardianConsent ? FAMILY.agreed : FAMILY.notAgreed}</Text> : null}
      {asking === 'nothing' ? (
        <ButtonRow>
          {lacksConsent(member) ? (
            <Button look="primary" onTap={() => setAsking('consent')}>
              {FAMILY.agree}
            </Button>
          ) : null}
          {child && guardianConsent ? (
            <Button look="give-up" label={`${FAMILY.withdraw}：${name}`} onTap={() => setAsking('withdraw')}>
              {FAMILY.withdraw}
            </Button>
          ) : null}
          <Button look="give-up" label={`${FAMILY.remove}${name}`} onTap={() => setAsking('remove')}>
            {FAMILY.remove}
          </Button>
        </ButtonRow>
      ) : asking === 'remove' ? (
        <Removing member={member} onClose={close} />
      ) : (
        <Withdrawing member={member} onClose={close} />
      )}
    </Card>
  )
}

interface AskProps {
  readonly member: FamilyMember
  readonly onClose: () => void
}

function Removing({ member: { familyMemberId, name }, onClose }: AskProps) {
  const { state, send } = useMutation('family.remove')
  const changed = useFamilyChanged()
  const remove = async () => {
    const outcome = await send({ familyMemberId })
    if (outcome?.kind === 'done') await changed()
  }
  return (
    <>
      <Text>
        {FAMILY.removeTitle(name)}
        {FAMILY.removeWhy}
      </Text>
      <MutationNote state={state} />
      <ButtonRow>
        <Button onTap={onClose}>{FAMILY.keep}</Button>
        <Button look="give-up" onTap={() => void remove()}>
          {state.kind === 'sending' ? SENDING : FAMILY.removeNow(name)}
        </Button>
      </ButtonRow>
    </>
  )
}

function Withdrawing({ member: { familyMemberId }, onClose }: AskProps) {
  const { state, send } = useMutation('family.consent')
  const changed = useFamilyChanged()
  const withdraw = async () => {
    const outcome = await send({ familyMemberId, version: CONSENT_VERSION, given: false })
    if (outcome?.kind !== 'done') return
    await changed()
    onClose()
  }
  return (
    <>
      <Text>{FAMILY.withdrawWhy}</Text>
      <MutationNote state={state} />
      <ButtonRow>
        <Button onTap={onClose}>{FAMILY.notNow}</Button>
        <Button look="give-up" onTap={() => void withdraw()}>
          {state.kind === 'sending' ? SENDING : FAMILY.withdrawNow}
        </Button>
      </ButtonRow>
    </>
  )
}
