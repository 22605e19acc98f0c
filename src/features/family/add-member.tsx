import { useState } from 'react'
import { Button, ButtonRow } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Tag, Tags } from '../../components/controls/tag'
import { Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { notSentTwice, SENDING } from '../../text/acts'
import { FAMILY, RELATIONS } from '../../text/registration/family'
import { ActNote } from '../act/act-note'
import { now } from '../clock/use-now'
import { ConsentWords } from './consent-words'
import { faultsOf, needsConsent, NOBODY_YET, withRelation } from './new-member'
import { useAddMember } from './use-add-member'

interface AddMemberProps {
  readonly onAdded: (familyMemberId: string) => void
  readonly onClose: () => void
}

const OTHER = RELATIONS[RELATIONS.length - 1] ?? ''

/** A relative's three facts, and the guardian's yes where it is a child; in place, on whichever page. */
export function AddMember({ onAdded, onClose }: AddMemberProps) {
  const [member, setMember] = useState(NOBODY_YET)
  const [shown, setShown] = useState(false)
  const { state, save } = useAddMember(onAdded)
  const faults = faultsOf(member, now())
  const isChild = needsConsent(member, now())
  const sending = state.kind === 'sending'
  const submit = () => {
    setShown(true)
    if (Object.values(faults).every((fault) => fault === null)) void save(member)
  }
  return (
    <Card title={FAMILY.add}>
      <View className="field">
        <Text className="field__label">{FAMILY.relationTitle}</Text>
        <Tags>
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
        longest={20}
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
      <ActNote state={state} notSent={notSentTwice(FAMILY.notAddedTwice)} />
      <ButtonRow>
        <Button onTap={onClose}>{FAMILY.close}</Button>
        <Button look="primary" onTap={submit}>
          {sending ? SENDING : isChild ? FAMILY.agreeAndSave : FAMILY.save}
        </Button>
      </ButtonRow>
    </Card>
  )
}
