import { TrustLine } from '../../components/sheets/trust-line'
import { useHome } from '../../features/home/use-home'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { codeIn } from '../../features/scan/read-code'
import { ScanLanding } from '../../features/scan/scan-landing'
import { useRouteParams } from '../../platform/navigate/navigate'
import { routes } from '../../platform/navigate/routes'
import { trustLine } from '../../text/office/office'
import { SCAN_PAGE } from '../../text/rooms'

function ScanPage() {
  const subdistrict = useHome().data?.subdistrict
  return (
    <Page title={SCAN_PAGE.title} route={routes.scan}>
      <ScanLanding code={codeIn(useRouteParams())} />
      {subdistrict === undefined ? null : (
        <TrustLine text={trustLine(subdistrict.name, subdistrict.phone, subdistrict.hotline)} />
      )}
    </Page>
  )
}

export default asPage(ScanPage)
