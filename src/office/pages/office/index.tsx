import type { ReactNode } from 'react'
import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { OfficeDetails } from '../../../features/office/office-details'
import { useOffice, type ShownOffice } from '../../../features/office/use-office'
import { entrancePosition, walkTo } from '../../../features/office/walk-there'
import { useStartPoint } from '../../../features/start-point/start-point'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useShown } from '../../../platform/navigate/lifecycle'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { officeRoute, routes } from '../../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../../platform/navigate/share'
import { ALL_OFFICES } from '../../../text/home'
import { OFFICE, officeCard } from '../../../text/office/office-page'
import { subdistrictNow } from '../../../api/subdistrict'

function OfficePage() {
  const { id = '' } = useRouteParams()
  const office = useOffice(id)
  const { theme } = useDisplay()
  const { resume } = useStartPoint()
  const known = office.kind === 'ready' ? office.value.office : null
  useShown(resume)
  const { appName } = subdistrictNow()
  const card = officeCard(known?.name ?? appName)
  useShareCard(card, officeRoute(id))
  useShareTimeline(card, `id=${encodeURIComponent(id)}`)
  return (
    <Page
      title={known?.shortName ?? appName}
      route={officeRoute(id)}
      bottom={office.kind === 'ready' ? wayThere(office.value) : null}
    >
      <Screen state={office} theme={theme}>
        {(shown) => <OfficeDetails shown={shown} />}
      </Screen>
      {office.kind === 'troubled' ? <Button to={routes.offices}>{ALL_OFFICES}</Button> : null}
    </Page>
  )
}

/** The way there, where the position is known; otherwise no button, for the address is still to be verified. */
function wayThere(shown: ShownOffice): ReactNode {
  const office = { ...shown.office, ...shown.record }
  if (office.status !== 'open' || entrancePosition(office) === null) return null
  return (
    <Button look="primary" icon="footprints" onTap={() => walkTo(office)}>
      {OFFICE.walk}
    </Button>
  )
}

export default asPage(OfficePage)
