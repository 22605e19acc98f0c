import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useState, type ComponentProps } from 'react'
import type { DraftContent } from '../../core/contract/activity/draft'
import type { DeskHolder } from '../../core/contract/desk'
import { TOPIC_NAMES, TOPICS } from '../../core/domain/activity/activity'
import type { Missing } from '../../core/domain/activity/planning/draft'
import {
  addDays,
  clockText,
  instantAt,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  toIso,
  type ShanghaiDay,
} from '../../core/kernel/shanghai-time'
import { ACCESS_ANSWERS } from '../../core/domain/office/office'
import { fullMomentText } from '../../src/text/time'
import { newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { Field, FormSection, type ControlProps } from '../shared/record-form'
import { ACTIVITY_FORM, MISSING } from '../text/activity-form'
import { minuteFrom, momentOfFirst, type ActivityForm, type Warnings } from './activity-form-model'
import { PhotoField } from './photo-field'
import { SeriesDates, type NotedDate } from './series-dates'

interface ActivityFieldsProps {
  readonly form: ActivityForm
  readonly holder: DeskHolder
  readonly warnings: Warnings
  /** Red once it was to be handed in. */
  readonly missing: readonly Missing[]
  readonly dates: readonly NotedDate[]
  readonly photo: PhotoActs
  readonly onChange: (form: ActivityForm) => void
}

/** The fields in reading order; what is odd stands beside each. */
export function ActivityFields(props: ActivityFieldsProps) {
  const { form, holder, warnings, missing, dates, photo, onChange } = props
  const { content, publishAt } = form
  const set = (more: Partial<DraftContent>) => onChange({ ...form, content: { ...content, ...more } })
  const isMissing = (name: Missing) => (missing.includes(name) ? MISSING[name] : null)
  const isStreet = holder.posts.some(({ role }) => role === 'editor' || role === 'admin')
  const own = isStreet ? holder.offices : holder.posts.flatMap(({ offices }) => offices)
  return (
    <>
      <FormSection title={ACTIVITY_FORM.what}>
        <TextField
          label={ACTIVITY_FORM.name}
          value={content.title}
          longest={40}
          error={isMissing('title')}
          warnings={warnings.title}
          onChange={(title) => set({ title })}
        />
        <Field label={ACTIVITY_FORM.topic}>
          {({ id }) => (
            <Select
              id={id}
              style={{ width: 160 }}
              value={content.topic}
              options={TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value] }))}
              onChange={(topic) => set({ topic })}
            />
          )}
        </Field>
      </FormSection>
      <FormSection title={ACTIVITY_FORM.when}>
        <Field
          label={content.weekly === null ? ACTIVITY_FORM.day : ACTIVITY_FORM.firstDay}
          error={isMissing('day')}
          warnings={warnings.day}
        >
          {({ status, ...control }) => (
            <div className="field__row">
              <Input
                {...control}
                status={status}
                type="date"
                style={{ width: 160 }}
                value={content.day ?? ''}
                onChange={({ target }) => set({ day: target.value === '' ? null : target.value })}
              />
              {content.day === null ? null : <strong>{weekdayOf(content.day)}</strong>}
            </div>
          )}
        </Field>
        <TimesField
          from={content.startMinute}
          to={content.endMinute}
          error={isMissing('startMinute') ?? isMissing('endMinute')}
          warnings={warnings.time}
          onChange={(startMinute, endMinute) => set({ startMinute, endMinute })}
        />
        {content.weekly === null ? null : (
          <SeriesDates
            weekly={content.weekly}
            dates={dates}
            error={isMissing('until')}
            onChange={(weekly) => set({ weekly })}
          />
        )}
      </FormSection>
      <FormSection title={ACTIVITY_FORM.where}>
        <Field label={ACTIVITY_FORM.office}>
          {({ id }) => (
            <Select
              id={id}
              style={{ width: 300 }}
              showSearch={{ optionFilterProp: 'label' }}
              value={content.officeId ?? ''}
              options={[
                ...(isStreet ? [{ value: '', label: ACTIVITY_FORM.noOffice }] : []),
                ...own.map((office) => ({ value: office.id, label: office.name })),
              ]}
              onChange={(officeId) => set({ officeId: officeId === '' ? null : officeId })}
            />
          )}
        </Field>
        <TextField
          label={ACTIVITY_FORM.place}
          value={content.place}
          longest={40}
          hint={ACTIVITY_FORM.placeHint}
          error={isMissing('place')}
          onChange={(place) => set({ place })}
        />
      </FormSection>
      <FormSection title={ACTIVITY_FORM.wordsSection}>
        <WordFields
          content={content}
          warnings={warnings}
          photo={photo}
          photoError={isMissing('photo')}
          onChange={set}
        />
      </FormSection>
      {content.kind === 'registered' ? (
        <Terms content={content} warnings={warnings} error={isMissing('capacity')} onChange={set} />
      ) : (
        <Workshops content={content} warnings={warnings} error={isMissing('workshops')} onChange={set} />
      )}
      <FormSection title={ACTIVITY_FORM.facts}>
        <FactFields content={content} warnings={warnings} onChange={set} />
      </FormSection>
      <FormSection title={ACTIVITY_FORM.publishing}>
        <Field label={ACTIVITY_FORM.publishAt} warnings={warnings.publishAt}>
          {({ status, ...control }) => (
            <div className="field__row">
              <Radio.Group
                value={publishAt !== null}
                options={[
                  { value: false, label: ACTIVITY_FORM.publishAtOnce },
                  { value: true, label: ACTIVITY_FORM.publishLater },
                ]}
                onChange={({ target }) =>
                  onChange({ ...form, publishAt: target.value === true ? tomorrowMorning() : null })
                }
              />
              {publishAt === null ? null : (
                <Input
                  {...control}
                  status={status}
                  aria-label={ACTIVITY_FORM.publishAt}
                  type="datetime-local"
                  style={{ width: 210 }}
                  value={localText(publishAt)}
                  onChange={({ target }) => {
                    const at = fromLocalText(target.value)
                    if (at !== null) onChange({ ...form, publishAt: at })
                  }}
                />
              )}
            </div>
          )}
        </Field>
      </FormSection>
    </>
  )
}

