import { Card } from '../../components/sheets/card'
import { Picture } from '../../components/pictures/picture'
import { Door, Doors } from '../../components/controls/door'
import { Heading, Text } from '../../components/elements/elements'
import { useDisplay } from '../../features/display/display-provider'
import { useHome } from '../../features/home/use-home'
import { useOrigin } from '../../features/origin/origin-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import { build } from '../../platform/start/build'
import { HOTLINE } from '../../text/offices'
import { ME, ROOMS } from '../../text/rooms'

function MePage() {
  const { edition, theme } = useDisplay()
  const { choice } = useOrigin()
  const hotline = useHome().data?.subdistrict.hotline ?? HOTLINE
  return (
    <Page title={ME.title} route={routes.me}>
      <Picture subject="bench" theme={theme} />
      <Heading level={1} className="title">
        {ME.greeting}
      </Heading>
      <Card>
        <Text className="soft">{ROOMS.registrations}</Text>
      </Card>
      <Doors>
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
