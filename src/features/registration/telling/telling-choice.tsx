import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Heading } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { canAskConsent } from '../../../platform/subscribe/subscribe'
import { REGISTER } from '../../../text/registration/registration'
import type { RegisterForm } from '../register/register-form'

export type TellingForm = Pick<RegisterForm, 'telling' | 'phone'>

interface TellingChoiceProps {
  readonly form: TellingForm
  /** What to say where WeChat's dialogue was answered with no. */
  readonly wechatOff: string | null
  readonly fault: string | null
  readonly onChange: (change: Partial<TellingForm>) => void
}

/** How to be told of changes; WeChat only where it can be asked. */
export function TellingChoice({ form: { telling, phone }, wechatOff, fault, onChange }: TellingChoiceProps) {
  return (
    <>
      <Heading level={2} className="section">
        {REGISTER.tellingTitle}
      </Heading>
      {wechatOff === null ? null : <Note>{wechatOff}</Note>}
      <Choices>
        {canAskConsent ? (
          <Choice
            title={REGISTER.byWechat}
            hint={REGISTER.byWechatHint}
            chosen={telling === 'wechat'}
            onChoose={() => onChange({ telling: 'wechat' })}
          />
        ) : null}
        <Choice
          title={REGISTER.byPhone}
          hint={REGISTER.byPhoneHint}
          chosen={telling === 'phone'}
          onChoose={() => onChange({ telling: 'phone' })}
        />
        <Choice
          title={REGISTER.byNone}
          hint={REGISTER.byNoneHint}
          chosen={telling === 'none'}
          onChoose={() => onChange({ telling: 'none' })}
        />
      </Choices>
      {telling === 'phone' ? (
        <Field
          label={REGISTER.phone}
          hint={REGISTER.phoneHint}
          value={phone}
          keys="phone"
          longest={20}
          fault={fault}
          onChange={(typed) => onChange({ phone: typed })}
        />
      ) : null}
    </>
  )
}
