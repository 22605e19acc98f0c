import Taro from '@tarojs/taro'
import { build } from '../start/build'
import { isSinglePage } from '../start/single-page'
import { fromGcj02 } from '../map/datum'
import { privacyAgreed } from './privacy'
import { LOCATE_TIMEOUT_MS, type Located } from './locating'

/** Never asks WeChat before the resident has agreed to the privacy rules. */
export async function locate(): Promise<Located> {
  if (isSinglePage) return { kind: 'not-located', why: 'unavailable' }
  if (!(await privacyAgreed())) return { kind: 'not-located', why: 'privacy' }
  try {
    const { longitude, latitude } = await inTime(build.location === 'fuzzy' ? fuzzy() : precise())
    return { kind: 'located', position: fromGcj02(longitude, latitude) }
  } catch (failure) {
    return { kind: 'not-located', why: reasonOf(failure) }
  }
}

const precise = () => Taro.getLocation({ type: 'gcj02' })
const fuzzy = () => Taro.getFuzzyLocation({ type: 'gcj02' })

/** WeChat says no with `{errMsg}`; anything else is a fault of ours and goes on to be seen. */
function reasonOf(failure: unknown): 'denied' | 'unavailable' {
  const message = (failure as { errMsg?: unknown })?.errMsg
  if (typeof message !== 'string') throw failure
  return /auth|deny|denied|privacy/i.test(message) ? 'denied' : 'unavailable'
}

/** Indoors WeChat may look for satellites for ever. */
function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject({ errMsg: 'getLocation:fail timeout' }), LOCATE_TIMEOUT_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