const weekdayOf = (day: string): string =>
  fullMomentText(instantAt(day as ShanghaiDay, 0)).replace(/^.*（(.*)）.*$/, '$1')

/** What an input of the browser takes: the clock of Shanghai, whatever the PC's is. */
const localText = (iso: string): string => {
  const at = parseInstant(iso)
  return `${shanghaiDay(at)}T${clockText(minuteOfDay(at)).padStart(5, '0')}`
}
/** The instant of `2026-12-07T09:00` in Shanghai; `null` for anything else. */
export function fromLocalText(text: string): string | null {
  const [day = '', time = ''] = text.split('T')
  const minute = minuteFrom(time)
  return day === '' || minute === null ? null : toIso(instantAt(day as ShanghaiDay, minute))
}
const tomorrowMorning = (): string => toIso(instantAt(addDays(shanghaiDay(clock.now()), 1), 9 * 60))

interface PartProps {
  readonly content: DraftContent
  readonly warnings: Warnings
  readonly onChange: (more: Partial<DraftContent>) => void
}

/** What sending a photo needs of the form around it. */
export type PhotoActs = Pick<ComponentProps<typeof PhotoField>, 'activityId' | 'onStored'>

interface WordFieldsProps extends PartProps {
  readonly photo: PhotoActs
  readonly photoError: string | null
}

/** Words that 改错 may change too: text, what to bring, host, for whom, the photo. */
export function WordFields({ content, warnings, photo, photoError, onChange }: WordFieldsProps) {
  return (
    <>
      <Field label={ACTIVITY_FORM.about} warnings={warnings.about} hint={ACTIVITY_FORM.aboutHint}>
        {({ status, ...control }) => (
          <Input.TextArea
            {...control}
            status={status}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={content.about.join('\n')}
            onChange={({ target }) =>
              onChange({ about: target.value === '' ? [] : target.value.split('\n') })
            }
          />
        )}
      </Field>
      <TextField
        label={ACTIVITY_FORM.bring}
        value={content.bring}
        longest={100}
        onChange={(bring) => onChange({ bring })}
      />
      <TextField
        label={ACTIVITY_FORM.forWhom}
        value={content.forWhom}
        longest={60}
        onChange={(forWhom) => onChange({ forWhom })}
      />
      <TextField
        label={ACTIVITY_FORM.host}
        value={content.host}
        longest={40}
        onChange={(host) => onChange({ host })}
      />
      <PhotoField
        {...photo}
        // What a desk of before left in this browser has no such field.
        photo={content.photo ?? null}
        error={photoError}
        onChange={(changed) => onChange({ photo: changed })}
      />
    </>
  )
}

