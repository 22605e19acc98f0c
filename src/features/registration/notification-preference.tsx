import { isPhone, phoneFrom } from '../../../core/shapes/phone'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { RegistrationPage } from '../../../core/contract/registration/registration'
import type { Template } from '../../../core/domain/registration/messages/notice'
import { queries } from '../../api/queries'
import { Button, ButtonRow } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { Field } from '../../components/controls/field'
import { Text, Heading } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { canAskConsent, askConsent } from '../../platform/subscribe/subscribe'
import { SENDING } from '../../text/sending'
import { NOTIFICATION, NOTIFICATION_WORDS } from '../../text/me/notification-preference'
import { REGISTER } from '../../text/registration/register'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import type { RegisterForm } from './register/register-form'

interface NotificationPreferenceProps {
  readonly page: RegistrationPage
  /** Which registration it is, where several stand on one page. */
  readonly children?: ReactNode
}

/** How one is told of changes to one registration, and another choice. */
export function NotificationPreference({ page, children }: NotificationPreferenceProps) {
  const [form, setForm] = useState<PreferenceForm | null>(null)
  const [tried, setTried] = useState(false)
  const { state, wechatOff, save, forget } = useNotificationPreference(page)
  const close = () => {
    forget()
    setTried(false)
    setForm(null)
  }
  if (form === null) {
    return (
      <Card>
        {children}
        <Text>{NOTIFICATION_WORDS[page.telling]}</Text>
        <Button
          label={NOTIFICATION.changeLabel(page.activity.title)}
          onTap={() => setForm({ telling: page.telling, phone: '' })}
        >
          {NOTIFICATION.change}
        </Button>
      </Card>
    )
  }
  const fault = form.telling === 'phone' && !isPhone(form.phone) ? REGISTER.phoneError(form.phone) : null
  const submit = async () => {
    setTried(true)
    if (fault === null && (await save(form))) close()
  }
  return (
    <Card>
      {children}
      <PreferenceChoice
        form={form}
        wechatOff={wechatOff ? NOTIFICATION.wechatOff : null}
        fault={tried ? fault : null}
        onChange={(change) => setForm({ ...form, ...change })}
      />
      <MutationNote state={state} notSent={NOTIFICATION.notSaved} />
      <ButtonRow>
        <Button onTap={close}>{NOTIFICATION.close}</Button>
        <Button look="primary" onTap={() => void submit()}>
          {state.kind === 'sending' ? SENDING : NOTIFICATION.save}
        </Button>
      </ButtonRow>
    </Card>
  )
}

export type PreferenceForm = Pick<RegisterForm, 'telling' | 'phone'>

interface PreferenceChoiceProps {
  readonly form: PreferenceForm
  /** What to say where WeChat's dialogue was answered with no. */
  readonly wechatOff: string | null
  readonly fault: string | null
  readonly onChange: (change: Partial<PreferenceForm>) => void
}

/** How to be told of changes; WeChat only where it can be asked. */
export function PreferenceChoice({
  form: { telling, phone },
  wechatOff,
  fault,
  onChange,
}: PreferenceChoiceProps) {
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

/** What changes and the one reminder need; 候补结果 is asked only of whoever waits. */
export const CONSENTS_AT_FIRST: readonly Template[] = ['change', 'reminder']

/** Changes how one registration is told of; WeChat is asked in the tap, and its no changes nothing. */
export function useNotificationPreference({ registrationId }: RegistrationPage) {
  const client = useQueryClient()
  const setting = useMutation('registration.setTelling')
  const granting = useMutation('message.grant')
  const [wechatOff, setWechatOff] = useState(false)

  const save = async ({ telling, phone }: PreferenceForm): Promise<boolean> => {
    const consenting = telling === 'wechat' ? await askConsent(CONSENTS_AT_FIRST) : null
    const granted = consenting?.kind === 'answered' ? consenting.granted : []
    const refused = consenting?.kind === 'answered' && granted.length === 0
    setWechatOff(refused)
    if (refused) return false
    const outcome = await setting.send({
      registrationId,
      telling,
      phone: telling === 'phone' ? phoneFrom(phone) : null,
    })
    if (outcome?.kind !== 'done') return false
    if (granted.length > 0) await granting.send({ templates: [...granted] })
    await client.invalidateQueries({ queryKey: queries.registration(registrationId).queryKey })
    return true
  }
  const forget = () => {
    setting.forget()
    setWechatOff(false)
  }
  return { state: setting.state, wechatOff, save, forget }
}
