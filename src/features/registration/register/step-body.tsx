import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Heading, Text } from '../../../components/elements/elements'
import { REGISTER } from '../../../text/registration/registration'
import { PartyPicker } from '../party/party-picker'
import { QuestionField } from './question-field'
import type { RegisterForm, Step } from './register-form'
import { TellingChoice } from '../telling/telling-choice'
import type { Joinable } from './use-joinable'

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
        <TellingChoice
          form={form}
          wechatOff={wechatOff ? REGISTER.wechatOff : null}
          fault={fault}
          onChange={onChange}
        />
      )
  }
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
