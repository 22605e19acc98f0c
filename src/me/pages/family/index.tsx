import { queries } from '../../../api/queries'
import { Screen } from '../../../components/screen/screen'
import { useDisplay } from '../../../features/display/display-provider'
import { FamilyList } from '../../../features/family/family-list'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { routes } from '../../../platform/navigate/routes'
import { FAMILY } from '../../../text/me/family'

function FamilyPage() {
  const family = screenStateOf(usePageQuery(queries.family()))
  const { theme } = useDisplay()
  return (
    <Page title={FAMILY.title} route={routes.family}>
      <Screen state={family} theme={theme}>
        {({ members, childAge }) => <FamilyList members={members} childAge={childAge} />}
      </Screen>
    </Page>
  )
}

export default asPage(FamilyPage)
