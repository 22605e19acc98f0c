import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Tag, Tags } from '../../components/controls/tag'
import { Heading, Text } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { ListRow, ListRows } from '../../components/rows/list-row'
import { reportBug } from '../../platform/start/report'
import { DESK_PAGE } from '../../text/check-in/desk'
import { FIND_PARTY, partyHint, partyTitle } from '../../text/check-in/find-party'
import { isExpectedYet, type ShownParty, partyWithPending } from './check-in-list'
import { CheckInPage } from './check-in-page'
import type { OpenList } from './check-in-queries'
import {
  beginsAs,
  findBySurname,
  type Found,
  LONGEST_SURNAME,
  no,
  partyFound,
  surnamesIn,
} from './find-party'

interface SurnameSearchProps {
  readonly open: OpenList
  readonly onFound: (found: Found) => void
  readonly onBack: () => void
}

/** One tap on a surname of who is still expected, or typing its first character. */
export function SurnameSearch({ open: { shown, list, waiting }, onFound, onBack }: SurnameSearchProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>({ kind: 'nothing' })
  const [looking, setLooking] = useState(false)
  const look = async (surname: string) => {
    if (surname.trim() === '') return setFound(no(FIND_PARTY.typeFirst))
    setTyped(surname)
    setLooking(true)
    try {
      const next = await findBySurname(list, surname)
      const [only, another] = next.kind === 'parties' ? next.parties : []
      if (only !== undefined && another === undefined) onFound(partyFound(only, 'number'))
      else setFound(next)
    } finally {
      setLooking(false)
    }
  }
  const start = (surname: string) => void look(surname).catch(reportBug)
  const surnames = surnamesIn(shown.parties)
  return (
    <CheckInPage
      activityId={list.activityId}
      bottom={
        <>
          <Button look="primary" size="large" icon="search" onTap={() => start(typed)}>
            {looking ? DESK_PAGE.looking : FIND_PARTY.look}
          </Button>
          <Button onTap={onBack}>{DESK_PAGE.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FIND_PARTY.surnameTitle}
      </Heading>
      <Field
        label={FIND_PARTY.surnameField}
        hint={FIND_PARTY.surnameHint}
        value={typed}
        longest={LONGEST_SURNAME}
        onChange={setTyped}
      />
      {found.kind === 'no' ? <Note>{found.sentence}</Note> : null}
      {found.kind === 'parties' ? (
        <>
          <PartyRows
            surname={typed}
            parties={found.parties.map((party) => partyWithPending(party, waiting))}
            onChoose={({ registrationId }) => {
              const party = found.parties.find((one) => one.registrationId === registrationId)
              if (party !== undefined) onFound(partyFound(party, 'number'))
            }}
          />
        </>
      ) : null}
      {surnames.length === 0 ? null : (
        <>
          <Text className="soft">{FIND_PARTY.surnames}</Text>
          <Tags label={FIND_PARTY.surnames}>
            {surnames.map((surname) => (
              <Tag key={surname} text={surname} onTap={() => start(surname)} />
            ))}
          </Tags>
        </>
      )}
    </CheckInPage>
  )
}

interface PartyRowsProps {
  readonly parties: readonly ShownParty[]
  /** Whom was asked for: the member of that name stands for the party. */
  readonly surname: string
  readonly onChoose: (party: ShownParty) => void
}

/** Parties of one surname. Their numbers are not shown: who stands there says theirs. */
function PartyRows({ parties, surname, onChoose }: PartyRowsProps) {
  return (
    <ListRows>
      {parties.map((party) => {
        const [title, hint] = wordsOf(party, surname)
        return (
          <ListRow
            key={party.registrationId}
            title={title}
            lines={[hint]}
            label={`${title}，${hint}`}
            onTap={() => onChoose(party)}
          />
        )
      })}
    </ListRows>
  )
}

const wordsOf = ({ members }: ShownParty, surname: string): readonly [string, string] => {
  const came = members.filter((member) => member.came !== null).length
  const meant = members.find(({ name }) => beginsAs(name, surname))
  const children = members.filter(({ child }) => child).length
  return [
    partyTitle((meant ?? members[0])?.name ?? null, members.length),
    partyHint(members.filter(isExpectedYet).length, came, children),
  ]
}
