import { useQuery } from '@tanstack/react-query'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { ExportView } from '../../../features/privacy/export-view'
import { exportQuery } from '../../../features/privacy/own-records'
import { routes } from '../../../platform/navigate/routes'
import { EXPORT } from '../../../text/me/export'

function ExportPage() {
  const exported = screenStateOf(useQuery(exportQuery()))
  const { theme } = useDisplay()
  return (
    <Page title={EXPORT.title} route={routes.export}>
      <Screen state={exported} theme={theme}>
        {(value) => <ExportView exported={value} />}
      </Screen>
    </Page>
  )
}

export default asPage(ExportPage)
