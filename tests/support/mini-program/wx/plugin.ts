import type { Host } from '../host'
import { note } from './answer'

/** The most that 同声传译 says at once, in bytes of UTF-8. */
const MOST_BYTES = 1000
const TOO_LONG = -20002
const NO_NETWORK = -20005

interface SpeechRequest {
  readonly lang: unknown
  readonly tts: unknown
  readonly content: string
  readonly success: (spoken: unknown) => void
  readonly fail: (failure: unknown) => void
}

/** `requirePlugin` as WeChat gives it: only what app.json declares, and 同声传译 with its limits. */
export function pluginsOf(host: Host): (name: string) => unknown {
  return (name) => {
    const declared = (host.appPackage.jsonOf('app') as { readonly plugins?: object }).plugins ?? {}
    if (!Object.hasOwn(declared, name)) throw host.realm.error(`plugin ${name} is not declared in app.json`)
    return { textToSpeech: (request: SpeechRequest) => textToSpeech(host, request) }
  }
}

function textToSpeech(host: Host, { lang, tts, content, success, fail }: SpeechRequest): void {
  note(host, 'textToSpeech', { lang, tts, content })
  const answer = (): void => {
    const bytes = Buffer.byteLength(content)
    if (!host.phone.network.isOnline()) fail(host.realm.own({ retcode: NO_NETWORK, msg: 'no network' }))
    else if (bytes === 0 || bytes > MOST_BYTES) fail(host.realm.own({ retcode: TOO_LONG, msg: 'too long' }))
    else
      success(
        host.realm.own({
          retcode: 0,
          filename: `https://sound.example/${encodeURIComponent(content)}.mp3`,
          origin: content,
          expired_time: 0,
        }),
      )
  }
  host.later('plugin textToSpeech', answer)
}
