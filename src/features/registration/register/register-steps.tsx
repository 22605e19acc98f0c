import type { Question } from '../../../../core/domain/activity/entry/questions'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Heading, Text } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { REGISTER } from '../../../text/registration/register'
import { PreferenceChoice } from '../notification-preference'
import { PartyPicker } from './party-picker'
import { leftOut, mostIn, NOBODY_KNOWN, type RegisterForm, type Step } from './register-form'
import type { Joinable } from './use-register'

export interface StepBodyProps {
  readonly step: Step
  readonly joinable: Joinable
  readonly form: RegisterForm
  readonly wechatOff: boolean
  /** What is wrong with a field; null until one tried to go on. */
  readonly fault: string | null
  readonly onChange: (change: Partial<RegisterForm>) => void
}

/** One step of registering, whichever way the steps are laid out. */
export function StepBody({ step, joinable, form, wechatOff, fault, onChange }: StepBodyProps) {
  switch (step.kind) {
    case 'party':
      return (
        <>
          <Heading level={2} className="section">
            {REGISTER.who}
          </Heading>
          <PartyPicker
            household={joinable.household}
            party={form.party}
            onChange={(party) => onChange({ party })}
          />
          <LeftOut joinable={joinable} form={form} />
        </>
      )
    case 'own-year':
      return (
        <>
          <Field
            label={REGISTER.ownYearTitle}
            hint={REGISTER.ownYearHint}
            value={form.ownYear}
            keys="number"
            longest={4}
            fault={fault}
            onChange={(ownYear) => onChange({ ownYear })}
          />
          <Text className="soft small">{REGISTER.ownYearWhy}</Text>
        </>
      )
    case 'question':
      return (
        <QuestionField
          question={step.question}
          answer={form.answers[step.question.id] ?? ''}
          onAnswer={(answer) => onChange({ answers: { ...form.answers, [step.question.id]: answer } })}
        />
      )
    case 'help':
      return <HelpWanted form={form} onChange={onChange} />
    case 'telling':
      return (
        <PreferenceChoice
          form={form}
          wechatOff={wechatOff ? REGISTER.wechatOffNote : null}
          fault={fault}
          onChange={onChange}
        />
      )
  }
}

/** Too many at once, and who is not ticked for that or for their age: said while one picks, before anything is sent. */
function LeftOut({ joinable, form: { party } }: Pick<StepBodyProps, 'joinable' | 'form'>) {
  const { activity, terms, household } = joinable
  const most = mostIn(terms)
  if (party.length > most) return <Note>{REGISTER.tooManyError(most, party.length)}</Note>
  const { byLimit, byAge } = leftOut(household ?? NOBODY_KNOWN, party, terms, parseInstant(activity.startsAt))
  return (
    <>
      {byLimit.length === 0 ? null : <Note>{REGISTER.leftOutByLimitNote(most, byLimit)}</Note>}
      {byAge.length === 0 ? null : <Note>{REGISTER.leftOutByAgeNote(byAge)}</Note>}
    </>
  )
}

/** 需要帮忙: asked of everybody, answered by a tap. */
function HelpWanted({ form: { wantsHelp, help }, onChange }: Pick<StepBodyProps, 'form' | 'onChange'>) {
  return (
    <>
      <Heading level={2} className="section">
        {REGISTER.helpTitle}
      </Heading>
      <Choices>
        <Choice
          title={REGISTER.help}
          hint={REGISTER.helpHint}
          chosen={wantsHelp}
          onChoose={() => onChange({ wantsHelp: !wantsHelp })}
        />
      </Choices>
      {wantsHelp ? (
        <Field
          label={REGISTER.helpWhat}
          hint={REGISTER.helpExample}
          value={help}
          longest={100}
          onChange={(typed) => onChange({ help: typed })}
        />
      ) : null}
    </>
  )
}

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: string
  readonly onAnswer: (answer: string) => void
}

/** One question of an activity, in the form that it asks for. */
function QuestionField({ question, answer, onAnswer }: QuestionFieldProps) {
  const text = `${question.text}${question.required ? '' : REGISTER.optional}`
  if (question.kind === 'text') {
    return (
      <Field
        label={text}
        hint={REGISTER.answerHint}
        value={answer}
        longest={question.longest}
        onChange={onAnswer}
      />
    )
  }
  return (
    <>
      <Heading level={2} className="section">
        {text}
      </Heading>
      <Choices>
        {choicesOf(question).map(([value, title]) => (
          <Choice
            key={value}
            title={title}
            chosen={answer === value}
            onChoose={() => onAnswer(answer === value ? '' : value)}
          />
        ))}
      </Choices>
    </>
  )
}

/** Each answer as it is sent, and as it is read. */
const choicesOf = (question: Exclude<Question, { kind: 'text' }>): readonly (readonly [string, string])[] =>
  question.kind === 'choice'
    ? question.choices.map((choice) => [choice, choice])
    : [
        ['yes', REGISTER.yes],
        ['no', REGISTER.no],
      ]
