import type { Question } from '../../../../core/domain/activity/entry/questions'
import { useState } from 'react'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, Text } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { NOTIFICATION_WORDS } from '../../../text/me/notification-preference'
import { REGISTER, listed } from '../../../text/registration/register'
import { PreferenceChoice } from '../notification-preference'
import { PartyPicker } from './party-picker'
import {
  isAsLastTime,
  lastParty,
  leftOut,
  mostIn,
  NOBODY_KNOWN,
  type RegisterForm,
  type Step,
} from './register-form'
import { useOwnHere, type Joinable } from './use-register'

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
          <Party joinable={joinable} form={form} onChange={onChange} />
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
      return <Telling form={form} wechatOff={wechatOff} fault={fault} onChange={onChange} />
  }
}

type PartProps = Pick<StepBodyProps, 'form' | 'onChange'>

/** Who comes is asked once: whoever came with one last time comes again, until one says otherwise. */
function Party({ joinable, form, onChange }: PartProps & Pick<StepBodyProps, 'joinable'>) {
  const [isKnown, setIsKnown] = useState(() => isAsLastTime(form.party, lastParty.read()))
  // Who is registered here already comes back for somebody else.
  const isAlreadyIn = useOwnHere(joinable.activity.id) !== undefined
  if (isKnown && !isAlreadyIn) {
    return (
      <>
        <Text className="sub-title">{listed(namesOf(joinable, form, REGISTER.me))}</Text>
        <Button onTap={() => setIsKnown(false)}>{REGISTER.othersButton}</Button>
      </>
    )
  }
  return (
    <PartyPicker
      household={joinable.household}
      party={form.party}
      onChange={(party) => onChange({ party })}
    />
  )
}

/** How one is told is settled for most: a sentence, and the choice behind a button. */
function Telling({
  form,
  wechatOff,
  fault,
  onChange,
}: PartProps & Pick<StepBodyProps, 'wechatOff' | 'fault'>) {
  const [isOpen, setIsOpen] = useState(false)
  if (!isOpen && !wechatOff && form.telling !== 'phone') {
    return (
      <>
        <Text className="soft">{NOTIFICATION_WORDS[form.telling]}</Text>
        <Button onTap={() => setIsOpen(true)}>{REGISTER.tellingButton}</Button>
      </>
    )
  }
  return (
    <PreferenceChoice
      form={form}
      wechatOff={wechatOff ? REGISTER.wechatOffNote : null}
      fault={fault}
      onChange={onChange}
    />
  )
}

/** The names of who comes; oneself under the word given. */
export const namesOf = ({ household }: Joinable, { party }: RegisterForm, self: string): readonly string[] =>
  party.map((id) => household?.members.find(({ familyMemberId }) => familyMemberId === id)?.name ?? self)

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

/** Most need none: that stands already, and both answers are in sight. */
function HelpWanted({ form: { wantsHelp, help }, onChange }: PartProps) {
  return (
    <>
      <Heading level={2} className="section">
        {REGISTER.helpTitle}
      </Heading>
      <Tags label={REGISTER.helpTitle}>
        <Tag
          text={REGISTER.noHelp}
          chosen={!wantsHelp}
          onTap={() => onChange({ wantsHelp: false, help: '' })}
        />
        <Tag text={REGISTER.someHelp} chosen={wantsHelp} onTap={() => onChange({ wantsHelp: true })} />
      </Tags>
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
  if (question.kind === 'yes-no') {
    return (
      <>
        <Heading level={2} className="section">
          {text}
        </Heading>
        <Tags label={question.text}>
          {YES_OR_NO.map(([value, title]) => (
            <Tag
              key={value}
              text={title}
              chosen={answer === value}
              onTap={() => onAnswer(answer === value ? '' : value)}
            />
          ))}
        </Tags>
      </>
    )
  }
  return (
    <>
      <Heading level={2} className="section">
        {text}
      </Heading>
      <Choices>
        {question.choices.map((choice) => (
          <Choice
            key={choice}
            title={choice}
            chosen={answer === choice}
            onChoose={() => onAnswer(answer === choice ? '' : choice)}
          />
        ))}
      </Choices>
    </>
  )
}

/** Each answer as it is sent, and as it is read. */
const YES_OR_NO = [
  ['yes', REGISTER.yes],
  ['no', REGISTER.no],
] as const
