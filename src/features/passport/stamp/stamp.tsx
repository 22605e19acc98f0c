import { useMemo } from 'react'
import { shanghaiDay } from '../../../../core/kernel/shanghai-time'
import { asBackground } from '../../../components/facade/draw-facade'
import { Tappable, Text, View } from '../../../components/elements/elements'
import { activityRoute, officeRoute } from '../../../platform/navigate/routes'
import { PASSPORT, shortDate, stampFigures, stampLabel } from '../../../text/passport/passport'
import { useNow } from '../../clock/use-now'
import { useDisplay } from '../../display/display-provider'
import type { StampSlot } from '../arrange-passport'
import { drawStamp } from './draw-stamp'
import './stamp.scss'

interface StampProps {
  readonly slot: StampSlot
  readonly group: string
}

/** One stamp, or the outline of one; it leads to its place. */
export function PassportStamp({ slot: { place, at }, group }: StampProps) {
  const { theme } = useDisplay()
  const { kind, id, name, shortName } = place
  const today = shanghaiDay(useNow())
  const figures = at === null ? null : stampFigures(at)
  const picture = useMemo(
    () => asBackground(drawStamp({ id, name: shortName, figures, group }, theme)),
    [id, shortName, figures, group, theme],
  )
  return (
    <Tappable
      className="tappable passport-stamp"
      to={kind === 'office' ? officeRoute(id) : activityRoute(id)}
      label={stampLabel(name, at)}
    >
      <View className="passport-stamp__picture" style={{ backgroundImage: picture }} />
      <Text className="soft small passport-stamp__day">
        {at === null ? PASSPORT.notYet : shortDate(shanghaiDay(at), today)}
      </Text>
    </Tappable>
  )
}

/** Stamps side by side, as many as the width holds. */
export function StampRow({ slots, group }: { readonly slots: readonly StampSlot[]; readonly group: string }) {
  return (
    <View className="passport-stamps" ariaRole="list">
      {slots.map((slot) => (
        <View key={`${slot.place.kind} ${slot.place.id}`} ariaRole="listitem">
          <PassportStamp slot={slot} group={group} />
        </View>
      ))}
    </View>
  )
}
