import { useQuery } from '@tanstack/react-query'
import type { MyRegistration } from '../../../core/contract/registration/registration'
import { placeNow } from '../../../core/domain/activity/change'
import { isExpected, isLetGo } from '../../../core/domain/registration/party'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { queries } from '../../api/queries'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { registrationRoute, routes } from '../../platform/navigate/routes'
import { nearSpan } from '../../text/registration/activity-summary'
import { changeLine, formerly } from '../../text/activity/change'
import { REGISTRATION_LIST } from '../../text/registration/registration-list'
import { persons, positionText } from '../../text/registration/registration'
import { STATE_WORDS } from '../../text/registration/next-registration'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import './registration-list.scss'

/** What is still to come, the soonest first, and what was. */
export function RegistrationList({ registrations }: { readonly registrations: readonly MyRegistration[] }) {
  const { theme } = useDisplay()
  const { coming, past } = splitByTime(registrations, useNow())
  if (registrations.length === 0) {
    return (
      <Empty title={REGISTRATION_LIST.none} advice={REGISTRATION_LIST.noneAdvice} theme={theme}>
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {REGISTRATION_LIST.activities}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <Heading level={1} className="title">
        {coming.length === 0 ? REGISTRATION_LIST.nothingComing : REGISTRATION_LIST.coming}
      </Heading>
      <Rows registrations={coming} />
      {coming.length === 0 ? (
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {REGISTRATION_LIST.activities}
        </Button>
      ) : null}
      {past.length === 0 ? null : (
        <Heading level={2} className="section">
          {REGISTRATION_LIST.past}
        </Heading>
      )}
      <Rows registrations={past} />
    </>
  )
}

function Rows({ registrations }: { readonly registrations: readonly MyRegistration[] }) {
  return registrations.length === 0 ? null : (
    <View className="stack">
      {registrations.map((mine) => (
        <Row key={mine.registrationId} mine={mine} />
      ))}
    </View>
  )
}

function Row({ mine }: { readonly mine: MyRegistration }) {
  const { registrationId, number, activity, headline, own } = mine
  const now = useNow()
  const withdrawn = activity.status === 'withdrawn'
  const holds = !withdrawn && (headline === 'confirmed' || headline === 'attended')
  const { day, hours } = nearSpan(activity.startsAt, activity.endsAt, now)
  const where = placeNow(activity.place, activity.change)
  const changed = withdrawn ? null : changeLine(activity.change, now, activity.startsAt)
  return (
    <Tappable className="tappable mine" to={registrationRoute(registrationId)}>
      <Text className="mine__title">{activity.title}</Text>
      <View>
        {day}
        <Text className="mine__hours">{hours}</Text>
      </View>
      <Text className={where.former === null ? 'soft' : 'mine__place'}>{where.place}</Text>
      {where.former === null ? null : <Text className="soft former">{formerly(where.former)}</Text>}
      {changed === null ? null : <Text className="mine__change">{changed}</Text>}
      <View className="mine__state">
        <Text className="mine__word">
          {withdrawn ? REGISTRATION_LIST.withdrawn : <StateWord mine={mine} />}
          {isExpected({ state: headline }) && !withdrawn ? `，${persons(mine.persons)}` : ''}
        </Text>
        {holds ? <Text className="mine__number">{`${REGISTRATION_LIST.number} ${number}`}</Text> : null}
      </View>
      {own ? null : <Text className="soft small">{REGISTRATION_LIST.byFamily}</Text>}
    </Tappable>
  )
}

/** Where one waits, the position as well: few wait, and only these are asked for. */
function StateWord({ mine: { registrationId, headline } }: { readonly mine: MyRegistration }) {
  const waits = headline === 'waiting'
  const { data } = useQuery({ ...queries.registration(registrationId), enabled: waits })
  return <>{waits && data?.waitingPosition ? positionText(data.waitingPosition) : STATE_WORDS[headline]}</>
}

/**
 * What is not over yet and still one's own comes first; what staff withdrew stays there until its end, so
 * that nobody goes for nothing. Each in the order given.
 */
export function splitByTime(
  registrations: readonly MyRegistration[],
  now: Instant,
): { readonly coming: readonly MyRegistration[]; readonly past: readonly MyRegistration[] } {
  const isComing = ({ activity, headline }: MyRegistration) =>
    now < parseInstant(activity.endsAt) && (activity.status === 'withdrawn' || !isLetGo({ state: headline }))
  return {
    coming: registrations.filter(isComing),
    past: registrations.filter((registration) => !isComing(registration)),
  }
}
