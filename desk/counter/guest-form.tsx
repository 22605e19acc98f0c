import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { CounterActivity } from '../../core/contract/registration/counter'
import { COUNTER } from '../text/counter'
import { whenText } from '../text/when'
import { asksForAge, asksForCompound, type FormFaults, type FormField, type GuestForm } from './counter-model'

interface GuestFormProps {
  readonly form: GuestForm
  readonly activities: readonly CounterActivity[]
  readonly activity: CounterActivity | null
  readonly compounds: readonly { readonly id: string; readonly name: string }[]
  readonly faults: FormFaults
  readonly onType: (change: Partial<GuestForm>) => void
}

/** Who, how many, which telephone, and whether to help; what the activity itself asks comes below. */
export function GuestFields({ form, activities, activity, compounds, faults, onType }: GuestFormProps) {
  const adults = form.persons - form.children
  const wrong = (field: FormField) =>
    faults[field] === undefined ? {} : { status: 'error' as const, 'aria-invalid': true }
  return (
    <div className="guest">
      <Field label={COUNTER.activity} fault={faults.activity} isWide>
        <Select
          aria-label={COUNTER.activity}
          className="guest__activity"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={COUNTER.activityHint}
          value={activity?.activityId ?? null}
          options={activities.map((one) => ({
            value: one.activityId,
            label: COUNTER.option(whenText(one.startsAt), one.title, one.free, one.waiting),
          }))}
          onChange={(activityId: string) => onType({ activityId })}
        />
        {activity === null ? null : <Phase activity={activity} />}
      </Field>
      <Field label={COUNTER.called} fault={faults.called}>
        <Input
          aria-label={COUNTER.called}
          autoFocus
          placeholder={COUNTER.calledHint}
          value={form.called}
          {...wrong('called')}
          onChange={({ target }) => onType({ called: target.value })}
        />
      </Field>
      <Field label={COUNTER.persons} fault={faults.persons}>
        <Radio.Group
          aria-label={COUNTER.persons}
          optionType="button"
          value={form.persons}
          options={Array.from({ length: activity?.largestParty ?? 5 }, (_, at) => at + 1)}
          onChange={({ target }) => onType({ persons: Number(target.value) })}
        />
        <label className="guest__beside">
          {COUNTER.children}
          <InputNumber
            min={0}
            max={form.persons}
            value={form.children}
            onChange={(children) => onType({ children: children ?? 0 })}
          />
        </label>
      </Field>
      <Field label={COUNTER.phone} fault={faults.phone}>
        <Input
          aria-label={COUNTER.phone}
          inputMode="tel"
          disabled={form.hasNoPhone}
          value={form.hasNoPhone ? '' : form.phone}
          {...wrong('phone')}
          onChange={({ target }) => onType({ phone: target.value })}
        />
        <Checkbox
          className="guest__beside"
          checked={form.hasNoPhone}
          onChange={({ target }) => onType({ hasNoPhone: target.checked })}
        >
          {COUNTER.noPhone}
        </Checkbox>
      </Field>
      <Field label={COUNTER.help}>
        <Checkbox checked={form.wantsHelp} onChange={({ target }) => onType({ wantsHelp: target.checked })}>
          {COUNTER.help}
        </Checkbox>
        {form.wantsHelp ? (
          <Input
            aria-label={COUNTER.helpHow}
            placeholder={COUNTER.helpHow}
            maxLength={100}
            value={form.help}
            onChange={({ target }) => onType({ help: target.value })}
          />
        ) : null}
      </Field>
      {activity !== null && asksForAge(activity) && adults > 0 ? (
        <Field label={COUNTER.bornTitle} fault={faults.adultYears}>
          <Years
            count={adults}
            label={COUNTER.bornYear}
            years={form.adultYears}
            onType={(adultYears) => onType({ adultYears })}
          />
        </Field>
      ) : null}
      {form.children > 0 ? (
        <Field label={COUNTER.children} fault={faults.childYears ?? faults.guardian}>
          <Years
            count={form.children}
            label={COUNTER.childYear}
            years={form.childYears}
            onType={(childYears) => onType({ childYears })}
          />
          <Checkbox
            checked={form.guardianConsent}
            onChange={({ target }) => onType({ guardianConsent: target.checked })}
          >
            {COUNTER.guardian}
          </Checkbox>
        </Field>
      ) : null}
      {activity !== null && asksForCompound(activity) ? (
        <Field label={COUNTER.compound} fault={faults.compound}>
          <Select
            aria-label={COUNTER.compound}
            className="guest__activity"
            showSearch={{ optionFilterProp: 'label' }}
            value={form.compoundId}
            options={compounds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(compoundId: string) => onType({ compoundId })}
          />
        </Field>
      ) : null}
      {activity?.questions.map((question) => (
        <Field key={question.id} label={question.text} fault={faults[`answer-${question.id}`]}>
          <Answer
            question={question}
            answer={form.answers[question.id] ?? ''}
            onAnswer={(answer) => onType({ answers: { ...form.answers, [question.id]: answer } })}
          />
        </Field>
      ))}
      <Field label={COUNTER.consent} isWide>
        <Radio.Group
          aria-label={COUNTER.consent}
          value={form.consent}
          options={[
            { value: 'oral', label: COUNTER.oral },
            { value: 'written', label: COUNTER.written },
          ]}
          onChange={({ target }) => onType({ consent: target.value === 'written' ? 'written' : 'oral' })}
        />
      </Field>
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly fault?: string | undefined
  readonly isWide?: boolean
  readonly children: ReactNode
}

const Field = ({ label, fault, isWide = false, children }: FieldProps) => (
  <div className={isWide ? 'guest__field guest__field--wide' : 'guest__field'}>
    <div className="guest__label">{label}</div>
    <div className="guest__control">{children}</div>
    {fault === undefined ? null : (
      <div className="guest__fault" role="alert">
        {fault}
      </div>
    )}
  </div>
)

const Phase = ({ activity: { phase, opensAt } }: { readonly activity: CounterActivity }) =>
  phase === 'open' ? null : (
    <span className="guest__beside state state--bad">
      {phase === 'closed' ? COUNTER.closed : COUNTER.notOpen(opensAt === null ? '' : whenText(opensAt))}
    </span>
  )

interface YearsProps {
  readonly count: number
  readonly label: (at: number) => string
  readonly years: readonly string[]
  readonly onType: (years: readonly string[]) => void
}

const Years = ({ count, label, years, onType }: YearsProps) => (
  <>
    {Array.from({ length: count }, (_, at) => (
      <Input
        key={at}
        aria-label={label(at + 1)}
        className="guest__year"
        inputMode="numeric"
        placeholder="1950"
        value={years[at] ?? ''}
        onChange={({ target }) =>
          onType(Array.from({ length: count }, (_, one) => (one === at ? target.value : (years[one] ?? ''))))
        }
      />
    ))}
  </>
)

interface AnswerProps {
  readonly question: CounterActivity['questions'][number]
  readonly answer: string
  readonly onAnswer: (answer: string) => void
}

function Answer({ question, answer, onAnswer }: AnswerProps) {
  if (question.kind === 'text') {
    return (
      <Input
        aria-label={question.text}
        maxLength={question.longest}
        value={answer}
        onChange={({ target }) => onAnswer(target.value)}
      />
    )
  }
  const choices =
    question.kind === 'choice'
      ? question.choices.map((choice) => ({ value: choice, label: choice }))
      : [
          { value: 'yes', label: COUNTER.yes },
          { value: 'no', label: COUNTER.no },
        ]
  return (
    <Radio.Group
      aria-label={question.text}
      value={answer}
      options={choices}
      onChange={({ target }) => onAnswer(String(target.value))}
    />
  )
}
