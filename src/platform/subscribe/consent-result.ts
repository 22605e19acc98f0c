import type { Template } from '../../../core/domain/registration/messages/notice'

/**
 * What somebody said in WeChat's own dialogue: the templates of one message each, or that no dialogue can
 * be shown here, which is not a no.
 */
export type ConsentResult =
  { readonly kind: 'answered'; readonly granted: readonly Template[] } | { readonly kind: 'unavailable' }
