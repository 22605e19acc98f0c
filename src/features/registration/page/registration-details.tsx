import type { RegistrationPage } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { activityRoute, registerRoute, routes } from '../../../platform/navigate/routes'
import {
  NEXT,
  PAGE,
  positionText,
  STATE_WORDS,
  whyWaiting,
  WITHDRAWN_NEXT,
} from '../../../text/registration/registration-page'
import { REGISTER } from '../../../text/registration/registration'
import { useNow } from '../../clock/use-now'
import { TellingCard } from '../telling/telling-card'
import { ActivityLine } from '../activity-line'
import { CancelAsk, StartedNote } from './cancel-ask'
import type { HandOver } from './hand-over'
import { Members } from './members'
import './registration-details.scss'
import { Ticket } from './ticket/ticket'
import type { RegistrationActs } from './use-registration-acts'
import type { ShownRegistration } from './use-shown-registration'

interface RegistrationDetailsProps {
  readonly shown: ShownRegistration
  readonly acts: RegistrationActs
  readonly handOver: HandOver
}

/** The number, who comes, when and where, what happens next, and how to let go. */
export function RegistrationDetails({ shown: { mine, page }, acts, handOver }: RegistrationDetailsProps) {
  const { activity, headline } = mine
  const now = useNow()
  const withdrawn = activity.status === 'withdrawn'
  const expected = isExpected({ state: headline }) && !withdrawn
  const open = now < parseInstant(activity.startsAt)
  return (
    <>
      <NumberCard shown={{ mine, page }} />
      <Card>
        <ActivityLine activity={activity} change={activity.change} level={2} />
        <Button to={activityRoute(activity.id)}>{PAGE.activity}</Button>
      </Card>
      {page === null ? null : (
        <Members page={page} acts={acts} handOver={handOver} mayDrop={expected && open} />
      )}
      {expected && open && page !== null && page.own ? <TellingCard page={page} /> : null}
      {expected && page !== null ? open ? <CancelAsk page={page} acts={acts} /> : <StartedNote /> : null}
      {headline === 'cancelled' && !withdrawn && open ? (
        <Button look="primary" to={registerRoute(activity.id)}>
          {PAGE.again}
        </Button>
      ) : null}
      {withdrawn ? <Button to={routes.activities}>{REGISTER.otherActivities}</Button> : null}
    </>
  )
}

function NumberCard({ shown: { mine, page } }: { readonly shown: ShownRegistration }) {
  const { number, headline, activity } = mine
  const withdrawn = activity.status === 'withdrawn'
  const holds = !withdrawn && (headline === 'confirmed' || headline === 'attended')
  const standing = page?.standing ?? null
  return (
    <Card ground="warm">
      <Heading level={1} className="title">
        {withdrawn ? PAGE.withdrawn : standing === null ? STATE_WORDS[headline] : positionText(standing)}
      </Heading>
      {holds ? (
        <View className="big-number">
          <Text className="soft">{PAGE.number}</Text>
          <Text className="big-number__digits">{number}</Text>
        </View>
      ) : null}
      <Ticket mine={mine} page={page} />
      <WhyWaiting page={page} />
      <Text>{withdrawn ? WITHDRAWN_NEXT : NEXT[headline]}</Text>
    </Card>
  )
}

function WhyWaiting({ page }: { readonly page: RegistrationPage | null }) {
  const why = page?.standing ? whyWaiting(page.standing) : null
  return why === null ? null : <Text>{why}</Text>
}
