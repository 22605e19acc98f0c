import type { Fault } from '../../core/contract/answer'
import type { Subdistrict } from '../../core/contract/home'

export const SENDING = '正在送出…'

/** Whether it was done is not known; the same tap again cannot do it twice. */
export const NOT_SENT = '还没送到。网好了再点一次，不会报两次。'
export const notSentTwice = (twice: string): string => `还没送到。网好了再点一次，不会${twice}。`

/** Enough of a trace number to find its line in the log, and short enough to be read out on the telephone. */
const READ_OUT = 8
export const traceText = (trace: string | null | undefined): string =>
  trace ? `打电话时请说编号 ${trace.slice(0, READ_OUT)}。` : ''

/** What broke on our side, in a sentence that ends. */
export function faultSentence(
  fault: Fault['fault'],
  { hotline, appName }: Pick<Subdistrict, 'hotline' | 'appName'>,
  /** Whoever reads this is in WeChat already. */
  isInWechat: boolean,
  trace?: string | null,
): string {
  switch (fault) {
    case 'invalid_input':
      return `这次填的有一处看不懂，请看看再点一次。还不行，请打 ${hotline}。`
    case 'unauthenticated':
      return isInWechat
        ? `微信登录没有成功，还没办成。请再点一次；还不行，请关掉小程序再打开，急事请打 ${hotline}。`
        : `这一步要在微信里做。请用微信打开“${appName}”小程序。`
    case 'forbidden':
      return `这一步只有工作人员能做。需要帮忙，请打 ${hotline}。`
    case 'unknown_endpoint':
      return '小程序旧了。请关掉再打开，就会用上新版本。'
    case 'too_large':
      return '写得太长，没有送出。请写短一点。'
    case 'rate_limited':
      return '点得太快了，请等一分钟再点。'
    case 'overloaded':
      return '现在用的人太多，还没办成。请等一会儿再点一次。'
    case 'internal':
      return `系统出了点问题，还没办成。请过几分钟再点一次，急事请打 ${hotline}。${traceText(trace)}`
  }
}
