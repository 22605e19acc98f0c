import Taro from '@tarojs/taro'
import { build } from '../start/build'
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
    const answer = await Taro.request<unknown, object>({
      url: `${build.origin}/api/${name}`,
      method: 'POST',
      data: input as object,
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

/** WeChat rejects with `{errMsg}`; anything else is a fault of ours and goes on to be seen. */
function lostBecause(failure: unknown): Sent {
  const message = failure instanceof Error ? failure.message : (failure as { errMsg?: unknown })?.errMsg
  if (typeof message !== 'string' || !/fail|errCode|timeout/i.test(message)) throw failure
  return { kind: 'lost', why: /timeout|time out/i.test(message) ? 'timeout' : 'offline' }
}

/** `callFunction` knows no timeout of its own. */
function inTime(answer: Promise<Sent>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'lost', why: 'timeout' }), SEND_TIMEOUT_MS)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
