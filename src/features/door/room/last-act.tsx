import { Button, ButtonRow } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { ARRIVING, DOOR_FLAGS, SAID } from '../../../text/door/arriving'
import { momentText } from '../../../text/time'
import { now } from '../../clock/use-now'
import type { GiftTo } from '../acts/use-door-acts'
import type { Said } from '../acts/said'
import type { SeenDoor } from '../seen/seen'
import { giftsOf } from './gifts'

interface LastActProps {
  readonly said: Said
  /** It was written down, and is not sent yet. */
  readonly waits: boolean
  readonly door: SeenDoor
  readonly onGift: (to: GiftTo) => void
}

/** What became of the last tap, in words that carry across a counter; gifts for whoever just came. */
export function LastAct({ said, waits, door, onGift }: LastActProps) {
  const { headline, more, tone } = waits ? waitingWords(said) : wordsOf(said)
  const gifts = giftsOf(said, door)
  const given = gifts.filter((one) => one.given !== null)
  const open = gifts.filter((one) => one.given === null)
  return (
    <View className={`door-said door-said--${tone}`}>
      <View className="door-said__line" ariaRole="alert">
        <Icon name={ICONS[tone]} size="large" />
        <View className="door-said__words">
          <Text className="door-said__headline">{headline}</Text>
          {more === null ? null : <Text className="small">{more}</Text>}
        </View>
      </View>
      {given.map(({ who, memberId, entryId }) => (
        <Text key={memberId ?? entryId} className="small">
          {ARRIVING.giftOf(who)}
        </Text>
      ))}
      {open.length === 0 ? null : (
        <ButtonRow>
          {open.map((to) => (
            <Button key={to.memberId ?? to.entryId} onTap={() => onGift(to)} label={ARRIVING.giftOf(to.who)}>
              {gifts.length === 1 ? ARRIVING.gift : ARRIVING.giftOf(to.who)}
            </Button>
          ))}
        </ButtonRow>
      )}
    </View>
  )
}

const ICONS = { done: 'check', waiting: 'wifi-off', no: 'info' } as const

interface SaidWords {
  readonly headline: string
  readonly more: string | null
  readonly tone: keyof typeof ICONS
}

function waitingWords(said: Said): SaidWords {
  if (said.kind === 'admitted') return waiting(SAID.kept(said.names, said.number))
  return waiting(said.kind === 'head' ? SAID.heads(said.count) : SAID.keptUnlisted)
}

function wordsOf(said: Said): SaidWords {
  switch (said.kind) {
    case 'admitted':
      return admittedWords(said)
    case 'head':
      return done(SAID.heads(said.count), SAID.headNoted)
    case 'unlisted':
      return done(SAID.unlistedDone)
    case 'gift':
      return not(SAID.giftBefore(said.who, momentText(said.before, now())))
    case 'undone':
      return done(SAID.undone(said.who))
    case 'released':
      return done(said.count === 0 ? SAID.releasedNone : SAID.released(said.count))
    case 'no':
      return not(said.sentence)
  }
}

function admittedWords({
  names,
  number,
  repeatedAt,
  doorFlag,
}: Extract<Said, { kind: 'admitted' }>): SaidWords {
  if (repeatedAt !== null) return done(SAID.again(names, number, momentText(repeatedAt, now())))
  return done(SAID.admitted(names, number), doorFlag === null ? null : DOOR_FLAGS[doorFlag])
}

const done = (headline: string, more: string | null = null): SaidWords => ({ headline, more, tone: 'done' })
const waiting = (headline: string): SaidWords => ({ headline, more: SAID.sentLater, tone: 'waiting' })
const not = (headline: string): SaidWords => ({ headline, more: null, tone: 'no' })
