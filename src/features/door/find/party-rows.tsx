import { Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { partyHint, partyTitle } from '../../../text/door/finding'
import { isExpectedYet, type SeenParty } from '../seen/seen'

interface PartyRowsProps {
  readonly parties: readonly SeenParty[]
  readonly onChoose: (party: SeenParty) => void
}

/** Parties of one surname. Their numbers are not shown: who stands there says theirs. */
export function PartyRows({ parties, onChoose }: PartyRowsProps) {
  return (
    <View className="doors">
      {parties.map((party) => {
        const [title, hint] = wordsOf(party)
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

const wordsOf = ({ members }: SeenParty): readonly [string, string] => {
  const came = members.filter((member) => member.came !== null).length
  const children = members.filter(({ child }) => child).length
  return [
    partyTitle(members.find(({ name }) => name !== null)?.name ?? null, members.length),
    partyHint(members.filter(isExpectedYet).length, came, children),
  ]
}
