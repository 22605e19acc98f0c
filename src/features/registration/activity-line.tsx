import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { fullSpan } from '../../text/registration/registration'
import { changeLine } from '../../text/registration/registration-change'
import { useNow } from '../clock/use-now'
import './activity-line.scss'

interface ActivityLineProps {
  readonly activity: {
    readonly title: string
    readonly startsAt: IsoInstant
    readonly endsAt: IsoInstant
    readonly place: string
  }
  readonly change?: ChangeNotice | null
  /** The heading of the page, or of a part of it. */
  readonly level: 1 | 2
}

/** What, when and where, and what changed: the same above every step of registering. */
export function ActivityLine({ activity, change = null, level }: ActivityLineProps) {
  const { title, startsAt, endsAt, place } = activity
  const { day, hours } = fullSpan(startsAt, endsAt)
  const changed = changeLine(change, useNow())
  return (
    <View className="stack">
      <Heading level={level} className={level === 1 ? 'title' : 'section'}>
        {title}
      </Heading>
      <View>
        {day}
        <Text className="activity-line__hours">{hours}</Text>
      </View>
      <Text className="soft">{place}</Text>
      {changed === null ? null : <Note>{changed}</Note>}
    </View>
  )
}
