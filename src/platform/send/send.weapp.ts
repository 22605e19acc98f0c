import Taro from '@tarojs/taro'
import { plainJson } from '../../../core/shapes/plain-json'
import { build } from '../start/build'
import { reportBug } from '../start/report'
import { readAnswer, SEND_TIMEOUT_MS, type Sending, type Sent } from './sending'

/** Who the caller is: WeChat tells a cloud function itself, a server over HTTPS needs a token. */
export const identity: 'platform' | 'token' = build.send === 'cloud' ? 'platform' : 'token'

export const send: (sending: Sending) => Promise<Sent> =
  build.send === 'cloud' ? (sending) => inTime(sendToCloud(sending)) : sendOverHttps

let cloudReady = false

async function sendToCloud({ name, input }: Sending): Promise<Sent> {
  if (!cloudReady) {
    Taro.cloud.init(build.cloudEnvironment === '' ? {} : { env: build.cloudEnvironment })
    cloudReady = true
  }
  try {
    const answer = await Taro.cloud.callFunction({ name: 'api', data: { name, input } })
    return readAnswer(answer.result)
  } catch (failure) {
    return lostBecause(failure)
  }
}

async function sendOverHttps({ name, input, token }: Sending): Promise<Sent> {
  try {
    const answer = await Taro.request<unknown, string>({
      url: `${build.origin}/api/${name}`,
      method: 'POST',
      data: plainJson(input),
      timeout: SEND_TIMEOUT_MS,
      header: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
    })
    return readAnswer(answer.data)
  } catch (failure) {
    return lostBecause(failure)
  }
}

interface WeChatFailure {
  readonly errMsg?: unknown
  readonly message?: unknown
  readonly errno?: unknown
  readonly errCode?: unknown
}

/** WeChat's own words begin with the interface that failed; a TypeError that "failed to" something does not. */
const FAILED_TO_SEND = /^(?:request|cloud\.callFunction):fail/
/** url not in domain list · invalid url: the app is built wrongly, and no better network mends that. */
const BUILT_WRONGLY: readonly unknown[] = [600002, 600009]
const SAYS_BUILT_WRONGLY = /not in domain list|invalid url/i
/** WeChat's general number for "no answer in time"; a cloud function that took too long, or was asked for too often. */
const TOO_SLOW: readonly unknown[] = [5, -404012, -504003]
/** Numbers of the cloud itself: a network was there, and our function broke or is not there. */
const CLOUD_BROKE = /errCode: ?(-[45]\d{5})/

/** What a failure of WeChat's means. Anything else is a fault of ours and goes on to be seen. */
function lostBecause(failure: unknown): Sent {
  const { errMsg, message, errno, errCode } = Object(failure) as WeChatFailure
  const said = typeof errMsg === 'string' ? errMsg : message
  if (typeof said !== 'string' || !FAILED_TO_SEND.test(said)) throw failure
  if (BUILT_WRONGLY.includes(errno) || SAYS_BUILT_WRONGLY.test(said)) throw new Error(said)
  const number = errno ?? cloudNumberIn(said) ?? errCode
  if (TOO_SLOW.includes(number) || /timeout|timed? out/i.test(said)) return { kind: 'lost', why: 'timeout' }
  if (cloudNumberIn(said) !== null) {
    reportBug(new Error(said))
    return { kind: 'answered', body: { ok: false, fault: 'internal', trace: '' } }
  }
  return { kind: 'lost', why: 'offline' }
}

function cloudNumberIn(said: string): number | null {
  const found = CLOUD_BROKE.exec(said)?.[1]
  return found === undefined ? null : Number(found)
}

/** `callFunction` knows no timeout of its own. */
function inTime(answer: Promise<Sent>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'lost', why: 'timeout' }), SEND_TIMEOUT_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
