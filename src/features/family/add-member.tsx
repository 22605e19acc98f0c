import { useState, useRef } from 'react'
import { LONGEST_NAME } from '../../../core/shapes/person-name'
import { useMutation, type MutationState } from '../../api/mutation'
import type { MutationName } from '../../api/result'
import { Button, ButtonRow } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Tag, Tags } from '../../components/controls/tag'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING, notSentTwice } from '../../text/sending'
import { FAMILY, RELATIONS } from '../../text/me/family'
import { now } from '../../api/clock'
import { MutationNote } from '../page/mutation-note'
import { ConsentWords, CONSENT_VERSION } from './consent-words'
import { faultsOf, needsConsent, NOBODY_YET, withRelation, birthYearOf, type NewMember } from './new-member'
import { useFamilyChanged } from './use-family'

interface AddMemberProps {
  /** Below this age a guardian has to agree. */
  readonly childAge: number
  readonly onAdded: (familyMemberId: string) => void
  readonly onClose: () => void
}

const OTHER = RELATIONS[RELATIONS.length - 1] ?? ''

/** A relative's three facts, and the guardian's yes where it is a child; in place, on whichever page. */
export function AddMember({ childAge, onAdded, onClose }: AddMemberProps) {
  const [member, setMember] = useState(NOBODY_YET)
  const [shown, setShown] = useState(false)
  const { state, save } = useAddMember(childAge, onAdded)
  const faults = faultsOf(member, now())
  const isChild = needsConsent(member, now(), childAge)
  const sending = state.kind === 'sending'
  const submit = () => {
    setShown(true)
    if (Object.values(faults).every((fault) => fault === null)) void save(member)
  }
  return (
    <Card title={FAMILY.add}>
      <View className="field">
        <Text className="field__label">{FAMILY.relationTitle}</Text>
        <Tags label={FAMILY.relationTitle}>
          {RELATIONS.map((relation) => (
            <Tag
              key={relation}
              text={relation}
              chosen={relation === member.relation}
              onTap={() => setMember(withRelation(member, relation, OTHER))}
            />
          ))}
        </Tags>
        {shown && faults.relation !== null ? <Text className="field__fault">{faults.relation}</Text> : null}
      </View>
      <Field
        label={FAMILY.nameTitle}
        hint={FAMILY.nameHint}
        value={member.name}
        longest={LONGEST_NAME}
        fault={shown ? faults.name : null}
        onChange={(name) => setMember({ ...member, name })}
      />
      <Field
        label={FAMILY.yearTitle}
        hint={FAMILY.yearHint}
        value={member.year}
        keys="number"
        longest={4}
        fault={shown ? faults.year : null}
        onChange={(year) => setMember({ ...member, year })}
      />
      {isChild ? <ConsentWords /> : <Text className="soft small">{FAMILY.yearWhy}</Text>}
      <MutationNote state={state} notSent={notSentTwice(FAMILY.notAddedTwice)} />
      <ButtonRow>
        <Button onTap={onClose}>{FAMILY.close}</Button>
        <Button look="primary" onTap={submit}>
          {sending ? SENDING : isChild ? FAMILY.agreeAndSave : FAMILY.save}
        </Button>
      </ButtonRow>
    </Card>
  )
}

/** Adds a relative, then says the guardian's yes; what got lost is taken up where it stopped. */
function useAddMember(
  childAge: number,
  onAdded: (familyMemberId: string) => void,
): {
  readonly state: MutationState<MutationName>
  readonly save: (member: NewMember) => Promise<void>
} {
  const adding = useMutation('family.add')
  const agreeing = useMutation('family.consent')
  const changed = useFamilyChanged()
  const added = useRef<string | null>(null)

  const save = async (member: NewMember) => {
    added.current ??= await add(member)
    if (added.current === null) return
    const familyMemberId = added.current
    if (needsConsent(member, now(), childAge)) {
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
