import { useState } from 'react'
import type { CheckInList } from '../../../core/contract/check-in/check-in-desk'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { reportBug } from '../../platform/start/report'
import { DESK_PAGE } from '../../text/check-in/desk'
import { FIND_PARTY } from '../../text/check-in/find-party'
import { CheckInPage } from './check-in-page'
import { findByNumber, type Found } from './find-party'

const DIGITS = 4
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

interface NumberPadProps {
  readonly list: CheckInList
  readonly onFound: (found: Found) => void
  readonly onBack: () => void
}

type Looking =
  { readonly kind: 'typing' } | { readonly kind: 'looking' } | { readonly kind: 'no'; readonly why: string }

/** Four digits on keys for a thumb; the fourth one looks by itself. */
export function NumberPad({ list, onFound, onBack }: NumberPadProps) {
  const [typed, setTyped] = useState('')
  const [looking, setLooking] = useState<Looking>({ kind: 'typing' })
  const look = async (number: string) => {
    setLooking({ kind: 'looking' })
    const found = await findByNumber(list, number)
    if (found.kind !== 'no') return onFound(found)
    setLooking({ kind: 'no', why: found.sentence })
  }
  const type = (digit: string) => {
    if (looking.kind === 'looking') return
    // After a wrong number the next digit begins another one.
    const next = (looking.kind === 'no' ? '' : typed) + digit
    setTyped(next)
    setLooking({ kind: 'typing' })
    if (next.length === DIGITS) look(next).catch(reportBug)
  }
  const start = (next: string) => {
    if (looking.kind === 'looking') return
    setTyped(next)
    setLooking({ kind: 'typing' })
  }
  return (
    <CheckInPage
      activityId={list.activityId}
      bottom={
        <>
          <Keys onDigit={type} onClear={() => start('')} onErase={() => start(typed.slice(0, -1))} />
          <Button onTap={onBack}>{DESK_PAGE.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FIND_PARTY.numberTitle}
      </Heading>
      <View className="number-digits" ariaLabel={FIND_PARTY.typed(typed)} ariaRole="img">
        {Array.from({ length: DIGITS }, (_, place) => (
          <View
            key={place}
            className={typed[place] === undefined ? 'number-digit' : 'number-digit number-digit--typed'}
          >
            {typed[place] ?? ''}
          </View>
        ))}
      </View>
      {looking.kind === 'looking' ? <Text className="soft">{DESK_PAGE.looking}</Text> : null}
      {looking.kind === 'no' ? <Note>{looking.why}</Note> : null}
    </CheckInPage>
  )
}

interface KeysProps {
  readonly onDigit: (digit: string) => void
  readonly onClear: () => void
  readonly onErase: () => void
}

function Keys({ onDigit, onClear, onErase }: KeysProps) {
  return (
    <View className="number-keys">
      {KEYS.map((digit) => (
        <Key key={digit} text={digit} onTap={() => onDigit(digit)} />
      ))}
      <Key text={FIND_PARTY.clear} isWord onTap={onClear} />
      <Key text="0" onTap={() => onDigit('0')} />
      <Key text={FIND_PARTY.erase} isWord onTap={onErase} />
    </View>
  )
}

interface KeyProps {
  readonly text: string
  readonly isWord?: boolean
  readonly onTap: () => void
}

function Key({ text, isWord = false, onTap }: KeyProps) {
  return (
    <Tappable
      className={isWord ? 'tappable number-key number-key--word' : 'tappable number-key'}
      onTap={onTap}
      label={text}
    >
      {text}
    </Tappable>
  )
}
