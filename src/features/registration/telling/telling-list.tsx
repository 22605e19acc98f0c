import { useQuery } from '@tanstack/react-query'
import type { MyRegistration } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Empty } from '../../../components/screen/screen'
import { routes } from '../../../platform/navigate/routes'
import { TELLING } from '../../../text/me/telling'
import { useNow } from '../../clock/use-now'
import { useDisplay } from '../../display/display-provider'
import { ActivityLine } from '../activity-line'
import { TellingCard } from './telling-card'

/** Registrations of one's own that are still to come, each with how one is told of changes. */
export function TellingList({ registrations }: { readonly registrations: readonly MyRegistration[] }) {
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
      <Empty title={TELLING.none} advice={TELLING.noneAdvice} theme={theme}>
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {TELLING.activities}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {TELLING.heading}
        </Heading>
        <Text className="soft">{TELLING.why}</Text>
      </View>
      {coming.map((mine) => (
        <Told key={mine.registrationId} mine={mine} />
      ))}
    </>
  )
}

/** How one is told stands on the registration's own page; it is asked there. */
function Told({ mine }: { readonly mine: MyRegistration }) {
  const page = useQuery(queries.registration(mine.registrationId)).data
  if (page === undefined) return null
  return (
    <TellingCard page={page}>
      <ActivityLine activity={page.activity} change={page.activity.change} level={2} />
    </TellingCard>
  )
}
