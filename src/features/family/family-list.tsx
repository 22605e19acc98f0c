import { useState } from 'react'
import type { Output } from '../../../core/contract'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { FAMILY } from '../../text/me/family'
import { useDisplay } from '../display/display-provider'
import { AddMember } from './add-member'
import { FamilyRow } from './family-row'

/** Everybody whom the resident acts for, and room for one more. */
export function FamilyList({ members, childAge }: Pick<Output<'family.list'>, 'members' | 'childAge'>) {
  const { theme } = useDisplay()
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const add = (
    <Button look="primary" icon="user-round" onTap={() => setAdding(true)}>
      {FAMILY.add}
    </Button>
  )
  if (members.length === 0 && !adding) {
    return (
      <Empty title={FAMILY.none} advice={FAMILY.noneAdvice} theme={theme}>
        {add}
      </Empty>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {FAMILY.heading}
        </Heading>
        <Text className="soft">{FAMILY.why}</Text>
      </View>
      {members.map((member) => (
        <FamilyRow key={member.familyMemberId} member={member} />
      ))}
      {adding ? <AddMember childAge={childAge} onAdded={close} onClose={close} /> : add}
    </>
  )
}
