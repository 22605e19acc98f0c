import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Heading, Text, View } from '../../../components/elements/elements'
import { LANDING } from '../../../text/check-in/scan'
import type { OpenedCode } from '../landing/landing'
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
  const { place, parties, walkIns, visitedAt, openedAt } = opened
  const members = ticks.members ?? []
  return (
    <>
      {visitedAt === null ? (
        <View className="stack">
          <Text className="soft">{LANDING.youAreAt}</Text>
          <Heading level={1} className="title">
            {place.name}
          </Heading>
          {parties.length > 0 ? null : <Text>{LANDING.tapOnce}</Text>}
        </View>
      ) : (
        <Landed place={place} at={parseInstant(visitedAt)} now={parseInstant(openedAt)} repeated />
      )}
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
