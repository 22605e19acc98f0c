import { useState } from 'react'
import type { SearchAnswer } from '../../../core/contract/search/search'
import { Button } from '../../components/controls/button'
import { Heading, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import type { IconName } from '../../components/icon/icon-names'
import { call } from '../../platform/phone/phone'
import { askHotline, HOTLINE } from '../../text/office/offices'
import { KIND_TITLES, SEARCH } from '../../text/search'
import { useNow } from '../clock/use-now'
import { useHome } from '../home/use-home'
import { FoundRow } from './found-row'
import { lineOf } from './line-of'

export type Group = SearchAnswer['groups'][number]

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
          <FoundRow key={item.id} {...lineOf(kind, item, now)} onFollowed={onFollowed} />
        ))}
      </View>
      {shown.length < items.length ? <Button onTap={() => setWhole(true)}>{SEARCH.more}</Button> : null}
      {kind === 'service' && shown.some(({ card }) => card.offices.length === 0) ? <AskByPhone /> : null}
    </View>
  )
}

/** Where nobody has verified yet who handles it, somebody can be asked. */
function AskByPhone() {
  const hotline = useHome().data?.subdistrict.hotline ?? HOTLINE
  return (
    <Button icon="phone" onTap={() => call(hotline)}>
      {askHotline(hotline)}
    </Button>
  )
}
