import { Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { partyHint, partyTitle } from '../../../text/door/finding'
import { isExpectedYet, type SeenParty } from '../seen/seen'

interface PartyRowsProps {
  readonly parties: readonly SeenParty[]
  /** Whom was asked for: the member of that name stands for the party. */
  readonly surname: string
  readonly onChoose: (party: SeenParty) => void
}

/** Parties of one surname. Their numbers are not shown: who stands there says theirs. */
export function PartyRows({ parties, surname, onChoose }: PartyRowsProps) {
  return (
    <View className="doors">
      {parties.map((party) => {
        const [title, hint] = wordsOf(party, surname)
        return (
          <Tappable
            key={party.registrationId}
            className="tappable door-row"
            label={`${title}，${hint}`}
            onTap={() => onChoose(party)}
          >
            <View className="door-row__words">
              <Text className="door-row__title">{title}</Text>
              <Text className="soft small">{hint}</Text>
            </View>
            <Icon name="chevron-right" />
          </Tappable>
        )
      })}
    </View>
  )
}

const wordsOf = ({ members }: SeenParty, surname: string): readonly [string, string] => {
  const came = members.filter((member) => member.came !== null).length
  const meant = members.find(({ name }) => name !== null && name[0] === surname[0])
  const children = members.filter(({ child }) => child).length
  return [
    partyTitle((meant ?? members[0])?.name ?? null, members.length),
    partyHint(members.filter(isExpectedYet).length, came, children),
  ]
}
