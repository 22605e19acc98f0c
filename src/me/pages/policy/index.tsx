import { Heading, Text, View } from '../../../components/elements/elements'
import { Button } from '../../../components/controls/button'
import { Card } from '../../../components/sheets/card'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { hasPrivacyRules, openPrivacyRules } from '../../../platform/location/privacy'
import { routes } from '../../../platform/navigate/routes'
import { ABOUT_PAGE } from '../../../text/me/about'
import { POLICY_PAGE, policy } from '../../../text/me/policy'
import { PRIVACY } from '../../../text/me/privacy'
import { subdistrictNow } from '../../../api/subdistrict'

function PolicyPage() {
  return (
    <Page title={POLICY_PAGE.title} route={routes.policy}>
      <View className="stack">
        <Heading level={1} className="title">
          {POLICY_PAGE.heading}
        </Heading>
        <Text className="soft small">{POLICY_PAGE.date}</Text>
      </View>
      {policy(subdistrictNow()).map(({ title, lines }) => (
        <Card key={title} title={title}>
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Card>
      ))}
      <Button icon="user-round" to={routes.privacy}>
        {PRIVACY.title}
      </Button>
      {hasPrivacyRules ? (
        <Button icon="shield-check" onTap={openPrivacyRules}>
          {ABOUT_PAGE.rules}
        </Button>
      ) : null}
    </Page>
  )
}

export default asPage(PolicyPage)
