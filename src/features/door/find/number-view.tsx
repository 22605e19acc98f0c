import { useState } from 'react'
import type { DoorList } from '../../../../core/contract/check-in/door'
import { Button } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { reportBug } from '../../../platform/start/report'
import { DOOR } from '../../../text/door/door'
import { FINDING } from '../../../text/door/finding'
import { DoorFrame } from '../door-frame'
import { findByNumber } from './by-number'
import type { Found } from './found'

const DIGITS = 4
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

interface NumberViewProps {
  readonly list: DoorList
  readonly onFound: (found: Found) => void
  readonly onBack: () => void
}

type Looking =
  { readonly kind: 'typing' } | { readonly kind: 'looking' } | { readonly kind: 'no'; readonly why: string }

/** Four digits on keys for a thumb; the fourth one looks by itself. */
export function NumberView({ list, onFound, onBack }: NumberViewProps) {
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
    <DoorFrame
      activityId={list.activityId}
      bottom={
        <>
          <Keys onDigit={type} onClear={() => start('')} onErase={() => start(typed.slice(0, -1))} />
          <Button onTap={onBack}>{DOOR.back}</Button>
        </>
      }
    >
      <Heading level={1} className="title">
        {FINDING.numberTitle}
      </Heading>
      <View className="door-digits" ariaLabel={FINDING.typed(typed)} ariaRole="img">
        {Array.from({ length: DIGITS }, (_, place) => (
          <View
            key={place}
            className={typed[place] === undefined ? 'door-digit' : 'door-digit door-digit--typed'}
          >
            {typed[place] ?? ''}
          </View>
        ))}
      </View>
      {looking.kind === 'looking' ? <Text className="soft">{DOOR.looking}</Text> : null}
      {looking.kind === 'no' ? <Note>{looking.why}</Note> : null}
    </DoorFrame>
  )
}

interface KeysProps {
  readonly onDigit: (digit: string) => void
  readonly onClear: () => void
  readonly onErase: () => void
}

function Keys({ onDigit, onClear, onErase }: KeysProps) {
  return (
    <View className="door-keys">
      {KEYS.map((digit) => (
        <Key key={digit} text={digit} onTap={() => onDigit(digit)} />
      ))}
      <Key text={FINDING.clear} isWord onTap={onClear} />
      <Key text="0" onTap={() => onDigit('0')} />
      <Key text={FINDING.erase} isWord onTap={onErase} />
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
      className={isWord ? 'tappable door-key door-key--word' : 'tappable door-key'}
      onTap={onTap}
      label={text}
    >
      {text}
    </Tappable>
  )
}
