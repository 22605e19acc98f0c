import { useQuery } from '@tanstack/react-query'
import type { ExpectedParty, WalkInChance as Chance } from '../../../core/contract/check-in/check-in'
import type { ScannedPlace } from '../../../core/contract/check-in/check-in-fields'
import { clockText, minuteOfDay, parseInstant } from '../../../core/kernel/shanghai-time'
import { queries } from '../../api/queries'
import { Button } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { classNames } from '../../components/elements/class-names'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Stamp } from '../../components/pictures/stamp'
import { activityRoute } from '../../platform/navigate/routes'
import { OPENED_PLACE, memberHint, registeredText, stampDate } from '../../text/check-in/scan'
import { CheckedInStamp, LaterActivities, SeePlace } from './checked-in'
import type { OpenedCode } from './check-in-result'
import { isAllSaid, memberName, type Ticks, toggled } from './ticks'

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
        <CheckedInStamp place={place} at={parseInstant(visitedAt)} now={parseInstant(openedAt)} repeated />
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
          forStranger={opened.forStranger}
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
      <Text className="soft">{OPENED_PLACE.youAreAt}</Text>
      <Heading level={1} className="title">
        {place.name}
      </Heading>
      <Text>{OPENED_PLACE.tapOnce}</Text>
    </View>
  )
}

interface MemberTicksProps {
  readonly party: ExpectedParty
  readonly ticked: readonly string[]
  readonly onToggle: (memberId: string) => void
}

const clockOf = (iso: string): string => clockText(minuteOfDay(parseInstant(iso)))

/** 今天来了几位？ — everybody of one registration, ticked who is taken to have come. */
export function MemberTicks({ party, ticked, onToggle }: MemberTicksProps) {
  const waits = party.headline === 'waiting'
  const { data } = useQuery({ ...queries.registration(party.registrationId), enabled: waits })
  const position = data?.waitingPosition?.position ?? null
  return (
    <Card ground="warm">
      <View className="stack">
        <Text className="sub-title">{registeredText(party, position)}</Text>
        <Text className="soft">{`${party.title}，${clockOf(party.startsAt)}`}</Text>
      </View>
      <Heading level={2} className="section">
        {OPENED_PLACE.who}
      </Heading>
      <Choices>
        {party.members.map((member) => {
          const hint = memberHint(member.state, member.cameAt === null ? null : clockOf(member.cameAt))
          const came = member.cameAt !== null
          return (
            <Choice
              key={member.memberId}
              title={memberName(member)}
              {...(hint === null ? {} : { hint })}
              chosen={came || ticked.includes(member.memberId)}
              onChoose={() => (came ? undefined : onToggle(member.memberId))}
            />
          )
        })}
      </Choices>
    </Card>
  )
}

interface WalkInChanceProps {
  readonly chance: Chance
  /** Nobody knows yet whether they are registered. */
  readonly forStranger: boolean
  readonly ticked: boolean
  readonly onToggle: () => void
}

/** What goes on here without them: first whether a relative registered them, then coming in as they are. */
export function WalkInChance({
  chance: { activityId, title, free },
  forStranger,
  ticked,
  onToggle,
}: WalkInChanceProps) {
  return (
    <Card>
      <Text className="sub-title">{OPENED_PLACE.walkInTitle(title)}</Text>
      {free === null ? (
        <Choice title={OPENED_PLACE.joinOpen} chosen={ticked} onChoose={onToggle} />
      ) : (
        <>
          <View>
            <Text>{OPENED_PLACE.byFamily}</Text>
            <Text className="soft">{OPENED_PLACE.byFamilyAdvice}</Text>
          </View>
          {free > 0 ? (
            <Choice title={OPENED_PLACE.joinWithSeat(free)} chosen={ticked} onChoose={onToggle} />
          ) : (
            <Text>{forStranger ? OPENED_PLACE.fullForStranger : OPENED_PLACE.full}</Text>
          )}
          <Button to={activityRoute(activityId)}>{OPENED_PLACE.seeActivity}</Button>
        </>
      )}
    </Card>
  )
}
