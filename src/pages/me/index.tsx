import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { setPendingErasure } from '../../api/erasure'
import { queries } from '../../api/queries'
import { Picture } from '../../components/pictures/picture'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Heading, View } from '../../components/elements/elements'
import { useDisplay } from '../../features/display/display-provider'
import { StaffEntry } from '../../features/staff/staff-entry'
import { useSubdistrict } from '../../features/page/use-home'
import { useHasRegistered, useUnread } from '../../features/messages/use-unread'
import { NextRegistration } from '../../features/registration/next-registration'
import { useComing } from '../../features/registration/own-registrations'
import { useStartPoint } from '../../features/start-point/start-point'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { build } from '../../platform/start/build'
import { callHotline } from '../../text/vocabulary'
import { ME } from '../../text/me/menu'

function MePage() {
  const { theme } = useDisplay()
  const coming = useComing()
  useErasureAsked()
  return (
    <Page title={ME.title} route={routes.me} columns>
      <View className="columns columns--halves">
        <View className="columns__first">
          {coming.length > 0 ? (
            <NextRegistration coming={coming} asTitle />
          ) : (
            <>
              <Picture subject="bench" theme={theme} />
              <Heading level={1} className="title">
                {ME.greeting}
              </Heading>
            </>
          )}
          <Going />
        </View>
        <View className="columns__second">
          <Household />
          <Comfort />
          <StaffEntry hasPages={build.staff} />
        </View>
      </View>
    </Page>
  )
}

/** Also on a phone that was not the one on which somebody asked to be erased: told as soon as it is known who they are. */
function useErasureAsked(): void {
  const known = useQuery({ ...queries.me(), enabled: useHasRegistered() }).data
  useEffect(() => {
    if (known !== undefined) setPendingErasure(known.eraseAfter)
  }, [known])
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {title}
      </Heading>
      <NavRows>{children}</NavRows>
    </View>
  )
}

function Going() {
  const unread = useUnread()
  return (
    <Group title={ME.going}>
      <NavRow
        icon="calendar-days"
        title={ME.registrations}
        hint={ME.registrationsHint}
        to={routes.registrations}
      />
      <NavRow icon="stamp" title={ME.passport} hint={ME.passportHint} to={routes.passport} />
      <NavRow
        icon="bell"
        title={ME.messages}
        hint={unread === null ? ME.messagesHint : ME.unread(unread)}
        dot={unread !== null && unread > 0}
        to={routes.messages}
      />
      <NavRow icon="phone" title={ME.telling} hint={ME.tellingHint} to={routes.telling} />
    </Group>
  )
}

function Household() {
  const { choice } = useStartPoint()
  return (
    <Group title={ME.household}>
      <NavRow icon="user-round" title={ME.family} hint={ME.familyHint} to={routes.family} />
      <NavRow
        icon="building-2"
        title={ME.compound}
        hint={choice.compound?.name ?? ME.noCompound}
        to={routes.compounds}
      />
      <NavRow icon="footprints" title={ME.walker} hint={ME.walkerHint} to={routes.walker} />
    </Group>
  )
}

function Comfort() {
  const { edition, theme } = useDisplay()
  const { hotline, kind } = useSubdistrict()
  return (
    <Group title={ME.comfort}>
      <NavRow
        icon="a-large-small"
        title={ME.display}
        hint={`${ME[edition]} · ${ME[theme]}`}
        to={routes.display}
      />
      <NavRow icon="shield-check" title={ME.privacy} hint={ME.privacyHint} to={routes.privacy} />
      <NavRow icon="pencil" title={ME.suggestions} hint={ME.suggestionsHint(kind)} to={routes.suggestions} />
      <NavRow icon="store" title={ME.about} hint={ME.aboutHint} to={routes.about} />
      <NavRow
        icon="phone"
        title={callHotline(hotline)}
        hint={ME.hotlineHint}
        onTap={() => dialPhone(hotline)}
      />
    </Group>
  )
}

export default asPage(MePage)
