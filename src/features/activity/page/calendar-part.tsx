import { useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'
import { now as clockNow } from '../../../api/clock'
import { AgreeButton, Button } from '../../../components/controls/button'
import { Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import type { AddedToCalendar } from '../../../platform/calendar/adding'
import { addToCalendar, openCalendarSetting } from '../../../platform/calendar/calendar'
import { openPrivacyRules } from '../../../platform/location/privacy'
import { isSinglePage } from '../../../platform/start/single-page'
import { CALENDAR, oldEntry } from '../../../text/activity/calendar'
import { SEE_PRIVACY_GUIDELINE } from '../../../text/vocabulary'
import { entryOf, isOld, recordedEntries, withEntry } from './calendar-entries'

interface CalendarPartProps {
  readonly activity: ActivityPage
  /** Of one's own registration, where there is one. */
  readonly number: string | null
  readonly now: Instant
}

/** 记到手机日历, and whether what stands there is still right. */
export function CalendarPart({ activity, number, now }: CalendarPartProps) {
  const [recorded, setRecorded] = useState(() => recordedEntries.read())
  const [became, setBecame] = useState<AddedToCalendar | null>(null)
  const entry = entryOf(activity, number)
  const before = recorded.find(({ activityId }) => activityId === activity.id) ?? null
  const off = activity.status === 'withdrawn' || activity.change?.kind === 'cancelled'
  if (isSinglePage || parseInstant(activity.endsAt) <= now) return null
  if (off) return before === null ? null : <Note icon="calendar-days">{CALENDAR.cancelled}</Note>
  const add = async () => {
    const outcome = await addToCalendar(entry, clockNow())
    setBecame(outcome)
    if (outcome !== 'saved' && outcome !== 'downloaded') return
    const all = withEntry(recordedEntries.read(), entry, clockNow())
    recordedEntries.write(all)
    setRecorded(all)
  }
  const old = before !== null && isOld(before, entry)
  return (
    <>
      {old ? <Note icon="calendar-days">{oldEntry(before, now)}</Note> : null}
      {became === 'privacy' ? (
        <>
          <Text className="soft">{CALENDAR.privacy}</Text>
          <AgreeButton onAgree={() => void add()}>{CALENDAR.agree}</AgreeButton>
          <Button onTap={openPrivacyRules}>{SEE_PRIVACY_GUIDELINE}</Button>
        </>
      ) : (
        <Button icon="calendar-days" onTap={() => void add()}>
          {before === null ? CALENDAR.add : old ? CALENDAR.anew : CALENDAR.again}
        </Button>
      )}
      <Became became={became} />
    </>
  )
}

/** What was done, or why it was not, in words. */
function Became({ became }: { readonly became: AddedToCalendar | null }) {
  switch (became) {
    case 'saved':
    case 'downloaded':
      return (
        <View className="soft" ariaRole="status">
          {became === 'saved' ? CALENDAR.saved : CALENDAR.downloaded}
        </View>
      )
    case 'denied':
      return (
        <>
          <Note>{CALENDAR.denied}</Note>
          <Button onTap={openCalendarSetting}>{CALENDAR.setting}</Button>
        </>
      )
    case 'unable':
      return <Note>{CALENDAR.unable}</Note>
    case 'cancelled':
    case 'privacy':
    case null:
      return null
  }
}
