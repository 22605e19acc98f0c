import type { Fault } from '../../core/contract/answer'

export const SENDING = '正在送出…'

/** Whether it was done is not known; the same tap again cannot do it twice. */
export const NOT_SENT = '还没送到。网好了再点一次，不会报两次。'
export const notSentTwice = (twice: string): string => `还没送到。网好了再点一次，不会${twice}。`

/** What broke on our side, in a sentence that ends. */
export const FAULT_SENTENCES: Readonly<Record<Fault['fault'], string>> = {
  invalid_input: '这次填的有一处看不懂，请看看再点一次。还不行，请打 12345。',
  unauthenticated: '这一步要在微信里做。请用微信打开“曹杨百姓会客厅”小程序。',
  forbidden: '这一步只有工作人员能做。需要帮忙，请打 12345。',
  unknown_endpoint: '小程序旧了。请关掉再打开，就会用上新版本。',
  too_large: '写得太长，没有送出。请写短一点。',
  rate_limited: '点得太快了，请等一分钟再点。',
  overloaded: '现在用的人太多，还没办成。请等一会儿再点一次。',
  internal: '系统出了点问题，还没办成。请过几分钟再点一次，急事请打 12345。',
}
