import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegistrationPage } from '../../../../core/contract/registration/registration'
import type { Template } from '../../../../core/domain/registration/messages/notice'
import { queries } from '../../../api/queries'
import { askConsent } from '../../../platform/subscribe/subscribe'
import { useAct } from '../../act/use-act'
import { dialled } from './dialled'
import type { TellingForm } from './telling-choice'

const AT_ONCE: readonly Template[] = ['change', 'reminder']

/** Changes how one registration is told of; WeChat is asked in the tap, and its no changes nothing. */
export function useTelling({ registrationId }: RegistrationPage) {
  const client = useQueryClient()
  const setting = useAct('registration.setTelling')
  const granting = useAct('message.grant')
  const [wechatOff, setWechatOff] = useState(false)

  const save = async ({ telling, phone }: TellingForm): Promise<boolean> => {
    const consenting = telling === 'wechat' ? await askConsent(AT_ONCE) : null
    const granted = consenting?.kind === 'answered' ? consenting.granted : []
    const refused = consenting?.kind === 'answered' && granted.length === 0
    setWechatOff(refused)
    if (refused) return false
    const outcome = await setting.send({
      registrationId,
      telling,
      phone: telling === 'phone' ? dialled(phone) : null,
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