/** Access, facilities and the telephone. */
export function FactFields({ content, warnings, onChange }: PartProps) {
  const { access, amenities } = content
  const answers = ACCESS_ANSWERS.map((value) => ({ value, label: ACTIVITY_FORM.answers[value] }))
  const names = { ...ACTIVITY_FORM.access, ...ACTIVITY_FORM.amenities }
  const values = { ...access, ...amenities }
  const isAccess = (name: string): name is keyof typeof ACTIVITY_FORM.access => name in ACTIVITY_FORM.access
  return (
    <>
      <TextField
        label={ACTIVITY_FORM.phone}
        value={amenities.servicePhone}
        longest={25}
        warnings={warnings.phone}
        onChange={(servicePhone) => onChange({ amenities: { ...amenities, servicePhone } })}
      />
      {(Object.keys(names) as (keyof typeof names)[]).map((name) => (
        <Field key={name} label={names[name]}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={names[name]}
              value={values[name]}
              options={answers}
              onChange={({ target }) => {
                const value = target.value as (typeof ACCESS_ANSWERS)[number]
                if (isAccess(name)) onChange({ access: { ...access, [name]: value } })
                else onChange({ amenities: { ...amenities, [name]: value } })
              }}
            />
          )}
        </Field>
      ))}
    </>
  )
}

interface TermsProps extends PartProps {
  readonly error: string | null
}

function Terms({ content, warnings, error, onChange }: TermsProps) {
  const { capacity, waitlistLimit, minAge, maxAge, coolDown, questions } = content
  return (
    <FormSection title={ACTIVITY_FORM.terms}>
      <Field label={ACTIVITY_FORM.capacity} error={error}>
        {(control) => (
          <NumberField
            control={control}
            value={capacity}
            most={10_000}
            after={ACTIVITY_FORM.persons}
            onChange={(value) => onChange({ capacity: value })}
          />
        )}
      </Field>
      <BeforeField
        label={ACTIVITY_FORM.opens}
        none={ACTIVITY_FORM.opensAtOnce}
        which="opens"
        content={content}
        warnings={warnings.opens}
        onChange={onChange}
      />
      <BeforeField
        label={ACTIVITY_FORM.closes}
        none={ACTIVITY_FORM.closesAtStart}
        which="closes"
        content={content}
        warnings={warnings.closes}
        onChange={onChange}
      />
      <Field label={ACTIVITY_FORM.ages} warnings={warnings.ages} hint={ACTIVITY_FORM.ageHint}>
        {(control) => (
          <div className="field__row">
            <NumberField
              control={control}
              value={minAge}
              most={120}
              onChange={(value) => onChange({ minAge: value })}
            />
            <span>{ACTIVITY_FORM.ageTo}</span>
            <NumberField
              control={{ ...control, id: `${control.id}-to` }}
              name={`${ACTIVITY_FORM.ages} ${ACTIVITY_FORM.ageTo}`}
              value={maxAge}
              most={120}
              onChange={(value) => onChange({ maxAge: value })}
            />
          </div>
        )}
      </Field>
      <Field label={ACTIVITY_FORM.waitlist}>
        {(control) => (
          <NumberField
            control={control}
            value={waitlistLimit}
            least={0}
            most={1_000}
            after={ACTIVITY_FORM.parties}
            onChange={(value) => onChange({ waitlistLimit: value ?? 0 })}
          />
        )}
      </Field>
      <Field label="">
        {({ id }) => (
          <Checkbox
            id={id}
            checked={coolDown}
            onChange={({ target }) => onChange({ coolDown: target.checked })}
          >
            {ACTIVITY_FORM.coolDown}
          </Checkbox>
        )}
      </Field>
      <Field label={ACTIVITY_FORM.questions}>
        {({ id }) => (
          <div id={id}>
            {questions.map((question, at) => {
              const change = (more: Partial<typeof question>) =>
                onChange({
                  questions: questions.map((one, place) => (place === at ? { ...one, ...more } : one)),
                })
              return (
                <div key={question.id} className="field__row">
                  <Input
                    aria-label={ACTIVITY_FORM.question(at + 1)}
                    style={{ width: 260 }}
                    maxLength={60}
                    value={question.text}
                    onChange={({ target }) => change({ text: target.value })}
                  />
                  <Select
                    aria-label={`${ACTIVITY_FORM.question(at + 1)} ${ACTIVITY_FORM.questionKind}`}
                    style={{ width: 120 }}
                    value={question.kind}
                    options={(['text', 'choice', 'yes-no'] as const).map((value) => ({
                      value,
                      label: ACTIVITY_FORM.questionKinds[value],
                    }))}
                    onChange={(kind) => change({ kind })}
                  />
                  {question.kind === 'choice' ? (
                    <Input
                      aria-label={`${ACTIVITY_FORM.question(at + 1)} ${ACTIVITY_FORM.choices}`}
                      placeholder={ACTIVITY_FORM.choices}
                      style={{ width: 220 }}
                      value={question.choices.join('、')}
                      onChange={({ target }) =>
                        change({
                          choices: target.value
                            .split(/[、,，]/)
                            .filter((choice) => choice !== '')
                            .slice(0, 10),
                        })
                      }
                    />
                  ) : null}
                  <Checkbox
                    checked={question.required}
                    onChange={({ target }) => change({ required: target.checked })}
                  >
                    {ACTIVITY_FORM.required}
                  </Checkbox>
                  <Button
                    onClick={() => onChange({ questions: questions.filter((_, place) => place !== at) })}
                  >
                    {ACTIVITY_FORM.remove}
                  </Button>
                </div>
              )
            })}
            {questions.length < 5 ? (
              <Button
                onClick={() =>
                  onChange({
                    questions: [
                      ...questions,
                      {
                        id: `q${newRequestId().slice(0, 8)}`,
                        text: '',
                        required: false,
                        kind: 'text',
                        choices: [],
                        longest: 100,
                      },
                    ],
                  })
                }
              >
                {ACTIVITY_FORM.addQuestion}
              </Button>
            ) : null}
          </div>
        )}
      </Field>
    </FormSection>
  )
}

