import { Button } from '../../../components/controls/button'
import { Card } from '../../../components/sheets/card'
import { Heading, Text } from '../../../components/elements/elements'
import { useSubdistrict } from '../../../features/page/use-home'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { isOwnDrawing } from '../../../platform/map/drawn/life-map'
import { dialPhone } from '../../../platform/navigate/dial-phone'
import { build } from '../../../platform/start/build'
import { ABOUT_PAGE } from '../../../text/me/about'
import { trustLine } from '../../../text/office/office'

function AboutPage() {
  const subdistrict = useSubdistrict()
  const { kind, hotline, guideline } = subdistrict
  const number = subdistrict.phone ?? hotline
  return (
    <Page title={ABOUT_PAGE.title} route={routes.about}>
      <Heading level={1} className="title">
        {ABOUT_PAGE.heading(kind)}
      </Heading>
      <Card title={ABOUT_PAGE.who}>
        <Text>{trustLine(subdistrict)}</Text>
      </Card>
      <Card title={ABOUT_PAGE.never}>
        <Text>{ABOUT_PAGE.neverText(hotline)}</Text>
      </Card>
      <Card title={ABOUT_PAGE.sources}>
        <Text>{ABOUT_PAGE.offices(kind)}</Text>
        <Text>{ABOUT_PAGE.streets}</Text>
        <Text>
          {!isOwnDrawing
            ? ABOUT_PAGE.wechatMap
            : subdistrict.mapLicence
              ? ABOUT_PAGE.mapLicence(subdistrict.mapLicence)
              : ABOUT_PAGE.noMapLicence}
        </Text>
        <Text>{ABOUT_PAGE.standards(guideline)}</Text>
        <Text>{ABOUT_PAGE.holidays}</Text>
        <Text>{ABOUT_PAGE.icons}</Text>
      </Card>
      <Button icon="shield-check" to={routes.policy}>
        {ABOUT_PAGE.policy}
      </Button>
      <Button icon="phone" onTap={() => dialPhone(number)}>
        {ABOUT_PAGE.call(number)}
      </Button>
      <Text className="soft small">{`${ABOUT_PAGE.version} ${build.version}`}</Text>
    </Page>
  )
}

export default asPage(AboutPage)
