import { Button } from '../../components/controls/button'
import { Room } from '../../components/screen/room'
import { routes } from '../../platform/navigate/routes'
import { canScan } from '../../platform/scan/scan'
import { FIND_OFFICE } from '../../text/home'
import { SCAN_PAGE } from '../../text/rooms'
import { useDisplay } from '../display/display-provider'
import type { ReadCode } from './read-code'
import { startScan } from './start-scan'

/** What was scanned, and what to do with it. */
export function ScanLanding({ code }: { readonly code: ReadCode | null }) {
  const { theme } = useDisplay()
  const { title, promise } = wordsFor(code)
  return (
    <Room title={title} promise={promise} picture="code" theme={theme}>
      {canScan ? (
        <Button look="primary" size="large" icon="scan-line" onTap={() => void startScan()}>
          {code === null ? SCAN_PAGE.open : SCAN_PAGE.again}
        </Button>
      ) : null}
      <Button icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
    </Room>
  )
}

function wordsFor(code: ReadCode | null): { title: string; promise: string } {
  if (code === null) return { title: SCAN_PAGE.title, promise: canScan ? SCAN_PAGE.how : SCAN_PAGE.inWeChat }
  return code.kind === 'place'
    ? { title: SCAN_PAGE.place, promise: SCAN_PAGE.placeAdvice }
    : { title: SCAN_PAGE.foreign, promise: SCAN_PAGE.foreignAdvice }
}
