import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import type { EntranceContent } from '../../core/domain/office/checked'
import { ACCESS_ANSWERS } from '../../core/domain/office/office'
import { straightLine } from '../../core/kernel/distance'
import type { Wgs84 } from '../../core/kernel/units'
import {
  COORDINATE_SOURCES,
  readCoordinates,
  type CoordinateSource,
  type CoordinatesReading,
} from '../../core/tables/coordinates'
import { Field, FormSection } from '../shared/record-form'
import { PLACE } from '../text/places'
import { newEntrance, positionText } from './place-model'

interface EntranceFieldsProps {
  readonly entrances: readonly EntranceContent[]
  readonly faults: ReadonlySet<string>
  readonly onChange: (entrances: readonly EntranceContent[]) => void
}

const QUESTIONS = [
  ['stepFree', PLACE.stepFree, PLACE.stepAnswers],
  ['ramp', PLACE.ramp, PLACE.answers],
  ['lift', PLACE.lift, PLACE.answers],
  ['accessibleToilet', PLACE.toilet, PLACE.answers],
  ['hearingLoop', PLACE.loop, PLACE.answers],
] as const

/** Each door with what somebody in a wheelchair has to know. */
export function EntranceFields({ entrances, faults, onChange }: EntranceFieldsProps) {
  const change = (id: string, more: Partial<EntranceContent>) =>
    onChange(entrances.map((one) => (one.id === id ? { ...one, ...more } : one)))
  return (
    <>
      {entrances.map((entrance, index) => (
        <FormSection key={entrance.id} title={`${PLACE.entrance(index + 1)} ${entrance.name}`}>
          <Field
            label={PLACE.entranceName}
            error={faults.has(`entrance ${entrance.id}`) ? PLACE.empty : null}
          >
            {({ status, ...control }) => (
              <Input
                {...control}
                status={status}
                style={{ maxWidth: 300 }}
                maxLength={20}
                value={entrance.name}
                onChange={({ target }) => change(entrance.id, { name: target.value })}
              />
            )}
          </Field>
          {QUESTIONS.map(([name, label, words]) => (
            <Field key={name} label={label}>
              {({ id }) => (
                <Select
                  id={id}
                  style={{ width: 160 }}
                  value={entrance[name]}
                  options={ACCESS_ANSWERS.map((value) => ({ value, label: words[value] }))}
                  onChange={(answer) => change(entrance.id, { [name]: answer })}
                />
              )}
            </Field>
          ))}
          <Field label={PLACE.door}>
            {({ id }) => (
              <InputNumber
                id={id}
                min={40}
                max={500}
                precision={0}
                value={entrance.doorWidthCm}
                onChange={(doorWidthCm) => change(entrance.id, { doorWidthCm })}
              />
            )}
          </Field>
          <PositionField
            position={entrance.position}
            onChange={(position) => change(entrance.id, { position })}
          />
          <Button onClick={() => onChange(entrances.filter(({ id }) => id !== entrance.id))}>
            {PLACE.removeEntrance}
          </Button>
        </FormSection>
      ))}
      <p>
        <Button onClick={() => onChange([...entrances, newEntrance(entrances)])}>{PLACE.addEntrance}</Button>
      </p>
    </>
  )
}

interface PositionFieldProps {
  readonly position: Wgs84 | null
  readonly onChange: (position: Wgs84 | null) => void
}

/** A position as it was copied from some map: which one is asked, and nothing stands before one pin was chosen. */
export function PositionField({ position, onChange }: PositionFieldProps) {
  const [text, setText] = useState('')
  const [source, setSource] = useState<CoordinateSource>('unknown')
  const [chosen, setChosen] = useState(0)
  const reading: CoordinatesReading | null = text.trim() === '' ? null : readCoordinates(text, source)
  const pins = reading?.kind === 'pins' ? reading.pins : []
  const pin = pins.length === 1 ? pins[0] : pins[chosen - 1]
  return (
    <>
      <Field label={PLACE.position}>{({ id }) => <output id={id}>{positionText(position)}</output>}</Field>
      <Field
        label={PLACE.paste}
        hint={PLACE.pasteHint}
        error={reading?.kind === 'unreadable' ? PLACE.pasteFails[reading.why] : null}
      >
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            style={{ maxWidth: 420 }}
            maxLength={300}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setChosen(0)
            }}
          />
        )}
      </Field>
      <Field label={PLACE.source}>
        {({ id }) => (
          <Select
            id={id}
            style={{ width: 200 }}
            value={source}
            options={COORDINATE_SOURCES.map((value) => ({ value, label: PLACE.sources[value] }))}
            onChange={(value) => {
              setSource(value)
              setChosen(0)
            }}
          />
        )}
      </Field>
      {pins.length === 0 ? null : (
        <div className="board">
          {pins.length === 1 ? null : (
            <fieldset className="conflict">
              <legend>{PLACE.whichPin}</legend>
              <Radio.Group
                value={chosen}
                options={pins.map((one, index) => ({
                  value: index + 1,
                  label: PLACE.pin(
                    PLACE.sources[one.source],
                    positionText(one.position),
                    position === null ? null : Math.round(straightLine(position, one.position)),
                  ),
                }))}
                onChange={({ target }: { target: { value?: number } }) => setChosen(target.value ?? 0)}
              />
            </fieldset>
          )}
          {pins.length === 1 && pin !== undefined ? (
            <p>
              {PLACE.pin(
                PLACE.sources[pin.source],
                positionText(pin.position),
                position === null ? null : Math.round(straightLine(position, pin.position)),
              )}
            </p>
          ) : null}
          <Button
            disabled={pin === undefined}
            onClick={() => {
              if (pin === undefined) return
              onChange(pin.position)
              setText('')
              setChosen(0)
            }}
          >
            {PLACE.usePin}
          </Button>
        </div>
      )}
    </>
  )
}
