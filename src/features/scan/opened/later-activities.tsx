import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import { Note } from '../../../components/sheets/note'
import { laterText } from '../../../text/check-in/scan'
import { momentText } from '../../../text/time'
import type { OpenedCode } from '../landing/landing'

interface LaterActivitiesProps {
  readonly later: OpenedCode['later']
  /** When the code was opened. */
  readonly now: Instant
}

/** Who comes too early for what they registered for is told when to scan again; the visit counts all the same. */
export function LaterActivities({ later, now }: LaterActivitiesProps) {
  return (
    <>
      {later.map(({ activityId, title, checkInFrom }) => (
        <Note key={activityId} icon="clock">
          {laterText(title, momentText(parseInstant(checkInFrom), now))}
        </Note>
      ))}
    </>
  )
}
