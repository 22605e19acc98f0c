import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import type { PlaceView } from '../../core/contract/place'
import { intervalsOn } from '../../core/domain/office/opening'
import { addDays, shanghaiDay, weekday, type ShanghaiDay } from '../../core/kernel/shanghai-time'
import { dayHoursText, readDayHours } from '../../core/tables/hours-board'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { Field, FormSection } from '../shared/record-form'
import { failureText } from '../text/failures'
import { PLACE, WEEKDAY_NAMES } from '../text/places'
import { dayText } from '../text/when'

interface DayCalendarProps {
  readonly view: PlaceView
  readonly onSet: () => Promise<void>
}

/** A month of the main zone: each day with its hours, and those that were set for it alone. */
export function DayCalendar({ view, onSet }: DayCalendarProps) {
  const today = shanghaiDay(clock.now())
  const [first, setFirst] = useState(`${today.slice(0, 8)}01` as ShanghaiDay)
  const [day, setDay] = useState<ShanghaiDay | null>(null)
  const main = view.content.zones.find((zone) => zone.main)
  if (main === undefined) return null
  const zone = { ...main, exceptions: view.days }
  const weeks = weeksOf(first)
  const hoursOn = (one: ShanghaiDay): string => {
    const special = view.days.find((exception) => exception.day === one)
    if (special === undefined && zone.weekly === null && !zone.alwaysOpen) return PLACE.unknownHours
    const openings = special?.intervals ?? intervalsOn(zone, view.calendar, one)
    return openings.length === 0 ? PLACE.closedThen : dayHoursText(openings)
  }
  return (
    <FormSection title={PLACE.days}>
      <p className="soft">{PLACE.daysHow}</p>
      <div className="field__row">
        <Button onClick={() => setFirst(firstOf(addDays(first, -1)))} disabled={first <= today}>
          {PLACE.earlier}
        </Button>
        <strong aria-live="polite">
          {PLACE.month(Number(first.slice(0, 4)), Number(first.slice(5, 7)))}
        </strong>
        <Button onClick={() => setFirst(firstOf(addDays(first, 31)))}>{PLACE.later}</Button>
      </div>
      <table className="month">
        <thead>
          <tr>
            {WEEKDAY_NAMES.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => {
                const isSpecial = view.days.some((exception) => exception.day === one)
                return (
                  <td key={one}>
                    {one.slice(0, 7) !== first.slice(0, 7) ? null : (
                      <button
                        type="button"
                        className={isSpecial ? 'month__day month__day--special' : 'month__day'}
                        disabled={one < today}
                        aria-pressed={one === day}
                        aria-label={`${dayText(one)} ${hoursOn(one)}${isSpecial ? ` ${PLACE.special}` : ''}`}
                        onClick={() => setDay(one === day ? null : one)}
                      >
                        <strong>{Number(one.slice(8))}</strong>
                        <span>{hoursOn(one)}</span>
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {day === null ? null : (
        <DayForm
          key={day}
          view={view}
          day={day}
          usual={hoursOn(day)}
          onSet={async () => {
            setDay(null)
            await onSet()
          }}
        />
      )}
    </FormSection>
  )
}

const firstOf = (day: ShanghaiDay): ShanghaiDay => `${day.slice(0, 8)}01` as ShanghaiDay

/** Whole weeks that hold the month of its first day. */
function weeksOf(first: ShanghaiDay): readonly (readonly ShanghaiDay[])[] {
  const begin = addDays(first, 1 - weekday(first))
  return [0, 1, 2, 3, 4, 5]
    .map((week) => [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(begin, week * 7 + at)))
    .filter((week) => week.some((one) => one.slice(0, 7) === first.slice(0, 7)))
}

interface DayFormProps {
  readonly view: PlaceView
  readonly day: ShanghaiDay
  readonly usual: string
  readonly onSet: () => Promise<void>
}

function DayForm({ view, day, usual, onSet }: DayFormProps) {
  const { message } = App.useApp()
  const special = view.days.find((exception) => exception.day === day)
  const [times, setTimes] = useState(usual === PLACE.unknownHours ? '' : usual)
  const [note, setNote] = useState(special?.note ?? '')
  const [failure, setFailure] = useState<string | null>(null)
  const [requestId] = useState(newRequestId)
  const intervals = readDayHours(times)
  const set = async (wanted: ReturnType<typeof readDayHours>) => {
    const reply = await call('office.setHoursOn', {
      officeId: view.officeId,
      day,
      intervals: wanted === null ? null : wanted.map(([from, to]): [number, number] => [from, to]),
      note: note.trim() === '' ? null : note.trim(),
      requestId,
    })
    if (!reply.ok) return setFailure(failureText(reply))
    void message.success(PLACE.daySet)
    await onSet()
  }
  return (
    <div className="board" role="group" aria-label={PLACE.dayTitle(dayText(day))}>
      <h3>{PLACE.dayTitle(dayText(day))}</h3>
      {failure === null ? null : <Alert type="error" title={failure} role="alert" />}
      <Field label={PLACE.dayTimes} error={intervals === null && times.trim() !== '' ? PLACE.dayWrong : null}>
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            autoFocus
            style={{ maxWidth: 300 }}
            maxLength={60}
            value={times}
            onChange={({ target }) => setTimes(target.value)}
          />
        )}
      </Field>
      <Field label={PLACE.dayNote}>
        {({ id }) => (
          <Input
            id={id}
            style={{ maxWidth: 420 }}
            maxLength={60}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <div className="field__row">
        <Button disabled={intervals === null} onClick={() => void set(intervals)}>
          {PLACE.setDay}
        </Button>
        {special === undefined ? null : <Button onClick={() => void set(null)}>{PLACE.backToUsual}</Button>}
      </div>
    </div>
  )
}
