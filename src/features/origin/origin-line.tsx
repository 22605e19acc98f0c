import { Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { chooseCompoundRoute } from '../../platform/navigate/routes'
import { CHANGE_COMPOUND, USE_POSITION } from '../../text/home'
import { orderFrom, orderFromHere, ORDER_UNKNOWN } from '../../text/office/offices'
import { OriginAsk } from './origin-ask'
import { useOrigin } from './origin-provider'
import './origin-line.scss'

interface OriginLineProps {
  /** Whether the list is ordered by minutes on foot, or by straight lines. */
  readonly byMinutes: boolean
  readonly trust: string
}

/** From where the list is ordered, and how to change that; asks in full where nothing is known yet. */
export function OriginLine({ byMinutes, trust }: OriginLineProps) {
  const { origin, locating } = useOrigin()
  const unanswered = origin.kind === 'none' || locating !== 'idle'
  return (
    <View className="stack">
      <View className="origin-line">
        <Text className="origin-line__words">
          {origin.kind === 'none'
            ? ORDER_UNKNOWN
            : origin.kind === 'position'
              ? orderFromHere(byMinutes)
              : orderFrom(origin.compound, byMinutes)}
        </Text>
        {unanswered ? null : <OriginWays />}
      </View>
      {unanswered ? <OriginAsk trust={trust} /> : null}
    </View>
  )
}

/** How to reckon from elsewhere: another compound, or where the phone is. */
export function OriginWays() {
  const { origin, locateMe } = useOrigin()
  return (
    <>
      <Tappable className="tappable origin-line__way" to={chooseCompoundRoute}>
        <Icon name="building-2" />
        {CHANGE_COMPOUND}
      </Tappable>
      {origin.kind === 'position' ? null : (
        <Tappable className="tappable origin-line__way" onTap={() => void locateMe()}>
          <Icon name="locate-fixed" />
          {USE_POSITION}
        </Tappable>
      )}
    </>
  )
}
