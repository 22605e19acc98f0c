import { Button } from '../../../components/controls/button'
import { Room } from '../../../components/screen/room'
import { routes } from '../../../platform/navigate/routes'
import { FIND_OFFICE } from '../../../text/home'
import { KEPT_SCAN } from '../../../text/check-in/scan'
import { useDisplay } from '../../display/display-provider'
import { KeptScans } from './kept-scans'
import { ScanAgain } from '../landing/refused-code'

/** Written down on the phone: nothing more is to be done. */
export function KeptScan() {
  const { theme } = useDisplay()
  return (
    <Room title={KEPT_SCAN.kept} promise={KEPT_SCAN.keptWhy} picture="code" theme={theme}>
      <KeptScans />
      <Button icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
    </Room>
  )
}

/** Neither sent nor written down: it is not said to be done. */
export function NotKept() {
  const { theme } = useDisplay()
  return (
    <Room title={KEPT_SCAN.notKept} promise={KEPT_SCAN.notKeptWhy} picture="lamp-out" theme={theme}>
      <ScanAgain />
    </Room>
  )
}
