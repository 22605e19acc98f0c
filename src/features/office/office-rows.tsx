import { View } from '../../components/elements/elements'
import { OfficeRow } from '../../components/rows/office-row'
import { officeRoute } from '../../platform/navigate/routes'
import type { Placed } from './arrange-offices'
import { stateLine, type OpeningFacts } from './office-line'
import { rowWords } from './office-words'
import { useWalkingTimes } from '../walking-times/use-walking-times'

/** Offices one under the other, each a link to its page. */
export function OfficeRows({
  places,
  facts,
}: {
  readonly places: readonly Placed[]
  readonly facts: OpeningFacts
}) {
  const walkingTimes = useWalkingTimes()
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
            state={tone === 'unknown' ? null : text}
            tone={tone}
            place={rowWords(place, walkingTimes)}
            to={officeRoute(office.id)}
          />
        )
      })}
    </View>
  )
}
