import { useState, type ReactNode } from 'react'
import type { RegistrationPage } from '../../../../core/contract/registration/registration'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { SENDING } from '../../../text/acts'
import { TELLING, TELLING_WORDS } from '../../../text/me/telling'
import { REGISTER } from '../../../text/registration/registration'
import { ActNote } from '../../act/act-note'
import { dialled, PHONE } from './dialled'
import { TellingChoice, type TellingForm } from './telling-choice'
import { useTelling } from './use-telling'

interface TellingCardProps {
  readonly page: RegistrationPage
  /** Which registration it is, where several stand on one page. */
  readonly children?: ReactNode
}

/** How one is told of changes to one registration, and another choice. */
export function TellingCard({ page, children }: TellingCardProps) {
  const [form, setForm] = useState<TellingForm | null>(null)
  const [tried, setTried] = useState(false)
  const { state, wechatOff, save, forget } = useTelling(page)
  const close = () => {
    forget()
    setTried(false)
    setForm(null)
  }
  if (form === null) {
    return (
      <Card>
        {children}
        <Text>{TELLING_WORDS[page.telling]}</Text>
        <Button
          label={TELLING.changeLabel(page.activity.title)}
          onTap={() => setForm({ telling: page.telling, phone: '' })}
        >
          {TELLING.change}
        </Button>
      </Card>
    )
  }
  const fault = form.telling === 'phone' && !PHONE.test(dialled(form.phone)) ? REGISTER.phoneFault : null
  const submit = async () => {
    setTried(true)
    if (fault === null && (await save(form))) close()
  }
  return (
    <Card>
      {children}
      <TellingChoice
        form={form}
        wechatOff={wechatOff ? TELLING.wechatOff : null}
        fault={tried ? fault : null}
        onChange={(change) => setForm({ ...form, ...change })}
      />
      <ActNote state={state} notSent={TELLING.notSaved} />
      <ButtonRow>
        <Button onTap={close}>{TELLING.close}</Button>
        <Button look="primary" onTap={() => void submit()}>
          {state.kind === 'sending' ? SENDING : TELLING.save}
        </Button>
      </ButtonRow>
    </Card>
  )
}
