import { Alert, Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { shanghaiDay } from '../../core/kernel/shanghai-time'
import { dayHoursText, readHoursBoard, type DayHours, type HoursBoard } from '../../core/tables/hours-board'
import { clock } from '../api/clock'
import { Field, FormSection } from '../shared/record-form'
import { PLACE, WEEKDAY_NAMES } from '../text/places'
import type { ZoneForm } from './place-model'

interface HoursFieldsProps {
  readonly zones: readonly ZoneForm[]
  readonly faults: ReadonlySet<string>
  readonly onChange: (zones: readonly ZoneForm[]) => void
}

/** The week of each zone, typed day by day or read from what the board at the door says. */
export function HoursFields({ zones, faults, onChange }: HoursFieldsProps) {
  const change = (id: string, more: Partial<ZoneForm>) =>
    onChange(zones.map((zone) => (zone.id === id ? { ...zone, ...more } : zone)))
  return (
    <>
      {zones.map((zone) => (
        <FormSection key={zone.id} title={zones.length === 1 ? PLACE.hours : `${PLACE.hours} · ${zone.name}`}>
          <Field label={PLACE.zoneName}>
            {({ id }) => (
              <Input
                id={id}
                style={{ maxWidth: 300 }}
                maxLength={20}
                value={zone.name}
                onChange={({ target }) => change(zone.id, { name: target.value })}
              />
            )}
          </Field>
          <Checkbox
            checked={zone.alwaysOpen}
            onChange={({ target }) => change(zone.id, { alwaysOpen: target.checked })}
          >
            {PLACE.alwaysOpen}
          </Checkbox>
          <Checkbox
            checked={zone.opensOnHolidays}
            onChange={({ target }) => change(zone.id, { opensOnHolidays: target.checked })}
          >
            {PLACE.opensOnHolidays}
          </Checkbox>
          {zone.alwaysOpen ? null : (
            <>
              <BoardField
                onRead={(week, opensOnHolidays) =>
                  change(zone.id, {
                    days: week,
                    ...(opensOnHolidays === null ? {} : { opensOnHolidays }),
                  })
                }
              />
              <p className="soft">{PLACE.dayHint}</p>
              <div className="week">
                {WEEKDAY_NAMES.map((name, at) => (
                  <Field
                    key={name}
                    label={name}
                    error={faults.has(`hours ${zone.id} ${at}`) ? PLACE.dayWrong : null}
                  >
                    {({ status, ...control }) => (
                      <Input
                        {...control}
                        status={status}
                        maxLength={60}
                        value={zone.days[at] ?? ''}
                        onChange={({ target }) =>
                          change(zone.id, {
                            days: zone.days.map((day, index) => (index === at ? target.value : day)),
                          })
                        }
                      />
                    )}
                  </Field>
                ))}
              </div>
            </>
          )}
        </FormSection>
      ))}
    </>
  )
}

interface BoardFieldProps {
  readonly onRead: (week: readonly string[], opensOnHolidays: boolean | null) => void
}

/** What the board says, how it reads, and what has to be asked before it may stand in the week. */
function BoardField({ onRead }: BoardFieldProps) {
  const [text, setText] = useState('')
  const [board, setBoard] = useState<HoursBoard | null>(null)
  const [answers, setAnswers] = useState<Readonly<Record<string, DayHours>>>({})
  const period = board?.periods.find(({ isNow }) => isNow) ?? null
  const read = () => {
    setBoard(readHoursBoard(text, shanghaiDay(clock.now())))
    setAnswers({})
  }
  const week = WEEKDAY_NAMES.map((_, at) => {
    const answer = Object.values(answers).find(({ days }) => days.includes(at + 1))
    const openings = answer?.openings ?? period?.week[at] ?? null
    return openings === null ? '' : dayHoursText(openings)
  })
  return (
    <>
      <Field label={PLACE.board} hint={PLACE.boardHint} isWide>
        {({ status: _status, ...control }) => (
          <div className="field__row">
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 4 }}
              maxLength={300}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Button disabled={text.trim() === ''} onClick={read}>
              {PLACE.readBoard}
            </Button>
          </div>
        )}
      </Field>
      {board === null ? null : (
        <div className="board" role="status">
          {board.notUnderstood.length > 0 ? (
            <Alert type="warning" title={PLACE.boardUnknown(board.notUnderstood)} />
          ) : null}
          {board.periods.some(({ season }) => season !== null) ? <p>{PLACE.boardSeasons}</p> : null}
          {period === null || period.asks.length === 0 ? null : (
            <>
              <p>{PLACE.boardUnsure}</p>
              {period.asks.map(({ question, answers: offered }) => (
                <fieldset key={question} className="conflict">
                  <legend>{question}</legend>
                  <Radio.Group
                    value={offered.findIndex(({ value }) => value === answers[question])}
                    options={[
                      ...offered.map(({ say }, index) => ({ value: index, label: say })),
                      { value: -1, label: PLACE.noAnswer },
                    ]}
                    onChange={({ target }: { target: { value?: number } }) => {
                      const chosen = offered[target.value ?? -1]
                      const others = Object.fromEntries(
                        Object.entries(answers).filter(([asked]) => asked !== question),
                      )
                      setAnswers(chosen === undefined ? others : { ...others, [question]: chosen.value })
                    }}
                  />
                </fieldset>
              ))}
            </>
          )}
          {period === null ? null : (
            <p>
              {PLACE.boardReads}{' '}
              {WEEKDAY_NAMES.map((name, at) => `${name} ${week[at] || PLACE.notKnown}`).join('，')}
            </p>
          )}
          <Button
            disabled={period === null || week.every((day) => day === '')}
            onClick={() => {
              onRead(week, board.opensOnHolidays)
              setBoard(null)
              setText('')
            }}
          >
            {PLACE.fillIn}
          </Button>
        </div>
      )}
    </>
  )
}
