import { Button } from '../../../components/controls/button'
import { Card } from '../../../components/sheets/card'
import { Heading, Text } from '../../../components/elements/elements'
import { useHome } from '../../../features/home/use-home'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { hasPrivacyRules, openPrivacyRules } from '../../../platform/location/privacy'
import { routes } from '../../../platform/navigate/routes'
import { trustLine } from '../../../text/office/office'
import { ABOUT_PAGE } from '../../../text/rooms'

function AboutPage() {
  const subdistrict = useHome().data?.subdistrict
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
      <Card title={ABOUT_PAGE.keeps}>
        <Text>{ABOUT_PAGE.keepsText}</Text>
      </Card>
      {hasPrivacyRules ? (
        <Button icon="shield-check" onTap={openPrivacyRules}>
          {ABOUT_PAGE.rules}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(AboutPage)
