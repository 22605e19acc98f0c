import type { WaitReason } from '../../api/outbox/delivery'
import type { SettledEntry } from '../../api/outbox/outbox'
import { outbox, useOutbox } from '../../api/outbox/device-outbox'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Card } from '../../components/sheets/card'
import { ENTRY_FLAGS, LAST_RESULT, REFUSED_LATER } from '../../text/check-in/last-result'
import { PARTY } from '../../text/check-in/party'
import { SENT_LATER } from '../../text/check-in/scan'
import { momentText } from '../../text/time'
import { now } from '../../api/clock'
import { type GiftRow, giftsOfParty, type GiftTo, type ShownList } from './check-in-list'
import { type LastResult, refusalText } from './check-in-mutations'

interface LastResultCardProps {
  readonly lastResult: LastResult
  /** It was written down, and is not sent yet. */
  readonly waits: boolean
  readonly shown: ShownList
  readonly onGift: (to: GiftTo) => void
}

/** What became of the last tap, in words that carry across a counter; gifts for whoever just came. */
export function LastResultCard({ lastResult, waits, shown, onGift }: LastResultCardProps) {
  const { waitsFor } = useOutbox()
  const { headline, more, tone } = waits ? waitingWords(lastResult, waitsFor) : wordsOf(lastResult)
  const gifts = giftsOf(lastResult, shown)
  const given = gifts.filter((one) => one.given !== null)
  const open = gifts.filter((one) => one.given === null)
  return (
    <View className={`last-result last-result--${tone}`}>
      <View className="last-result__line" ariaRole="alert">
        <Icon name={ICONS[tone]} size="large" />
        <View className="last-result__words">
          <Text className="last-result__headline">{headline}</Text>
          {more === null ? null : <Text className="small">{more}</Text>}
        </View>
      </View>
      {given.map(({ who, memberId, entryId }) => (
        <Text key={memberId ?? entryId} className="small">
          {PARTY.giftOf(who)}
        </Text>
      ))}
      {open.length === 0 ? null : (
        <ButtonRow>
          {open.map((to) => (
            <Button key={to.memberId ?? to.entryId} onTap={() => onGift(to)} label={PARTY.giftOf(to.who)}>
              {gifts.length === 1 ? PARTY.gift : PARTY.giftOf(to.who)}
            </Button>
          ))}
        </ButtonRow>
      )}
    </View>
  )
}

const ICONS = { done: 'check', waiting: 'wifi-off', no: 'info' } as const

interface ResultWords {
  readonly headline: string
  readonly more: string | null
  readonly tone: keyof typeof ICONS
}

function waitingWords(lastResult: LastResult, why: WaitReason): ResultWords {
  if (lastResult.kind === 'admitted')
    return waiting(LAST_RESULT.stored(lastResult.names, lastResult.number), why)
  return waiting(
    lastResult.kind === 'head' ? LAST_RESULT.heads(lastResult.count) : LAST_RESULT.storedUnlisted,
    why,
  )
}

function wordsOf(lastResult: LastResult): ResultWords {
  switch (lastResult.kind) {
    case 'admitted':
      return admittedWords(lastResult)
    case 'head':
      return done(LAST_RESULT.heads(lastResult.count), LAST_RESULT.headNoted)
    case 'unlisted':
      return done(LAST_RESULT.unlistedDone)
    case 'gift':
      return not(LAST_RESULT.giftBefore(lastResult.who, momentText(lastResult.before, now())))
    case 'undone':
      return done(LAST_RESULT.undone(lastResult.who))
    case 'released':
      return done(lastResult.count === 0 ? LAST_RESULT.releasedNone : LAST_RESULT.released(lastResult.count))
    case 'no':
      return not(lastResult.sentence)
  }
}

function admittedWords({
  names,
  number,
  repeatedAt,
  doorFlag,
}: Extract<LastResult, { kind: 'admitted' }>): ResultWords {
  if (repeatedAt !== null) return done(LAST_RESULT.again(names, number, momentText(repeatedAt, now())))
  return done(LAST_RESULT.admitted(names, number), doorFlag === null ? null : ENTRY_FLAGS[doorFlag])
}

const done = (headline: string, more: string | null = null): ResultWords => ({ headline, more, tone: 'done' })
const waiting = (headline: string, why: WaitReason): ResultWords => ({
  headline,
  more: SENT_LATER[why],
  tone: 'waiting',
})
const not = (headline: string): ResultWords => ({ headline, more: null, tone: 'no' })

/** Gifts of whoever was let in last. */
function giftsOf(
  lastResult: LastResult,
  { parties, heads }: Pick<ShownList, 'parties' | 'heads'>,
): readonly GiftRow[] {
  if (lastResult.kind === 'head')
    return heads
      .filter(({ came: { entryId } }) => entryId !== null && entryId === lastResult.entryId)
      .map(({ came: { entryId, gift } }) => ({
        who: LAST_RESULT.someone,
        entryId,
        memberId: null,
        given: gift,
      }))
  if (lastResult.kind !== 'admitted') return []
  return parties.flatMap(giftsOfParty).filter(({ memberId }) => isIn(lastResult, memberId))
}

const isIn = ({ memberIds }: Extract<LastResult, { kind: 'admitted' }>, memberId: string | null): boolean =>
  memberId !== null && memberIds.includes(memberId)

interface RefusedLaterProps {
  readonly shown: ShownList
  readonly answered: readonly Extract<SettledEntry, { kind: 'settled' }>[]
}

/** What the backend said no to when it was sent at last: read once, then gone. */
export function RefusedLater({ shown, answered }: RefusedLaterProps) {
  const refused = answered.flatMap(({ key, about, result }) =>
    result.kind === 'done' ? [] : [{ key, about, why: refusalText(result, shown) }],
  )
  if (refused.length === 0) return null
  return (
    <Card title={REFUSED_LATER.title} ground="warm">
      {refused.map(({ key, about, why }) => (
        <Text key={key}>{about === null ? why : REFUSED_LATER.line(about, why)}</Text>
      ))}
      <Button onTap={() => refused.forEach(({ key }) => outbox.acknowledge(key))}>
        {REFUSED_LATER.acknowledge}
      </Button>
    </Card>
  )
}
