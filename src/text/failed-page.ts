import type { Subdistrict } from '../../core/contract/home'
import type { Fault } from '../../core/contract/answer'
import type { Failure } from '../api/result'
import { traceText } from './sending'
import { refusalSentence } from './refusals/refusal-sentence'

/** What happened, what is kept, and what to do. */
export interface TroubleText {
  readonly happened: string
  readonly advice: string
  /** Whether trying again can help. */
  readonly retry: boolean
}

type Named = Pick<Subdistrict, 'hotline' | 'appName'>

const faults = ({ hotline, appName }: Named): Readonly<Record<Fault['fault'], TroubleText>> => ({
  invalid_input: {
    happened: '这次没有看懂请求',
    advice: `请回到上一页再来一次。还不行，请打 ${hotline}。`,
    retry: false,
  },
  unauthenticated: {
    happened: '这一页要在微信里登录后看',
    advice: `请在微信里打开“${appName}”小程序。`,
    retry: false,
  },
  forbidden: {
    happened: '这一页只给工作人员看',
    advice: `需要帮忙，请到附近的会客厅或打 ${hotline}。`,
    retry: false,
  },
  unknown_endpoint: {
    happened: '这个功能换了地方',
    advice: '请关掉小程序再打开，就会用上新版本。',
    retry: false,
  },
  too_large: { happened: '内容太大，没有发出去', advice: '请减少一些内容再试。', retry: false },
  rate_limited: { happened: '点得太快了', advice: '请等一分钟再试，您之前做的都还在。', retry: true },
  overloaded: { happened: '现在用的人太多', advice: '您之前做的都还在。请等一会儿再点重试。', retry: true },
  internal: {
    happened: '系统出了点问题',
    advice: `您之前做的都还在。请过几分钟再试，急事请打 ${hotline}。`,
    retry: true,
  },
})

const LOST: Readonly<Record<Extract<Failure, { kind: 'lost' }>['why'], TroubleText>> = {
  offline: {
    happened: '现在连不上网',
    advice: '您之前做的都还在。请看看手机的网络，再点重试。',
    retry: true,
  },
  timeout: {
    happened: '网络太慢，没有等到回音',
    advice: '您之前做的都还在。请换个信号好的地方，再点重试。',
    retry: true,
  },
  unreadable: {
    happened: '网络被挡住了',
    advice: '可能是公共无线网要先登录。请换用手机流量，再点重试。',
    retry: true,
  },
}

/** Who reads this is in WeChat already: sending them there helps nobody. */
const notSignedInHere = ({ hotline }: Named): TroubleText => ({
  happened: '微信登录没有成功',
  advice: `您之前做的都还在。请再点重试；还不行，请关掉小程序再打开，急事请打 ${hotline}。`,
  retry: true,
})

/** @param isInWechat whether this is the mini-program, which WeChat signs in, and no browser */
export function troubleText(trouble: Failure, subdistrict: Named, isInWechat: boolean): TroubleText {
  if (trouble.kind === 'lost') return LOST[trouble.why]
  if (isInWechat && trouble.kind === 'fault' && trouble.fault === 'unauthenticated')
    return notSignedInHere(subdistrict)
  if (trouble.kind === 'fault') {
    const text = faults(subdistrict)[trouble.fault]
    return { ...text, advice: `${text.advice}${traceText(trouble.trace)}` }
  }
  return { happened: refusalSentence(trouble.refusal, {}, subdistrict), advice: '', retry: false }
}

/** A phone whose own clock is off: everything here goes by the server's. */
export const PHONE_CLOCK_WRONG = '手机时间好像不对。这里的时间是准的；手机的请到“设置”里打开“自动设置时间”。'

export const LAST_SEEN = '这是上次看到的内容'

/** @param when as `momentText` says it, for example 今天 9:12 */
export const lastSeenText = (when: string, trouble: Failure): string =>
  `${LAST_SEEN}（${when}）。${trouble.kind === 'lost' ? '网通了会自动更新。' : '新的内容暂时取不到。'}`

export const brokenPage = ({ hotline }: Named): Pick<TroubleText, 'happened' | 'advice'> => ({
  happened: '这一页没能打开',
  advice: `您之前做的都还在。请重试；还不行，请回首页，急事请打 ${hotline}。`,
})
