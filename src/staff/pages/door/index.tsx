import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { TodayScreen } from '../../../features/check-in-desk/today-screen'
import { DemoStaff } from '../../../features/staff/demo-staff'
import { StaffMenu } from '../../../features/staff/staff-menu'
import { useToday, useCheckInList, useOpenedLists } from '../../../features/check-in-desk/check-in-queries'
import { CheckInScreen } from '../../../features/check-in-desk/check-in-screen'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { doorRoute, routes } from '../../../platform/navigate/routes'
import { DESK_PAGE } from '../../../text/check-in/desk'
import { GO_HOME } from '../../../text/page'

/** Without an activity it asks at which; its desk opens on top, so that the way back leads here. */
function CheckInDeskPage() {
  const { id = '' } = useRouteParams()
  const { theme } = useDisplay()
  if (!useOpenedLists())
    return (
      <Page title={DESK_PAGE.title} route={id === '' ? routes.staff : doorRoute(id)}>
        <Screen state={{ kind: 'loading' }} theme={theme}>
          {() => null}
        </Screen>
      </Page>
    )
  return id === '' ? <TodayPage /> : <OneActivityPage activityId={id} />
}

function TodayPage() {
  const { day, renew } = useToday()
  const { theme } = useDisplay()
  return (
    <Page title={DESK_PAGE.title} route={routes.staff} ownWayBack={day.kind === 'troubled'}>
      <Screen state={day} theme={theme}>
        {(value) => (
          <>
            <TodayScreen day={value} theme={theme} onChanged={renew} />
            <StaffMenu />
          </>
        )}
      </Screen>
      {day.kind === 'troubled' ? <WaysBack /> : null}
    </Page>
  )
}

function OneActivityPage({ activityId }: { readonly activityId: string }) {
  const open = useCheckInList(activityId)
  const { theme } = useDisplay()
  if (open.kind === 'ready') return <CheckInScreen open={open.value} note={open.note} />
  return (
    <Page title={DESK_PAGE.title} route={doorRoute(activityId)} ownWayBack={open.kind === 'troubled'}>
      <Screen state={open} theme={theme}>
        {() => null}
      </Screen>
      {open.kind === 'troubled' ? <WaysBack /> : null}
    </Page>
  )
}

/** Who is no staff, or has no network yet, is not left standing. */
function WaysBack() {
  return (
    <>
      <DemoStaff />
      <Button icon="house" to={routes.home}>
        {GO_HOME}
      </Button>
    </>
  )
}

export default asPage(CheckInDeskPage)
