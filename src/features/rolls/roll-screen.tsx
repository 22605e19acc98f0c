import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RollPage } from '../../../core/contract/check-in/roll'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { ListRow, ListRows } from '../../components/rows/list-row'
import { isFirstPage } from '../../platform/navigate/navigate'
import { routes } from '../../platform/navigate/routes'
import { SENDING, notSentTwice } from '../../text/sending'
import { notYet, ROLLS, rollState } from '../../text/staff/rolls'
import { fullMomentText } from '../../text/time'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { useNow } from '../../api/clock'
import { PersonDetails } from '../staff/person-details'
import { ReasonForm } from '../staff/reason-form'
import { membersOf, type RollMember } from './roll-members'
import { rollQueries } from './roll-queries'

/** Who came and who did not; closing it, and one person corrected at a time. */
export function RollScreen({ roll }: { readonly roll: RollPage }) {
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
        <ListRows>
          {members.map(({ memberId, who, hints }) => (
            <ListRow
              key={memberId}
              title={who}
              lines={hints.length === 0 ? [] : [hints.join(' · ')]}
              label={[who, ...hints].join('，')}
              {...(onCorrect === null ? {} : { onTap: () => onCorrect(memberId) })}
            />
          ))}
        </ListRows>
      )}
    </>
  )
}

interface CloseRollProps {
  readonly roll: RollPage
  readonly absent: number
}

/** When it can be closed, what that means, and that it is done. Asked once, then done. */
export function CloseRoll({ roll, absent }: CloseRollProps) {
  const { activityId, closableFrom, closedAt } = roll
  const client = useQueryClient()
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const { state, send, forget } = useMutation('door.closeRoll')
  if (closedAt !== null) return <Note icon="check">{`${rollState(roll, now)}。${ROLLS.correctHint}`}</Note>
  if (now < parseInstant(closableFrom)) return <Note icon="clock">{notYet(closableFrom, now)}</Note>
  if (!asked)
    return (
      <Button look="primary" icon="check" onTap={() => setAsked(true)}>
        {ROLLS.close}
      </Button>
    )
  const close = async () => {
    if ((await send({ activityId }))?.kind !== 'done') return
    await client.invalidateQueries({ queryKey: rollQueries.roll(activityId).queryKey })
    await client.invalidateQueries({ queryKey: rollQueries.list().queryKey })
  }
  const leave = () => {
    forget()
    setAsked(false)
  }
  return (
    <Card title={ROLLS.closeTitle(absent)} ground="warm">
      {absent === 0 ? null : (
        <>
          <Text>{ROLLS.why}</Text>
          <Text>{ROLLS.afterwards}</Text>
        </>
      )}
      <MutationNote state={state} notSent={notSentTwice(ROLLS.twice)} />
      <ButtonRow>
        <Button onTap={leave}>{ROLLS.no}</Button>
        <Button look="primary" onTap={() => void close()}>
          {state.kind === 'sending' ? SENDING : ROLLS.yes}
        </Button>
      </ButtonRow>
    </Card>
  )
}

interface CorrectMemberProps {
  readonly activityId: string
  readonly member: RollMember
  readonly onDone: () => void
}

/** Came after all, or did not: one tap on a reason changes it, and the reason stays on record. */
export function CorrectMember({ activityId, member, onDone }: CorrectMemberProps) {
  const { memberId, who } = member
  const came = !member.came
  const client = useQueryClient()
  const { state, send } = useMutation('door.correctRoll')
  const correct = async (reason: string) => {
    if ((await send({ activityId, memberId, came, reason }))?.kind !== 'done') return
    await client.invalidateQueries({ queryKey: rollQueries.roll(activityId).queryKey })
    await client.invalidateQueries({ queryKey: rollQueries.list().queryKey })
    onDone()
  }
  return (
    <>
      <ReasonForm
        title={came ? ROLLS.toCame(who) : ROLLS.toAbsent(who)}
        why={came ? ROLLS.cameWhy : ROLLS.absentWhy}
        state={state}
        reasons={came ? ROLLS.cameReasons : ROLLS.absentReasons}
        confirm={ROLLS.confirm}
        twice={ROLLS.correctTwice}
        onReason={(reason) => void correct(reason)}
      />
      <PersonDetails activityId={activityId} members={[member]} />
      <Button onTap={onDone}>{ROLLS.keep}</Button>
    </>
  )
}
