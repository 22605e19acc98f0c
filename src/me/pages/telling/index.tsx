import { useQuery } from '@tanstack/react-query'
import type { MyRegistration } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Screen, Empty } from '../../../components/screen/screen'
import { useNow } from '../../../api/clock'
import { useDisplay } from '../../../features/display/display-provider'
import { asPage } from '../../../features/page/as-page'
import { Page } from '../../../features/page/page'
import { screenStateOf } from '../../../features/page/screen-state-of'
import { usePageQuery } from '../../../features/page/use-page-query'
import { ActivitySummary } from '../../../features/registration/activity-summary'
import { NotificationPreference } from '../../../features/registration/notification-preference'
import { routes } from '../../../platform/navigate/routes'
import { NOTIFICATION } from '../../../text/me/notification-preference'

function TellingPage() {
  const mine = screenStateOf(usePageQuery(queries.registrations()))
  const { theme } = useDisplay()
  return (
    <Page title={NOTIFICATION.title} route={routes.telling}>
      <Screen state={mine} theme={theme}>
        {({ registrations }) => <NotificationList registrations={registrations} />}
      </Screen>
    </Page>
  )
}

export default asPage(TellingPage)

/** Registrations of one's own that are still to come, each with how one is told of changes. */
function NotificationList({ registrations }: { readonly registrations: readonly MyRegistration[] }) {
  const { theme } = useDisplay()
  const now = useNow()
  const coming = registrations.filter(
    ({ own, headline, activity }) =>
      own &&
      isExpected({ state: headline }) &&
      activity.status !== 'withdrawn' &&
      now < parseInstant(activity.startsAt),
  )
  if (coming.length === 0) {
    return (
      <Empty title={NOTIFICATION.none} advice={NOTIFICATION.noneAdvice} theme={theme}>
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {NOTIFICATION.activities}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {NOTIFICATION.heading}
        </Heading>
        <Text className="soft">{NOTIFICATION.why}</Text>
      </View>
      {coming.map((mine) => (
        <PreferenceOf key={mine.registrationId} mine={mine} />
      ))}
    </>
  )
}

/** How one is told stands on the registration's own page; it is asked there. */
function PreferenceOf({ mine }: { readonly mine: MyRegistration }) {
  const page = useQuery(queries.registration(mine.registrationId)).data
  if (page === undefined) return null
  return (
    <NotificationPreference page={page}>
      <ActivitySummary activity={page.activity} change={page.activity.change} level={2} />
    </NotificationPreference>
  )
}
