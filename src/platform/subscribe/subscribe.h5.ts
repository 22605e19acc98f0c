import type { Template } from '../../../core/domain/registration/messages/notice'
import type { Consenting } from './consenting'

/** Browsers get no messages from WeChat. */
export const canAskConsent = false

export const askConsent = (_templates: readonly Template[]): Promise<Consenting> =>
  Promise.resolve({ kind: 'unavailable' })
