import type { Template } from '../../../core/domain/registration/messages/notice'
import { build } from '../start/build'
import type { ConsentResult } from './consent-result'

/** Taro's own types ask for what only Alipay knows. */
interface WeChatSubscribing {
  readonly requestSubscribeMessage: (options: {
    tmplIds: readonly string[]
    success: (answer: Readonly<Record<string, string>>) => void
    fail: (failure: { errMsg: string; errCode?: number }) => void
  }) => void
}

const idOf = (template: Template): string => build.templates[template]

/** Whether this build knows WeChat's ids of all three templates. */
export const canAskConsent = Object.values(build.templates).every((id) => id !== '')

/** The main switch for messages is off: a no of the resident's, also to what was not asked. */
const SWITCHED_OFF = 20004

/**
 * WeChat's dialogue; one yes is one message. To be called in the tap itself, before anything is waited for:
 * WeChat shows it to nobody else.
 */
export function askConsent(templates: readonly Template[]): Promise<ConsentResult> {
  if (!canAskConsent || templates.length === 0) return Promise.resolve({ kind: 'unavailable' })
  return new Promise((resolve) =>
    (wx as WeChatSubscribing).requestSubscribeMessage({
      tmplIds: templates.map(idOf),
      success: (answer) =>
        resolve({
          kind: 'answered',
          granted: templates.filter((template) => answer[idOf(template)] === 'accept'),
        }),
      fail: ({ errCode }) =>
        resolve(errCode === SWITCHED_OFF ? { kind: 'answered', granted: [] } : { kind: 'unavailable' }),
    }),
  )
}
