import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { ReportList } from '../../../features/reports/report-list'
import { useReports } from '../../../features/reports/use-reports'
import { StaffWaysOn } from '../../../features/staff/staff-only'
import { routes } from '../../../platform/navigate/routes'
import { REPORTS } from '../../../text/staff/reports'

function ReportsPage() {
  const state = screenStateOf(useReports())
  const { theme } = useDisplay()
  return (
    <Page title={REPORTS.title} route={routes.reports}>
      <Screen state={state} theme={theme}>
        {(first) => <ReportList first={first} />}
      </Screen>
      <StaffWaysOn state={state} />
    </Page>
  )
}

export default asPage(ReportsPage)
