import { useQuery } from '@tanstack/react-query'
import { queries } from '../../../api/queries'
import { Door, Doors } from '../../../components/controls/door'
import { routes } from '../../../platform/navigate/routes'
import { NOTICES } from '../../../text/staff/notices'
import { RECEIVED } from '../../../text/staff/received'
import { REPORTS } from '../../../text/staff/reports'
import { ROLLS } from '../../../text/staff/rolls'
import { SCREENS } from '../../../text/staff/screens'

/** What staff do on the phone besides the door; a scanner stands at doors only. */
export function OtherWork() {
  const role = useQuery(queries.me()).data?.staffRole ?? null
  if (role === null || role === 'scanner') return null
  return (
    <Doors>
      <Door icon="calendar-days" title={ROLLS.title} hint={ROLLS.hint} to={routes.rolls} />
      <Door icon="newspaper" title={NOTICES.title} hint={NOTICES.hint} to={routes.notices} />
      {role === 'office' ? null : (
        <Door icon="file-text" title={RECEIVED.title} hint={RECEIVED.hint} to={routes.received} />
      )}
      <Door icon="scan-line" title={SCREENS.title} hint={SCREENS.hint} to={routes.screens} />
      <Door icon="map-pin" title={REPORTS.title} to={routes.reports} />
    </Doors>
  )
}
