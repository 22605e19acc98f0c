import type { ExpectedParty } from '../../../../core/contract/check-in/check-in'
import { clockText, minuteOfDay, parseInstant } from '../../../../core/kernel/shanghai-time'
import { Choice, Choices } from '../../../components/controls/choice'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { LANDING, memberHint, registeredText } from '../../../text/check-in/scan'
import { memberName } from './member-name'

interface MemberTicksProps {
  readonly party: ExpectedParty
  readonly ticked: readonly string[]
  readonly onToggle: (memberId: string) => void
}

const clockOf = (iso: string): string => clockText(minuteOfDay(parseInstant(iso)))

/** 今天来了几位？ — everybody of one registration, ticked who is taken to have come. */
export function MemberTicks({ party, ticked, onToggle }: MemberTicksProps) {
  return (
    <Card ground="warm">
      <View className="stack">
        <Text className="sub-title">{registeredText(party.byFamily, party.number)}</Text>
        <Text className="soft">{`${party.title}，${clockOf(party.startsAt)}`}</Text>
      </View>
      <Heading level={2} className="section">
        {LANDING.who}
      </Heading>
      <Choices>
        {party.members.map((member) => {
          const hint = memberHint(member.state, member.cameAt === null ? null : clockOf(member.cameAt))
          const came = member.cameAt !== null
          return (
            <Choice
              key={member.memberId}
              title={memberName(member)}
              {...(hint === null ? {} : { hint })}
              chosen={came || ticked.includes(member.memberId)}
              onChoose={() => (came ? undefined : onToggle(member.memberId))}
            />
          )
        })}
      </Choices>
    </Card>
  )
}
