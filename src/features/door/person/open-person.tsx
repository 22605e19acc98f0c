import { useState } from 'react'
import type { OpenedPerson } from '../../../../core/contract/check-in/door'
import { Button } from '../../../components/controls/button'
import { Tag, Tags } from '../../../components/controls/tag'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Pair, Pairs } from '../../../components/sheets/fact-row'
import { Note } from '../../../components/sheets/note'
import { call } from '../../../platform/phone/phone'
import { reportBug } from '../../../platform/start/report'
import { ARRIVING } from '../../../text/door/arriving'
import { PERSON } from '../../../text/door/person'
import { ask, whyNot } from '../find/ask'

interface OpenPersonProps {
  readonly activityId: string
  readonly members: readonly { readonly memberId: string; readonly who: string }[]
}

type Opening =
  | { readonly kind: 'closed' | 'opening' }
  | { readonly kind: 'open'; readonly person: OpenedPerson }
  | { readonly kind: 'no'; readonly why: string }

/** Masked until somebody is opened on purpose; each opening is written down, so it needs a network. */
export function OpenPerson({ activityId, members }: OpenPersonProps) {
  const [state, setState] = useState<Opening>({ kind: 'closed' })
  const open = async (memberId: string) => {
    setState({ kind: 'opening' })
    const reply = await ask('door.openPerson', { activityId, memberId })
    if (reply === null) return setState({ kind: 'no', why: PERSON.offline })
    setState(reply.ok ? { kind: 'open', person: reply.value } : { kind: 'no', why: whyNot(reply) })
  }
  if (state.kind === 'open')
    return <Person person={state.person} onClose={() => setState({ kind: 'closed' })} />
  return (
    <>
      <Text className="soft">{state.kind === 'opening' ? PERSON.opening : PERSON.ask}</Text>
      <Tags>
        {members.map(({ memberId, who }) => (
          <Tag key={memberId} text={PERSON.open(who)} onTap={() => void open(memberId).catch(reportBug)} />
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
    <Card title={name ?? PERSON.unnamed} ground="warm">
      <Text>{child ? `${ARRIVING.number(number)}，${PERSON.child}` : ARRIVING.number(number)}</Text>
      {helpWanted === null && answers.length === 0 && phone === null ? null : (
        <Pairs>
          {helpWanted === null ? null : <Pair name={PERSON.help} value={helpWanted} />}
          {answers.map(({ question, answer }) => (
            <Pair key={question} name={question} value={wordsOf(answer)} />
          ))}
          {phone === null ? null : <Pair name={PERSON.phone} value={phone} />}
        </Pairs>
      )}
      {phone === null ? null : (
        <Button icon="phone" onTap={() => call(phone)}>
          {PERSON.call}
        </Button>
      )}
      <Text className="soft small">{PERSON.logged}</Text>
      <Button onTap={onClose}>{PERSON.close}</Button>
    </Card>
  )
}

/** Answers to yes-or-no questions are kept as such. */
const wordsOf = (answer: string): string =>
  answer === 'yes' ? PERSON.yes : answer === 'no' ? PERSON.no : answer
