import { useState } from 'react'
import type { SearchAnswer } from '../../../core/contract/search'
import type { MarkedText } from '../../../core/domain/search/rank'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import type { IconName } from '../../components/icon/icon-names'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { askHotline } from '../../text/vocabulary'
import { KIND_TITLES, SEARCH } from '../../text/search'
import { useOwnStates } from '../registration/own-registrations'
import { useNow } from '../../api/clock'
import { useSubdistrict } from '../page/use-home'
import { type FoundLine, lineOf } from './line-of'
import { subdistrictNow } from '../../api/subdistrict'

type Group = SearchAnswer['groups'][number]

const ICONS: Readonly<Record<Group['kind'], IconName>> = {
  office: 'store',
  service: 'check',
  facility: 'map-pin',
  activity: 'calendar-days',
  word: 'info',
  news: 'newspaper',
}

/** Lines at first: the other kinds should be in sight. */
const FIRST_LINES = 4

interface FoundGroupProps {
  readonly group: Group
  readonly onFollowed: () => void
}

/** What was found of one kind, the best first. */
export function FoundGroup({ group: { kind, items }, onFollowed }: FoundGroupProps) {
  const now = useNow()
  const own = useOwnStates()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, FIRST_LINES)
  return (
    <View className="stack">
      <Heading level={2} className="section search-kind">
        <Icon name={ICONS[kind]} />
        {KIND_TITLES[kind]}
      </Heading>
      <View className="found-rows">
        {shown.map((item) => (
          <FoundRow
            key={item.id}
            {...lineOf({ kind, item, own }, now, subdistrictNow().hotline)}
            onFollowed={onFollowed}
          />
        ))}
      </View>
      {shown.length < items.length ? <Button onTap={() => setWhole(true)}>{SEARCH.more}</Button> : null}
      {kind === 'service' && shown.some(({ card }) => card.offices.length === 0) ? <AskByPhone /> : null}
    </View>
  )
}

/** Where nobody has verified yet who handles it, somebody can be asked. */
function AskByPhone() {
  const { hotline } = useSubdistrict()
  return (
    <Button icon="phone" onTap={() => dialPhone(hotline)}>
      {askHotline(hotline)}
    </Button>
  )
}

interface FoundRowProps extends FoundLine {
  readonly onFollowed: () => void
}

/** One thing that was found: what it is, why, and what to know before going there. */
function FoundRow({ title, reason, state, about, to, onFollowed }: FoundRowProps) {
  const words = (
    <>
      <Marked className="found-row__title" of={title} />
      {state === null ? null : <Text className="found-row__state">{state}</Text>}
      {reason === null ? null : <Marked className="found-row__reason" lead={reason.lead} of={reason} />}
      {about === null ? null : <Text className="found-row__about">{about}</Text>}
    </>
  )
  if (to === null) return <View className="found-row">{words}</View>
  const spoken = [title.text, state, reason && `${reason.lead}${reason.text}`, about]
    .filter(Boolean)
    .join('，')
  return (
    <Tappable className="tappable found-row found-row--link" to={to} onTap={onFollowed} label={spoken}>
      {words}
    </Tappable>
  )
}

interface MarkedProps {
  readonly of: MarkedText
  readonly lead?: string
  readonly className: string
}

/** The text in parts, those that were found in another colour: nothing is read as HTML. */
function Marked({ of: { text, marks }, lead, className }: MarkedProps) {
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, from),
    <Text key={from} className="found-mark">
      {text.slice(from, to)}
    </Text>,
  ])
  return (
    <Text className={className}>
      {lead}
      {parts}
      {text.slice(marks[marks.length - 1]?.[1] ?? 0)}
    </Text>
  )
}
