import { Button } from '../../../components/controls/button'
import { Card } from '../../../components/sheets/card'
import { Heading, Text } from '../../../components/elements/elements'
import { useHome } from '../../../features/home/use-home'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { routes } from '../../../platform/navigate/routes'
import { call } from '../../../platform/phone/phone'
import { build } from '../../../platform/start/build'
import { ABOUT_PAGE } from '../../../text/me/about'
import { trustLine } from '../../../text/office/office'
import { HOTLINE } from '../../../text/office/offices'

function AboutPage() {
  const subdistrict = useHome().data?.subdistrict
  const number = subdistrict?.phone ?? subdistrict?.hotline ?? HOTLINE
  return (
    <Page title={ABOUT_PAGE.title} route={routes.about}>
      <Heading level={1} className="title">
        {ABOUT_PAGE.heading}
      </Heading>
      {subdistrict === undefined ? null : (
        <Card title={ABOUT_PAGE.who}>
          <Text>{trustLine(subdistrict.name, subdistrict.phone, subdistrict.hotline)}</Text>
        </Card>
      )}
      <Card title={ABOUT_PAGE.never}>
        <Text>{ABOUT_PAGE.neverText}</Text>
      </Card>
      <Card title={ABOUT_PAGE.sources}>
        <Text>{ABOUT_PAGE.offices}</Text>
        <Text>{ABOUT_PAGE.streets}</Text>
        <Text>
          {subdistrict?.mapLicence ? ABOUT_PAGE.mapLicence(subdistrict.mapLicence) : ABOUT_PAGE.noMapLicence}
        </Text>
        <Text>{ABOUT_PAGE.standards}</Text>
        <Text>{ABOUT_PAGE.holidays}</Text>
        <Text>{ABOUT_PAGE.icons}</Text>
      </Card>
      <Button icon="shield-check" to={routes.policy}>
        {ABOUT_PAGE.policy}
      </Button>
      <Button icon="phone" onTap={() => call(number)}>
        {ABOUT_PAGE.call(number)}
      </Button>
      <Text className="soft small">{`${ABOUT_PAGE.version} ${build.version}`}</Text>
    </Page>
  )
}

export default asPage(AboutPage)
