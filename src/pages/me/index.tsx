import { Picture } from '../../components/pictures/picture'
import { Door, Doors } from '../../components/controls/door'
import { Heading } from '../../components/elements/elements'
import { useDisplay } from '../../features/display/display-provider'
import { useHome } from '../../features/home/use-home'
import { useUnread } from '../../features/messages/use-unread'
import { useOrigin } from '../../features/origin/origin-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import { build } from '../../platform/start/build'
import { HOTLINE } from '../../text/office/offices'
import { ME } from '../../text/rooms'

function MePage() {
  const { edition, theme } = useDisplay()
  const { choice } = useOrigin()
  const unread = useUnread()
  const hotline = useHome().data?.subdistrict.hotline ?? HOTLINE
  return (
    <Page title={ME.title} route={routes.me}>
      <Picture subject="bench" theme={theme} />
      <Heading level={1} className="title">
        {ME.greeting}
      </Heading>
      <Doors>
        <Door
          icon="calendar-days"
          title={ME.registrations}
          hint={ME.registrationsHint}
          to={routes.registrations}
        />
        <Door icon="footprints" title={ME.passport} hint={ME.passportHint} to={routes.passport} />
        <Door
          icon="info"
          title={ME.messages}
          hint={unread === null ? ME.messagesHint : ME.unread(unread)}
          to={routes.messages}
        />
        <Door icon="user-round" title={ME.family} hint={ME.familyHint} to={routes.family} />
        <Door
          icon="building-2"
          title={ME.compound}
          hint={choice.compound?.name ?? ME.noCompound}
          to={routes.compounds}
        />
        <Door
          icon="a-large-small"
          title={ME.display}
          hint={edition === 'elder' ? ME.elder : ME.standard}
          to={routes.display}
        />
        <Door icon="shield-check" title={ME.about} hint={ME.aboutHint} to={routes.about} />
        <Door icon="phone" title={ME.hotline} hint={ME.hotlineHint} onTap={() => call(hotline)} />
        {build.staff ? (
          <Door icon="scan-line" title={ME.staff} hint={ME.staffHint} to={routes.staff} />
        ) : null}
      </Doors>
    </Page>
  )
}

export default asPage(MePage)
