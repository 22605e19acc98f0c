import type { ReactNode } from 'react'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { ARRIVING, DOOR_FLAGS, SAID } from '../../../text/door/arriving'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'
import type { GiftTo } from '../acts/use-door-acts'
import type { Said } from '../acts/said'
import type { SeenDoor } from '../seen/seen'
import { giftsOpen } from './gifts-open'

interface LastActProps {
  readonly said: Said
  readonly door: SeenDoor
  readonly onGift: (to: GiftTo) => void
}

/** What became of the last tap, in words that carry across a counter; gifts for whoever just came. */
export function LastAct({ said, door, onGift }: LastActProps) {
  const { headline, more, tone } = wordsOf(said)
  const gifts = giftsOpen(said, door)
  return (
    <View className={`door-said door-said--${tone}`}>
      <View className="door-said__line" ariaRole="alert">
        <Icon name={ICONS[tone]} size="large" />
        <View className="door-said__words">
          <Text className="door-said__headline">{headline}</Text>
          {more === null ? null : <Text className="small">{more}</Text>}
        </View>
      </View>
      {gifts.length === 0 ? null : (
        <ButtonRow>
          {gifts.map((to) => (
            <GiftButton key={to.memberId ?? to.entryId ?? to.who} to={to} onGift={onGift}>
              {gifts.length === 1 ? ARRIVING.gift : ARRIVING.giftOf(to.who)}
            </GiftButton>
          ))}
        </ButtonRow>
      )}
    </View>
  )
}

function GiftButton({
  to,
  onGift,
  children,
}: Pick<LastActProps, 'onGift'> & { readonly to: GiftTo; readonly children: ReactNode }) {
  return (
    <Button onTap={() => onGift(to)} label={ARRIVING.giftOf(to.who)}>
      {children}
    </Button>
  )
}

const ICONS = { done: 'check', waiting: 'wifi-off', no: 'info' } as const

interface SaidWords {
  readonly headline: string
  readonly more: string | null
  readonly tone: keyof typeof ICONS
}

function wordsOf(said: Said): SaidWords {
  switch (said.kind) {
    case 'admitted':
      return admittedWords(said)
    case 'head':
      return said.waiting ? waits(SAID.heads(said.count)) : done(SAID.heads(said.count), SAID.headNoted)
    case 'gift':
      if (said.waiting) return waits(SAID.giftKept(said.who))
      if (said.before === null) return done(SAID.gift(said.who))
      return { headline: SAID.giftBefore(said.who, momentText(said.before, now())), more: null, tone: 'no' }
    case 'undone':
      return done(SAID.undone(said.who))
    case 'released':
      return done(said.count === 0 ? SAID.releasedNone : SAID.released(said.count))
    case 'no':
      return { headline: said.sentence, more: null, tone: said.waiting ? 'waiting' : 'no' }
  }
}

function admittedWords(said: Extract<Said, { kind: 'admitted' }>): SaidWords {
  const { names, number, repeatedAt, doorFlag, waiting } = said
  if (waiting) return waits(SAID.kept(names, number))
  if (repeatedAt !== null) return done(SAID.again(names, number, momentText(repeatedAt, now())))
  return done(SAID.admitted(names, number), doorFlag === null ? null : DOOR_FLAGS[doorFlag])
}

const done = (headline: string, more: string | null = null): SaidWords => ({ headline, more, tone: 'done' })
const waits = (headline: string): SaidWords => ({ headline, more: SAID.sentLater, tone: 'waiting' })
