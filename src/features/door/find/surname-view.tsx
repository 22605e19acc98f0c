import { useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Field } from '../../../components/controls/field'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, Text } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { reportBug } from '../../../platform/start/report'
import { DOOR } from '../../../text/door/door'
import { FINDING } from '../../../text/door/finding'
import { DoorFrame } from '../door-frame'
import { seeParty } from '../seen/seen'
import type { OpenDoor } from '../use-door'
import { findBySurname, surnamesIn } from './by-surname'
import { no, type Found } from './found'
import { PartyRows } from './party-rows'

/** WeChat's keys for Chinese type pinyin first: what is not finished is not looked for. */
const LONGEST = 4

interface SurnameViewProps {
  readonly open: OpenDoor
  readonly onFound: (found: Found) => void
  readonly onBack: () => void
}

/** One tap on a surname of who is still expected; typing more of a name narrows it. */
export function SurnameView({ open: { door, list, waiting }, onFound, onBack }: SurnameViewProps) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>({ kind: 'nothing' })
  const [looking, setLooking] = useState(false)
  const look = async (surname: string) => {
    if (surname.trim() === '') return setFound(no(FINDING.typeFirst))
    setTyped(surname)
    setLooking(true)
    try {
      const next = await findBySurname(list, surname)
      const [only, another] = next.kind === 'parties' ? next.parties : []
      if (only !== undefined && another === undefined) onFound({ kind: 'party', party: only })
      else setFound(next)
    } finally {
      setLooking(false)
    }
  }
  const start = (surname: string) => void look(surname).catch(reportBug)
  const surnames = surnamesIn(door.parties)
  return (
    <DoorFrame
      activityId={list.activityId}
      bottom={
        <>
          <Button look="primary" size="large" icon="search" onTap={() => start(typed)}>
            {looking ? DOOR.looking : FINDING.look}
          </Button>
          <Button onTap={onBack}>{DOOR.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FINDING.surnameTitle}
      </Heading>
      <Field
        label={FINDING.surnameField}
        hint={FINDING.surnameHint}
        value={typed}
        longest={LONGEST}
        onChange={setTyped}
      />
      {found.kind === 'no' ? <Note>{found.sentence}</Note> : null}
      {found.kind === 'parties' ? (
        <>
          {found.note === null ? null : <Note icon="wifi-off">{found.note}</Note>}
          <PartyRows
            surname={typed}
            parties={found.parties.map((party) => seeParty(party, waiting))}
            onChoose={({ registrationId }) => {
              const party = found.parties.find((one) => one.registrationId === registrationId)
              if (party !== undefined) onFound({ kind: 'party', party })
            }}
          />
        </>
      ) : null}
      {surnames.length === 0 ? null : (
        <>
          <Text className="soft">{FINDING.surnames}</Text>
          <Tags>
            {surnames.map((surname) => (
              <Tag key={surname} text={surname} onTap={() => start(surname)} />
            ))}
          </Tags>
        </>
      )}
    </DoorFrame>
  )
}
