import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import { placeNow } from '../../../core/domain/activity/change'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { fullSpan } from '../../text/registration/activity-summary'
import { changeLine, formerStartText, formerly, isMoved } from '../../text/activity/change'
import { useNow } from '../../api/clock'
import { RingFirst } from '../activity/ring-first'
import './activity-summary.scss'

interface ActivitySummaryProps {
  readonly activity: {
    readonly title: string
    readonly startsAt: IsoInstant
    readonly endsAt: IsoInstant
    readonly place: string
  }
  readonly change?: ChangeNotice | null
  /** A card above says what changed, and whom to ring. */
  readonly changeIsTold?: boolean
  /** Of the activity. */
  readonly servicePhone?: string | null
  /** The heading of the page, or of a part of it. */
  readonly level: 1 | 2
}

/** What, when and where, and what changed: the same above every step of registering. */
export function ActivitySummary({
  activity,
  change = null,
  changeIsTold = false,
  servicePhone = null,
  level,
}: ActivitySummaryProps) {
  const { title, startsAt, endsAt, place } = activity
  const { day, hours } = fullSpan(startsAt, endsAt)
  const where = placeNow(place, change)
  const formerStart = formerStartText(change)
  const changed = changeLine(change, useNow(), startsAt)
  return (
    <View className="stack">
      <Heading level={level} className={level === 1 ? 'title' : 'section'}>
        {title}
      </Heading>
      <View>
        {day}
        <Text className="activity-summary__hours">{hours}</Text>
      </View>
      {formerStart === null ? null : <Text className="soft former">{formerly(formerStart)}</Text>}
      <Text className={where.former === null ? 'soft' : 'activity-summary__place'}>{where.place}</Text>
      {where.former === null ? null : <Text className="soft former">{formerly(where.former)}</Text>}
      {changed === null || changeIsTold ? null : <Note>{changed}</Note>}
      {isMoved(change) && !changeIsTold ? <RingFirst servicePhone={servicePhone} /> : null}
    </View>
  )
}
