import { useState } from 'react'
import type { PassportVisit } from '../../../core/contract/check-in/check-in'
import { clockText, minuteOfDay, parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { PASSPORT, visitDay } from '../../text/passport/passport'
import { useNow } from '../clock/use-now'
import { visitsByDay } from './arrange-passport'
import './visit-list.scss'

/** Days that are shown at once. */
const DAYS = 10

/** 我的打卡: when one was where, by day. */
export function VisitList({ visits }: { readonly visits: readonly PassportVisit[] }) {
  const [shown, setShown] = useState(DAYS)
  const today = shanghaiDay(useNow())
  const days = visitsByDay(visits)
  return (
    <Card title={PASSPORT.visits}>
      {days.slice(0, shown).map(({ day, visits: those }) => (
        <View key={day} className="visit-day">
          <Heading level={3} className="sub-title">
            {visitDay(day, today)}
          </Heading>
          {those.map((visit) => (
            <View key={visit.visitId} className="visit-line">
              <Text className="visit-line__clock">{clockText(minuteOfDay(parseInstant(visit.at)))}</Text>
              <Text className="visit-line__place">{visit.place.name}</Text>
            </View>
          ))}
        </View>
      ))}
      {shown < days.length ? (
        <Button onTap={() => setShown(shown + DAYS)}>{PASSPORT.olderVisits}</Button>
      ) : null}
    </Card>
  )
}
