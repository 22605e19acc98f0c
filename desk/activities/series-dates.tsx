import { Button, Input, Select } from 'antd'
import type { DraftContent } from '../../core/contract/activity/draft'
import type { DateNotes } from '../../core/domain/activity/planning/draft'
import { Field } from '../shared/record-form'
import { ACTIVITY_FORM, noteTexts } from '../text/activity-form'
import { dayText } from '../text/when'

/** A date by the rhythm of the series, where it is now, and what speaks against it; `day: null` was dropped. */
export interface NotedDate {
  readonly key: string
  readonly day: string | null
  readonly notes: DateNotes | null
}

type Weekly = NonNullable<DraftContent['weekly']>

interface SeriesDatesProps {
  readonly weekly: Weekly
  readonly dates: readonly NotedDate[]
  readonly error: string | null
  readonly onChange: (weekly: Weekly) => void
}

/** Every date before anything is published: holidays and the like beside each, to be dropped or moved. */
export function SeriesDates({ weekly, dates, error, onChange }: SeriesDatesProps) {
  const taking = dates.filter(({ day }) => day !== null)
  const drop = (key: string) =>
    onChange({
      ...weekly,
      dropped: [...weekly.dropped, key],
      moved: weekly.moved.filter(({ from }) => from !== key),
    })
  const takeBack = (key: string) =>
    onChange({ ...weekly, dropped: weekly.dropped.filter((day) => day !== key) })
  const move = (key: string, to: string) =>
    onChange({
      ...weekly,
      moved: [
        ...weekly.moved.filter(({ from }) => from !== key),
        ...(to === '' || to === key ? [] : [{ from: key, to }]),
      ],
    })
  return (
    <>
      <Field label={ACTIVITY_FORM.every}>
        {({ id }) => (
          <Select
            id={id}
            style={{ width: 160 }}
            value={weekly.everyWeeks}
            options={[1, 2, 3, 4].map((value) => ({ value, label: ACTIVITY_FORM.everyText(value) }))}
            onChange={(everyWeeks) => onChange({ ...weekly, everyWeeks })}
          />
        )}
      </Field>
      <Field label={ACTIVITY_FORM.until} error={error}>
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            type="date"
            style={{ width: 160 }}
            value={weekly.until ?? ''}
            onChange={({ target }) =>
              onChange({ ...weekly, until: target.value === '' ? null : target.value })
            }
          />
        )}
      </Field>
      {dates.length === 0 ? null : (
        <table className="dates" aria-label={ACTIVITY_FORM.dates(taking.length)}>
          <caption>{ACTIVITY_FORM.dates(taking.length)}</caption>
          <tbody>
            {dates.map(({ key, day, notes }) => (
              <tr key={key} className={day === null ? 'dates__dropped' : undefined}>
                <th scope="row">{dayText(day ?? key)}</th>
                <td>
                  {notes === null || day === null
                    ? null
                    : noteTexts(notes).map((text) => (
                        <span key={text} className="field__warning">
                          {text}{' '}
                        </span>
                      ))}
                </td>
                <td className="dates__acts">
                  {day === null ? (
                    <Button
                      size="small"
                      aria-label={`${ACTIVITY_FORM.takeBack} ${dayText(key)}`}
                      onClick={() => takeBack(key)}
                    >
                      {ACTIVITY_FORM.takeBack}
                    </Button>
                  ) : (
                    <>
                      <Input
                        size="small"
                        type="date"
                        aria-label={`${dayText(key)} ${ACTIVITY_FORM.moveTo}`}
                        style={{ width: 136 }}
                        value={day}
                        onChange={({ target }) => move(key, target.value)}
                      />
                      <Button
                        size="small"
                        aria-label={`${ACTIVITY_FORM.drop} ${dayText(key)}`}
                        onClick={() => drop(key)}
                      >
                        {ACTIVITY_FORM.drop}
                      </Button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
