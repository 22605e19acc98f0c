import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { ChooseDoor } from '../../../features/door/choose/choose-door'
import { DemoStaff } from '../../../features/door/choose/demo-staff'
import { OtherWork } from '../../../features/door/choose/other-work'
import { useDoorDay } from '../../../features/door/choose/use-door-day'
import { DoorRoom } from '../../../features/door/door-room'
import { useDoor } from '../../../features/door/use-door'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { doorRoute, routes } from '../../../platform/navigate/routes'
import { DOOR } from '../../../text/door/door'
import { GO_HOME } from '../../../text/rooms'

/** Without an activity it asks at which door; the door itself opens on top, so that the way back leads here. */
function DoorPage() {
  const { id = '' } = useRouteParams()
  return id === '' ? <ChoosePage /> : <OneDoorPage activityId={id} />
}

function ChoosePage() {
  const { day, renew } = useDoorDay()
  const { theme } = useDisplay()
  return (
    <Page title={DOOR.title} route={routes.staff} ownWayBack={day.kind === 'troubled'}>
      <Screen state={day} theme={theme}>
        {(value) => (
          <>
            <ChooseDoor day={value} theme={theme} onChanged={renew} />
            <OtherWork />
          </>
        )}
      </Screen>
      {day.kind === 'troubled' ? <WaysBack /> : null}
    </Page>
  )
}

function OneDoorPage({ activityId }: { readonly activityId: string }) {
  const open = useDoor(activityId)
  const { theme } = useDisplay()
  if (open.kind === 'ready') return <DoorRoom open={open.value} note={open.note} />
  return (
    <Page title={DOOR.title} route={doorRoute(activityId)} ownWayBack={open.kind === 'troubled'}>
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

export default asPage(DoorPage)
