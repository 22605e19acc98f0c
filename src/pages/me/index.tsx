import type { ReactNode } from 'react'
import { Picture } from '../../components/pictures/picture'
import { Door, Doors } from '../../components/controls/door'
import { Heading, View } from '../../components/elements/elements'
import { useDisplay } from '../../features/display/display-provider'
import { StaffDoor } from '../../features/door/keeping/staff-door'
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
import { useErasureAsked } from '../../features/erasure/use-erasure-asked'

function MePage() {
  const { theme } = useDisplay()
  useErasureAsked()
  return (
    <Page title={ME.title} route={routes.me}>
      <Picture subject="bench" theme={theme} />
      <Heading level={1} className="title">
        {ME.greeting}
      </Heading>
      <Going />
      <Household />
      <Comfort />
      {build.staff ? <StaffDoor /> : null}
    </Page>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {title}
      </Heading>
      <Doors>{children}</Doors>
    </View>
  )
}

function Going() {
  const unread = useUnread()
  return (
    <Group title={ME.going}>
      <Door
        icon="calendar-days"
        title={ME.registrations}
        hint={ME.registrationsHint}
        to={routes.registrations}
      />
      <Door icon="map-pin" title={ME.passport} hint={ME.passportHint} to={routes.passport} />
      <Door
        icon="info"
        title={ME.messages}
        hint={unread === null ? ME.messagesHint : ME.unread(unread)}
        to={routes.messages}
      />
      <Door icon="phone" title={ME.telling} hint={ME.tellingHint} to={routes.telling} />
    </Group>
  )
}

function Household() {
  const { choice } = useOrigin()
  return (
    <Group title={ME.household}>
      <Door icon="user-round" title={ME.family} hint={ME.familyHint} to={routes.family} />
      <Door
        icon="building-2"
        title={ME.compound}
        hint={choice.compound?.name ?? ME.noCompound}
        to={routes.compounds}
      />
      <Door icon="footprints" title={ME.walker} hint={ME.walkerHint} to={routes.walker} />
    </Group>
  )
}

function Comfort() {
  const { edition, theme } = useDisplay()
  const hotline = useHome().data?.subdistrict.hotline ?? HOTLINE
  return (
    <Group title={ME.comfort}>
      <Door
        icon="a-large-small"
        title={ME.display}
        hint={`${ME[edition]} · ${ME[theme]}`}
        to={routes.display}
      />
      <Door icon="shield-check" title={ME.privacy} hint={ME.privacyHint} to={routes.privacy} />
      <Door icon="newspaper" title={ME.suggestions} hint={ME.suggestionsHint} to={routes.suggestions} />
      <Door icon="store" title={ME.about} hint={ME.aboutHint} to={routes.about} />
      <Door icon="phone" title={ME.hotline} hint={ME.hotlineHint} onTap={() => call(hotline)} />
    </Group>
  )
}

export default asPage(MePage)
