import { Button } from '../../components/controls/button'
import { Room } from '../../components/screen/room'
import { pairingRoute, routes } from '../../platform/navigate/routes'
import { canScan } from '../../platform/scan/scan'
import { build } from '../../platform/start/build'
import { isSinglePage } from '../../platform/start/single-page'
import { FIND_OFFICE } from '../../text/home'
import { SCAN_PAGE } from '../../text/check-in/scan'
import { useDisplay } from '../display/display-provider'
import { Page } from '../page/page'
import { KeptScans } from './kept/kept-scans'
import { HomeTrust } from './landing/home-trust'
import { PlaceLanding } from './landing/place-landing'
import { ScanAgain } from './landing/refused-code'
import type { ReadCode } from './read-code'

/** What was scanned, and what to do with it. */
export function ScanLanding({ code }: { readonly code: ReadCode | null }) {
  const { theme } = useDisplay()
  if (code?.kind === 'place' && !isSinglePage) return <PlaceLanding {...code} />
  const { title, promise } = isSinglePage ? IN_MOMENTS : wordsFor(code)
  return (
    <Page title={SCAN_PAGE.title} route={routes.scan}>
      <Room title={title} promise={promise} picture="code" theme={theme}>
        {code?.kind === 'pairing' && build.staff && !isSinglePage ? (
          <Button icon="user-round" to={pairingRoute(code.pairingId)}>
            {SCAN_PAGE.toPairing}
          </Button>
        ) : null}
        {canScan && !isSinglePage ? <ScanAgain first={code === null} /> : null}
        <Button icon="store" to={routes.offices}>
          {FIND_OFFICE}
        </Button>
      </Room>
      <KeptScans />
      <HomeTrust />
    </Page>
  )
}

const IN_MOMENTS = { title: SCAN_PAGE.title, promise: SCAN_PAGE.inMoments }

function wordsFor(code: ReadCode | null): {
  readonly title: string
  readonly promise: string
} {
  switch (code?.kind) {
    case 'ticket':
      return { title: SCAN_PAGE.ticket, promise: SCAN_PAGE.ticketAdvice }
    case 'pairing':
      return { title: SCAN_PAGE.pairing, promise: SCAN_PAGE.pairingAdvice }
    case 'foreign':
      return { title: SCAN_PAGE.foreign, promise: SCAN_PAGE.foreignAdvice }
    default:
      return { title: SCAN_PAGE.scan, promise: canScan ? SCAN_PAGE.how : SCAN_PAGE.inWeChat }
  }
}
