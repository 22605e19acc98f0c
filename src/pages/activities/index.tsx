import { ActivityList } from '../../features/activity/list/activity-list'
import { ElderActivities } from '../../features/activity/list/elder-activities'
import { useActivityList } from '../../features/activity/list/use-activity-list'
import { useDisplay } from '../../features/display/display-provider'
import { asPage } from '../../features/page/as-page'
import { Page } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { useShareCard, useShareTimeline } from '../../platform/navigate/share'
import { LIST } from '../../text/activity/activities'

function ActivitiesPage() {
  const { edition } = useDisplay()
  const listing = useActivityList()
  useShareCard(LIST.share, routes.activities)
  useShareTimeline(LIST.share)
  return (
    <Page title={LIST.title} route={routes.activities} columns>
      {edition === 'elder' ? <ElderActivities listing={listing} /> : <ActivityList listing={listing} />}
    </Page>
  )
}

export default asPage(ActivitiesPage)
