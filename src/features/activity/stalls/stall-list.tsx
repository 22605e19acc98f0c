import type { Stall } from '../../../../core/contract/activity/stall'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Empty } from '../../../components/screen/screen'
import { Card } from '../../../components/sheets/card'
import { activityRoute } from '../../../platform/navigate/routes'
import { whenWords } from '../../../text/activity/activities'
import { STALLS, stallCount, stallHours, stallNumber } from '../../../text/activity/stalls'
import { useNow } from '../../../api/clock'
import { useDisplay } from '../../display/display-provider'
import type { ShownActivity } from '../page/use-activity'
import { ApplyStall } from './apply-stall'
import { byKind } from './by-kind'
import './stall-list.scss'

/** Who stands where at a market, by what they offer. */
export function StallList({ shown: { activity } }: { readonly shown: ShownActivity }) {
  const { theme } = useDisplay()
  const now = useNow()
  const { stalls } = activity
  const { day, hours } = whenWords(activity, now)
  const back = <Button to={activityRoute(activity.id)}>{STALLS.back}</Button>
  if (stalls.length === 0) {
    return (
      <Empty title={STALLS.none} advice={STALLS.noneAdvice} theme={theme}>
        {back}
      </Empty>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {activity.title}
        </Heading>
        <Text>{`${day} ${hours}`}</Text>
        <Text className="soft">
          {stallCount(stalls.length, stalls.filter(({ name }) => name === null).length)}
        </Text>
      </View>
      {byKind(stalls).map(({ kind, stalls: ofKind }) => (
        <Card key={kind} title={kind}>
          {ofKind.map((stall) => (
            <StallRow key={stall.stallId} stall={stall} />
          ))}
        </Card>
      ))}
      <ApplyStall activity={activity} now={now} />
      {back}
    </>
  )
}

function StallRow({ stall: { number, name, hours } }: { readonly stall: Stall }) {
  return (
    <View className="stall-row">
      <Text className="stall-row__number">{stallNumber(number)}</Text>
      <Text className={name === null ? 'stall-row__name soft' : 'stall-row__name'}>
        {name ?? STALLS.free}
      </Text>
      {hours === null ? null : <Text className="soft">{stallHours(hours)}</Text>}
    </View>
  )
}
