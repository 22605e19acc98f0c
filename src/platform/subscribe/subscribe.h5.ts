import type { Template } from '../../../core/domain/registration/messages/notice'
import type { ConsentResult } from './consent-result'

/** Browsers get no messages from WeChat. */
export const canAskConsent = false

export const askConsent = (_templates: readonly Template[]): Promise<ConsentResult> =>
  Promise.resolve({ kind: 'unavailable' })
