import { useState } from 'react'
import type { RollPage } from '../../../core/contract/check-in/roll'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { isFirstPage } from '../../platform/navigate/navigate'
import { routes } from '../../platform/navigate/routes'
import { ROLLS } from '../../text/staff/rolls'
import { fullMomentText } from '../../text/time'
import { useNow } from '../clock/use-now'
import '../door/door.scss'
import { CloseRoll } from './close-roll'
import { CorrectMember } from './correct-member'
import { membersOf, type RollMember } from './roll-members'

/** Who came and who did not; closing it, and one person corrected at a time. */
export function RollRoom({ roll }: { readonly roll: RollPage }) {
  const { activityId, title, place, startsAt, closedAt } = roll
  const [correcting, setCorrecting] = useState<string | null>(null)
  // Opened by a link: there is no page below to go back to.
  const [alone] = useState(isFirstPage)
  const members = membersOf(roll, useNow())
  const member = members.find(({ memberId }) => memberId === correcting)
  if (member !== undefined)
    return <CorrectMember activityId={activityId} member={member} onDone={() => setCorrecting(null)} />
  const absent = members.filter(({ came }) => !came)
  const onCorrect = closedAt === null ? null : setCorrecting
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {title}
        </Heading>
        <Text className="soft">{`${fullMomentText(parseInstant(startsAt))}，${place}`}</Text>
      </View>
      <CloseRoll roll={roll} absent={absent.length} />
      <Members title={ROLLS.absent(absent.length)} members={absent} onCorrect={onCorrect} />
      <Members
        title={ROLLS.came(members.length - absent.length)}
        members={members.filter(({ came }) => came)}
        onCorrect={onCorrect}
      />
      {alone ? <Button to={routes.rolls}>{ROLLS.back}</Button> : null}
    </>
  )
}

interface MembersProps {
  readonly title: string
  readonly members: readonly RollMember[]
  /** `null` while the roll is open: then there is nothing to correct. */
  readonly onCorrect: ((memberId: string) => void) | null
}

function Members({ title, members, onCorrect }: MembersProps) {
  return (
    <>
      <Heading level={2} className="section">
        {title}
      </Heading>
      {members.length === 0 ? null : (
        <View className="doors">
          {members.map(({ memberId, who, hints }) =>
            onCorrect === null ? (
              <View key={memberId} className="door-row">
                <Words who={who} hints={hints} />
              </View>
            ) : (
              <Tappable
                key={memberId}
                className="tappable door-row"
                label={[who, ...hints].join('，')}
                onTap={() => onCorrect(memberId)}
              >
                <Words who={who} hints={hints} />
                <Icon name="chevron-right" />
              </Tappable>
            ),
          )}
        </View>
      )}
    </>
  )
}

function Words({ who, hints }: Pick<RollMember, 'who' | 'hints'>) {
  return (
    <View className="door-row__words">
      <Text className="door-row__title">{who}</Text>
      {hints.length === 0 ? null : <Text className="soft small">{hints.join(' · ')}</Text>}
    </View>
  )
}
