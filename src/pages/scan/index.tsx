import { asPage } from '../../features/page/as-page'
import { codeIn } from '../../features/scan/read-code'
import { ScanLanding } from '../../features/scan/scan-landing'
import { useRouteParams } from '../../platform/navigate/navigate'

function ScanPage() {
  const params = useRouteParams()
  return <ScanLanding code={codeIn(params)} />
}

export default asPage(ScanPage)
