import { useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Choice, Choices } from '../../../components/controls/choice'
import { Note } from '../../../components/sheets/note'
import { FAMILY, memberHint } from '../../../text/me/family'
import { REGISTER } from '../../../text/registration/register'
import { AddMember } from '../../family/add-member'
import { ConsentAsk } from '../../family/consent-ask'
import { lacksConsent } from '../../family/use-family'
import { NOBODY_KNOWN, type KnownHousehold, type PersonId } from './register-form'

interface PartyPickerProps {
  readonly household: KnownHousehold | null
  readonly party: readonly PersonId[]
  readonly onChange: (party: readonly PersonId[]) => void
}

/** Oneself and one's family as large rows; a new relative and a guardian's yes in place. */
export function PartyPicker({ household, party, onChange }: PartyPickerProps) {
  const [adding, setAdding] = useState(false)
  const [agreeingFor, setAgreeingFor] = useState<string | null>(null)
  const { myself, members } = household ?? NOBODY_KNOWN
  const has = (id: PersonId) => party.includes(id)
  const toggle = (id: PersonId) => onChange(has(id) ? party.filter((one) => one !== id) : [...party, id])
  const join = (id: string) => {
    setAdding(false)
    setAgreeingFor(null)
    if (!has(id)) onChange([...party, id])
  }
  return (
    <>
      <Choices>
        <Choice
          title={REGISTER.me}
          {...(myself.callName === null ? {} : { hint: myself.callName })}
          chosen={has(null)}
          onChoose={() => toggle(null)}
        />
        {members.map((member) => (
          <Choice
            key={member.familyMemberId}
            title={member.name}
            hint={
              lacksConsent(member)
                ? `${memberHint(member.name, member.relation, member.birthYear)}，${REGISTER.consentNeeded}`
                : memberHint(member.name, member.relation, member.birthYear)
            }
            chosen={has(member.familyMemberId)}
            onChoose={() =>
              lacksConsent(member) ? setAgreeingFor(member.familyMemberId) : toggle(member.familyMemberId)
            }
          />
        ))}
      </Choices>
      {agreeingFor === null ? null : (
        <ConsentAsk
          familyMemberId={agreeingFor}
          onAgreed={() => join(agreeingFor)}
          onClose={() => setAgreeingFor(null)}
        />
      )}
      {household === null ? (
        <Note icon="wifi-off">{REGISTER.familyUnseenNote}</Note>
      ) : adding ? (
        <AddMember childAge={household.childAge} onAdded={join} onClose={() => setAdding(false)} />
      ) : (
        <Button icon="user-round" onTap={() => setAdding(true)}>
          {FAMILY.add}
        </Button>
      )}
    </>
  )
}
