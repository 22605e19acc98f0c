import { useState } from 'react'
import type { OpenedPerson } from '../../../core/contract/check-in/check-in-desk'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { reportBug } from '../../platform/start/report'
import { PARTY } from '../../text/check-in/party'
import { PERSON_DETAILS } from '../../text/staff/person-details'
import { replyText } from '../page/reply-text'
import { askInTime } from './ask-in-time'

interface PersonDetailsProps {
  readonly activityId: string
  readonly members: readonly { readonly memberId: string; readonly who: string }[]
}

type Opening =
  | { readonly kind: 'closed' | 'opening' }
  | { readonly kind: 'open'; readonly person: OpenedPerson }
  | { readonly kind: 'no'; readonly why: string }

/** Masked until somebody is opened on purpose; each opening is written down, so it needs a network. */
export function PersonDetails({ activityId, members }: PersonDetailsProps) {
  const [state, setState] = useState<Opening>({ kind: 'closed' })
  const open = async (memberId: string) => {
    setState({ kind: 'opening' })
    const reply = await askInTime('door.openPerson', { activityId, memberId })
    if (reply === null) return setState({ kind: 'no', why: PERSON_DETAILS.offline })
    setState(reply.ok ? { kind: 'open', person: reply.value } : { kind: 'no', why: replyText(reply) })
  }
  if (state.kind === 'open')
    return <Person person={state.person} onClose={() => setState({ kind: 'closed' })} />
  return (
    <>
      <Text className="soft">{state.kind === 'opening' ? PERSON_DETAILS.opening : PERSON_DETAILS.ask}</Text>
      <Tags label={PERSON_DETAILS.ask}>
        {members.map(({ memberId, who }) => (
          <Tag
            key={memberId}
            text={PERSON_DETAILS.open(who)}
            onTap={() => void open(memberId).catch(reportBug)}
          />
        ))}
      </Tags>
      {state.kind === 'no' ? <Note>{state.why}</Note> : null}
    </>
  )
}

interface PersonProps {
  readonly person: OpenedPerson
  readonly onClose: () => void
}

function Person({ person, onClose }: PersonProps) {
  const { name, number, child, helpWanted, answers, phone } = person
  return (
    <Card title={name ?? PERSON_DETAILS.unnamed} ground="warm">
      <Text>{child ? `${PARTY.number(number)}，${PERSON_DETAILS.child}` : PARTY.number(number)}</Text>
      {helpWanted === null && answers.length === 0 && phone === null ? null : (
        <Pairs>
          {helpWanted === null ? null : <Pair name={PERSON_DETAILS.help} value={helpWanted} />}
          {answers.map(({ question, answer }) => (
            <Pair key={question} name={question} value={wordsOf(answer)} />
          ))}
          {phone === null ? null : <Pair name={PERSON_DETAILS.phone} value={phone} />}
        </Pairs>
      )}
      {phone === null ? null : (
        <Button icon="phone" onTap={() => dialPhone(phone)}>
          {PERSON_DETAILS.call}
        </Button>
      )}
      <Text className="soft small">{PERSON_DETAILS.logged}</Text>
      <Button onTap={onClose}>{PERSON_DETAILS.close}</Button>
    </Card>
  )
}

/** Answers to yes-or-no questions are kept as such. */
const wordsOf = (answer: string): string =>
  answer === 'yes' ? PERSON_DETAILS.yes : answer === 'no' ? PERSON_DETAILS.no : answer