function Workshops({ content, warnings, error, onChange }: TermsProps) {
  const { workshops } = content
  return (
    <FormSection title={ACTIVITY_FORM.workshops}>
      {workshops.map((workshop, at) => {
        const change = (more: Partial<typeof workshop>) =>
          onChange({ workshops: workshops.map((one, place) => (place === at ? { ...one, ...more } : one)) })
        const name = ACTIVITY_FORM.workshop(at + 1)
        return (
          <Field key={at} label={name}>
            {(control) => (
              <div className="field__row">
                <Input
                  id={control.id}
                  style={{ width: 200 }}
                  maxLength={40}
                  value={workshop.title}
                  onChange={({ target }) => change({ title: target.value })}
                />
                <TimeInput
                  name={`${name} ${ACTIVITY_FORM.from}`}
                  minute={workshop.startMinute}
                  onChange={(startMinute) => change({ startMinute })}
                />
                <span>–</span>
                <TimeInput
                  name={`${name} ${ACTIVITY_FORM.to}`}
                  minute={workshop.endMinute}
                  onChange={(endMinute) => change({ endMinute })}
                />
                <NumberField
                  control={{ ...control, id: `${control.id}-seats` }}
                  name={`${name} ${ACTIVITY_FORM.capacity}`}
                  value={workshop.capacity}
                  most={10_000}
                  after={ACTIVITY_FORM.persons}
                  onChange={(capacity) => change({ capacity })}
                />
                <Button onClick={() => onChange({ workshops: workshops.filter((_, place) => place !== at) })}>
                  {ACTIVITY_FORM.remove}
                </Button>
              </div>
            )}
          </Field>
        )
      })}
      <Field
        label=""
        error={error}
        {...(warnings.workshops === undefined ? {} : { warnings: warnings.workshops })}
      >
        {({ id }) => (
          <Button
            id={id}
            onClick={() =>
              onChange({
                workshops: [
                  ...workshops,
                  {
                    title: '',
                    place: '',
                    startMinute: content.startMinute,
                    endMinute: content.endMinute,
                    capacity: null,
                    minAge: null,
                    maxAge: null,
                  },
                ],
              })
            }
          >
            {ACTIVITY_FORM.addWorkshop}
          </Button>
        )}
      </Field>
    </FormSection>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly error?: string | null
  readonly warnings?: readonly string[] | undefined
  readonly hint?: string
  readonly onChange: (value: string) => void
}

export const TextField = ({
  label,
  value,
  longest,
  error = null,
  warnings = [],
  hint,
  onChange,
}: TextFieldProps) => (
  <Field label={label} error={error} warnings={warnings} {...(hint === undefined ? {} : { hint })}>
    {({ status, ...control }) => (
      <Input
        {...control}
        status={status}
        maxLength={longest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)

interface NumberFieldProps {
  readonly control: ControlProps
  readonly name?: string
  readonly value: number | null
  readonly least?: number
  readonly most: number
  readonly after?: string
  readonly onChange: (value: number | null) => void
}

function NumberField({ control, name, value, least = 1, most, after, onChange }: NumberFieldProps) {
  const { status, ...rest } = control
  return (
    <span className="field__row">
      <InputNumber
        {...rest}
        {...(name === undefined ? {} : { 'aria-label': name })}
        status={status}
        style={{ width: 96 }}
        min={least}
        max={most}
        precision={0}
        controls={false}
        value={value}
        onChange={onChange}
      />
      {after === undefined ? null : <span>{after}</span>}
    </span>
  )
}

interface TimesFieldProps {
  readonly from: number | null
  readonly to: number | null
  readonly error: string | null
  readonly warnings?: readonly string[] | undefined
  readonly onChange: (from: number | null, to: number | null) => void
}

function TimesField({ from, to, error, warnings = [], onChange }: TimesFieldProps) {
  return (
    <Field label={`${ACTIVITY_FORM.from}–${ACTIVITY_FORM.to}`} error={error} warnings={warnings}>
      {({ id, status }) => (
        <div className="field__row">
          <TimeInput
            id={id}
            name={ACTIVITY_FORM.from}
            status={status}
            minute={from}
            onChange={(minute) => onChange(minute, to)}
          />
          <span>–</span>
          <TimeInput
            name={ACTIVITY_FORM.to}
            status={status}
            minute={to}
            onChange={(minute) => onChange(from, minute)}
          />
        </div>
      )}
    </Field>
  )
}

interface TimeInputProps {
  readonly id?: string
  readonly name: string
  readonly status?: ControlProps['status']
  readonly minute: number | null
  readonly onChange: (minute: number | null) => void
}

/** A time as people type it, 9:00, 9：00 or 900; put in its one form when it is left. */
export function TimeInput({ id, name, status = '', minute, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      aria-label={name}
      status={status}
      placeholder="9:00"
      style={{ width: 84 }}
      value={typed ?? (minute === null ? '' : clockText(minute))}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(minuteFrom(target.value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

interface BeforeFieldProps {
  readonly label: string
  readonly none: string
  readonly which: 'opens' | 'closes'
  readonly content: DraftContent
  readonly warnings?: readonly string[] | undefined
  readonly onChange: (more: Partial<DraftContent>) => void
}

/** So many days before each date; beside it when that is for the first. */
function BeforeField({ label, none, which, content, warnings = [], onChange }: BeforeFieldProps) {
  const before = content[which]
  const first = momentOfFirst(content, which)
  return (
    <Field label={label} warnings={warnings}>
      {(control) => (
        <div className="field__row">
          <Radio.Group
            aria-label={label}
            value={before !== null}
            options={[
              { value: false, label: none },
              { value: true, label: ACTIVITY_FORM.publishLater },
            ]}
            onChange={({ target }) =>
              onChange({
                [which]: target.value === true ? { days: which === 'opens' ? 7 : 1, minute: 540 } : null,
              })
            }
          />
          {before === null ? null : (
            <>
              <NumberField
                control={control}
                name={`${label} ${ACTIVITY_FORM.daysBefore}`}
                value={before.days}
                least={0}
                most={90}
                after={ACTIVITY_FORM.daysBefore}
                onChange={(days) => onChange({ [which]: { ...before, days: days ?? 0 } })}
              />
              <TimeInput
                name={`${label} ${ACTIVITY_FORM.from}`}
                minute={before.minute}
                onChange={(minute) => minute !== null && onChange({ [which]: { ...before, minute } })}
              />
              {first === null ? null : <span className="soft">{fullMomentText(first)}</span>}
            </>
          )}
        </div>
      )}
    </Field>
  )
}
