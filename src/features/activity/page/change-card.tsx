import type { ChangeNotice } from '../../../../core/contract/activity/activity-page'
import type { Instant, IsoInstant } from '../../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../../components/elements/elements'
import { changeText } from '../../../text/activity/activity'
import { isMoved } from '../../../text/activity/change'
import { RingFirst } from '../ring-first'
import './change-card.scss'

interface ChangeCardProps {
  readonly activity: {
    readonly place: string
    readonly startsAt: IsoInstant
    readonly change: ChangeNotice | null
  }
  /** Of the activity; missing in what an older version stored. */
  readonly servicePhone: string | null | undefined
  readonly now: Instant
}

/** What staff announced last, before everything else. */
export function ChangeCard({ activity, servicePhone, now }: ChangeCardProps) {
  if (activity.change === null) return null
  const { title, lines, loud } = changeText(activity.change, activity, now)
  return (
    <View className={loud ? 'change-card change-card--loud' : 'change-card'} ariaRole="alert">
      <Heading level={2} className="section">
        {title}
      </Heading>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {isMoved(activity.change) ? <RingFirst servicePhone={servicePhone} /> : null}
    </View>
  )
}
