import { placeNow } from '../../../core/domain/activity/change'
import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { useNow } from '../../api/clock'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { registrationRoute, routes } from '../../platform/navigate/routes'
import { NEXT_REGISTRATION, waitingText } from '../../text/registration/next-registration'
import { momentText } from '../../text/time'
import type { ComingRegistration } from './own-registrations'
import './next-registration.scss'

interface NextRegistrationProps {
  /** At least one, the soonest first. */
  readonly coming: readonly ComingRegistration[]
  /** Whether it is what the page begins with, or stands above its answer. */
  readonly asTitle?: boolean
}

/** When and what, how it stands, and where; where nothing is to be gone to, no place. */
export function registrationWords({ mine, position }: ComingRegistration, now: Instant) {
  const { activity, headline, number } = mine
  const withdrawn = activity.status === 'withdrawn'
  const waits = headline === 'waiting'
  const state = withdrawn
    ? NEXT_REGISTRATION.withdrawn
    : waits
      ? waitingText(position)
      : `${NEXT_REGISTRATION.number} ${number}`
  return {
    what: `${momentText(parseInstant(activity.startsAt), now)} ${activity.title}`,
    state,
    place: withdrawn ? null : placeNow(activity.place, activity.change).place,
    /** The number alone, where it lets somebody in. */
    number: withdrawn || waits ? null : number,
    withdrawn,
  }
}

/** What I have, before everything else: when, what, where, and the number to say at the door. */
export function NextRegistration({ coming, asTitle = false }: NextRegistrationProps) {
  const now = useNow()
  const [next] = coming
  if (next === undefined) return null
  const { what, state, place, number, withdrawn } = registrationWords(next, now)
  return (
    <View className="stack">
      <Tappable
        className="tappable next-own"
        to={registrationRoute(next.mine.registrationId)}
        label={[what, state, place].filter(Boolean).join('，')}
      >
        {asTitle ? (
          <Heading level={1} className="next-own__what">
            {what}
          </Heading>
        ) : (
          <View className="next-own__what">{what}</View>
        )}
        {place === null ? null : <Text className="soft">{place}</Text>}
        {number === null ? (
          <Text className={withdrawn ? 'next-own__off' : 'next-own__waits'}>{state}</Text>
        ) : (
          <View className="next-own__line">
            <Text className="soft">{NEXT_REGISTRATION.number}</Text>
            <Text className="next-own__number">{number}</Text>
          </View>
        )}
      </Tappable>
      {coming.length === 1 ? null : (
        <NavRows>
          <NavRow
            icon="calendar-days"
            title={NEXT_REGISTRATION.others(coming.length - 1)}
            to={routes.registrations}
          />
        </NavRows>
      )}
    </View>
  )
}
