import Taro from '@tarojs/taro'
import { reportBug } from '../start/report'
import { isSinglePage } from '../start/single-page'
import type { Speech, SpeechEnd } from './speaking'

/** What the plugin 同声传译 answers. The address of the sound is good for three hours. */
interface Spoken {
  readonly retcode: number
  readonly filename?: string
}

interface TranslatorPlugin {
  textToSpeech(request: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (spoken: Spoken) => void
    fail: (failure: { readonly retcode?: number }) => void
  }): void
}

/** The plugin takes 1000 bytes; what is near its limit takes long to come. */
const MOST_BYTES = 600

// WeChat looks for this very line, and refuses a build in which the plugin is not declared: without the setting it is not there.
const plugin =
  process.env.TARO_APP_SPEECH === '1'
    ? (requirePlugin('WechatSI') as TranslatorPlugin | undefined)
    : undefined

type Why = 'lost' | 'silent'

/** Retcodes of the plugin: its limit of calls, and everything that another try can help. */
const LOST = new Set([-20003, -20005, -40001])

const soundOf = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    if (plugin === undefined) return reject(new SpeechFailure('silent'))
    plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content: text,
      success: ({ retcode, filename }) =>
        retcode === 0 && filename !== undefined ? resolve(filename) : reject(failureOf(retcode)),
      fail: ({ retcode }) => reject(failureOf(retcode)),
    })
  })

class SpeechFailure extends Error {
  constructor(readonly why: Why) {
    super(why)
  }
}

/** Without a number it is the network that failed. */
const failureOf = (retcode: number | undefined): SpeechFailure =>
  new SpeechFailure(retcode === undefined || LOST.has(retcode) ? 'lost' : 'silent')

/** One piece ahead; anything older was said. */
let next: { readonly text: string; readonly sound: Promise<string> } | null = null

function prepare(text: string): void {
  if (next?.text === text) return
  const sound = soundOf(text)
  // Whoever says it hears of the failure; until then it is nobody's.
  sound.catch(() => undefined)
  next = { text, sound }
}

/** Aloud also where the phone's switch is on silent: who asked to be read to wants to hear. */
function audible(): Taro.InnerAudioContext {
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
  return Taro.createInnerAudioContext()
}

function speak(text: string, { onStart, onEnd, onFailure }: SpeechEnd): () => void {
  let silenced = false
  let player: Taro.InnerAudioContext | null = null
  const finish = (callback: () => void) => () => {
    if (silenced) return
    silenced = true
    // Some phones go on playing what is only destroyed.
    player?.stop()
    player?.destroy()
    callback()
  }
  const sound = next?.text === text ? next.sound : soundOf(text)
  next = null
  sound.then(
    (address) => {
      if (silenced) return
      player = audible()
      player.onPlay(onStart)
      player.onEnded(finish(onEnd))
      player.onError(finish(() => onFailure('lost')))
      player.src = address
      player.play()
    },
    (failure: unknown) => {
      if (!(failure instanceof SpeechFailure)) reportBug(failure)
      finish(() => onFailure(failure instanceof SpeechFailure ? failure.why : 'silent'))()
    },
  )
  return finish(() => undefined)
}

/** Inside Moments there are no plugins. */
export const speech: Speech = {
  available: plugin !== undefined && !isSinglePage,
  mostBytes: MOST_BYTES,
  speak,
  prepare,
}
