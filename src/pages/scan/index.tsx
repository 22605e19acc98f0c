import { asPage } from '../../features/page/as-page'
import { codeIn } from '../../features/scan/read-code'
import { ScanScreen } from '../../features/scan/scan-screen'
import { useRouteParams } from '../../platform/navigate/navigate'

function ScanPage() {
  const params = useRouteParams()
  return <ScanScreen code={codeIn(params)} />
}

export default asPage(ScanPage)
