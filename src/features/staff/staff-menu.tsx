import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { routes } from '../../platform/navigate/routes'
import { NOTICES } from '../../text/staff/notices'
import { SUGGESTION_INBOX } from '../../text/staff/suggestion-inbox'
import { REPORTS } from '../../text/staff/reports'
import { ROLLS } from '../../text/staff/rolls'
import { WALL_SCREENS } from '../../text/staff/wall-screens'

/** What staff do on the phone besides checking in; a scanner does nothing else. */
export function StaffMenu() {
  const role = useQuery(queries.me()).data?.staffRole ?? null
  if (role === null || role === 'scanner') return null
  return (
    <NavRows>
      <NavRow icon="calendar-days" title={ROLLS.title} hint={ROLLS.hint} to={routes.rolls} />
      <NavRow icon="newspaper" title={NOTICES.title} hint={NOTICES.hint} to={routes.notices} />
      {role === 'office' ? null : (
        <NavRow
          icon="file-text"
          title={SUGGESTION_INBOX.title}
          hint={SUGGESTION_INBOX.hint}
          to={routes.suggestionInbox}
        />
      )}
      <NavRow icon="scan-line" title={WALL_SCREENS.title} hint={WALL_SCREENS.hint} to={routes.screens} />
      <NavRow icon="map-pin" title={REPORTS.title} to={routes.reports} />
    </NavRows>
  )
}
