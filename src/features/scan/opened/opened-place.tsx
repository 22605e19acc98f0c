import { parseInstant } from '../../../../core/kernel/shanghai-time'
import type { ScannedPlace } from '../../../../core/contract/check-in/check-in-fields'
import { classNames } from '../../../components/class-names'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Stamp } from '../../../components/stamp/stamp'
import { LANDING, stampDate } from '../../../text/check-in/scan'
import type { OpenedCode } from '../landing/landing'
import { LaterActivities } from './later-activities'
import { Landed, SeePlace } from './checked-in'
import { MemberTicks } from './member-ticks'
import { isAllSaid, toggled, type Ticks } from './ticks'
import { WalkInChance } from './walk-in-chance'

interface OpenedPlaceProps {
  readonly opened: OpenedCode
  readonly ticks: Ticks
  readonly onTicks: (ticks: Ticks) => void
}

/** Where one is, who is expected, and what goes on here; the one button stands at the bottom of the page. */
export function OpenedPlace({ opened, ticks, onTicks }: OpenedPlaceProps) {
  const { place, parties, walkIns, later, visitedAt, openedAt } = opened
  const members = ticks.members ?? []
  const isAlone = parties.length === 0 && walkIns.length === 0
  return (
    <>
      {visitedAt === null ? (
        <WhereOneIs place={place} day={stampDate(parseInstant(openedAt))} isAlone={isAlone} />
      ) : (
        <Landed place={place} at={parseInstant(visitedAt)} now={parseInstant(openedAt)} repeated />
      )}
      <LaterActivities later={later} now={parseInstant(openedAt)} />
      {parties.map((party) => (
        <MemberTicks
          key={party.registrationId}
          party={party}
          ticked={members}
          onToggle={(memberId) => onTicks({ ...ticks, members: toggled(members, memberId) })}
        />
      ))}
      {walkIns.map((chance) => (
        <WalkInChance
          key={chance.activityId}
          chance={chance}
          ticked={ticks.walkIns.includes(chance.activityId)}
          onToggle={() => onTicks({ ...ticks, walkIns: toggled(ticks.walkIns, chance.activityId) })}
        />
      ))}
      {isAllSaid(opened, ticks) ? <SeePlace place={place} /> : null}
    </>
  )
}

interface WhereProps {
  readonly place: ScannedPlace
  readonly day: string
  /** Nobody and nothing else is asked for: there is room for where the stamp will land. */
  readonly isAlone: boolean
}

function WhereOneIs({ place, day, isAlone }: WhereProps) {
  return (
    <View className={classNames('stack', isAlone && 'centred')}>
      {isAlone ? <Stamp name={place.name} day={day} waits /> : null}
      <Text className="soft">{LANDING.youAreAt}</Text>
      <Heading level={1} className="title">
        {place.name}
      </Heading>
      <Text>{LANDING.tapOnce}</Text>
    </View>
  )
}
