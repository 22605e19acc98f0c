import type { DoorCounts } from '../../../../core/contract/check-in/door'
import { Text, View } from '../../../components/elements/elements'
import { countCells, freeText, totalText } from '../../../text/door/door'

/** How many are here, large, and what they are made of. */
export function Counts({ counts }: { readonly counts: DoorCounts }) {
  return (
    <View className="door-counts">
      <View className="door-counts__all">
        <Text className="door-counts__total">{totalText(counts.heads)}</Text>
        {counts.free === null ? null : <Text className="soft">{freeText(counts.free)}</Text>}
      </View>
      <View className="door-counts__cells">
        {countCells(counts).map(({ name, value, spoken }) => (
          <View key={name} className="door-count" ariaLabel={spoken} ariaRole="img">
            <Text className="door-count__value">{value}</Text>
            <Text className="door-count__name">{name}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
