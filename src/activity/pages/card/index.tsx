import { Button } from '../../../components/controls/button'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { ClaimCard } from '../../../features/registration/claim-card'
import { useCard } from '../../../features/registration/registration-queries'
import { useRouteParams } from '../../../platform/navigate/navigate'
import { cardRoute, routes } from '../../../platform/navigate/routes'
import { REGISTER } from '../../../text/registration/register'
import { CLAIM_CARD, cardTokenIn } from '../../../text/registration/claim-card'

function CardPage() {
  const token = cardTokenIn(useRouteParams())
  const card = useCard(token)
  const { theme } = useDisplay()
  return (
    <Page title={CLAIM_CARD.title} route={cardRoute(token)}>
      <Screen state={card} theme={theme}>
        {(shown) => <ClaimCard token={token} card={shown} />}
      </Screen>
      {card.kind === 'troubled' ? (
        <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button>
      ) : null}
    </Page>
  )
}

export default asPage(CardPage)
