import { TEMPLATES, type Template } from '../../core/domain/registration/messages/notice'
import { OperatorError } from '../database/operator-error'
import type { MessageAccount, TemplateIds } from '../gateways/wechat-messages'
import type { WechatAccount } from '../gateways/wechat/access-token'
import { text, type Environment } from './environment'

/** @throws OperatorError naming the variable that is missing */
export function wechatApp(env: Environment): WechatAccount | null {
  const appId = text(env, 'WECHAT_APP_ID')
  const appSecret = text(env, 'WECHAT_APP_SECRET')
  if (appSecret === null) return null
  if (appId === null) throw new OperatorError('WECHAT_APP_SECRET is set but WECHAT_APP_ID is not; set both.')
  return { appId, appSecret }
}

/** @throws OperatorError naming the variable that is missing */
export function wechatAccount(env: Environment): MessageAccount | null {
  const app = wechatApp(env)
  return app === null ? null : { ...app, templateIds: templateIds(env) }
}

const variableOf = (template: Template): string => `WECHAT_TEMPLATE_${template.toUpperCase()}`

function templateIds(env: Environment): TemplateIds | null {
  const found = TEMPLATES.map((template) => [template, text(env, variableOf(template))] as const)
  if (found.every(([, id]) => id === null)) return null
  const missing = found.filter(([, id]) => id === null).map(([template]) => variableOf(template))
  if (missing.length > 0) {
    throw new OperatorError(`${missing.join(' and ')} not set: set all three templates, or none.`)
  }
  return Object.fromEntries(found) as TemplateIds
}
