import { View } from '../../components/elements/elements'
import { OfficeRow } from '../../components/office-row/office-row'
import { officeRoute } from '../../platform/navigate/routes'
import type { Placed } from './arrange-offices'
import { stateLine, type OpeningFacts } from '../office/office-line'
import { placeWords } from '../office/office-words'
import { useWalks } from '../walks/use-walks'

/** Offices one under the other, each a link to its page. */
export function OfficeRows({
  places,
  facts,
}: {
  readonly places: readonly Placed[]
  readonly facts: OpeningFacts
}) {
  const walks = useWalks()
  return (
    <View className="office-list">
      {places.map((place) => {
        const { office } = place
        const { text, tone } = stateLine(office, facts)
        return (
          <OfficeRow
            key={office.id}
            name={office.name}
            kind={office.kind}
            state={text}
            tone={tone}
            place={placeWords(place, walks)}
            to={officeRoute(office.id)}
          />
        )
      })}
    </View>
  )
}
