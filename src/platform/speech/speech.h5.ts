import type { Speech, SpeechEnd } from './speaking'

/**
 * Some sixty characters. Chrome falls silent after about 15 s of one utterance of a voice from the network and never
 * says so: a piece that ends before has no such trouble.
 */
const MOST_BYTES = 180
/** A voice that is there starts within this; where none is, many browsers say nothing at all. */
const START_WITHIN_MS = 5_000
/** Longer than the slowest voice needs for a character: an end that a browser forgets to tell. */
const MS_A_CHARACTER = 700

const synthesis = (): SpeechSynthesis | undefined =>
  (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis

/** Kept while it speaks: browsers throw away an utterance that nobody holds, and its end with it. */
let current: SpeechSynthesisUtterance | null = null

function chineseVoice(voices: SpeechSynthesis): SpeechSynthesisVoice | null {
  const chinese = voices.getVoices().filter(({ lang }) => /^(?:zh|cmn)\b/i.test(lang.replace('_', '-')))
  const mainland = chinese.filter(({ lang }) => /cn|hans/i.test(lang))
  // A voice of the device itself needs no network.
  return mainland.find(({ localService }) => localService) ?? mainland[0] ?? chinese[0] ?? null
}

function speak(text: string, end: SpeechEnd): () => void {
  const voices = synthesis()
  if (voices === undefined) {
    end.onFailure('silent')
    return () => undefined
  }
  let over = false
  const timers: ReturnType<typeof setTimeout>[] = []
  const once = (callback: () => void) => () => {
    if (over) return
    over = true
    timers.forEach(clearTimeout)
    current = null
    callback()
  }
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  const voice = chineseVoice(voices)
  if (voice !== null) utterance.voice = voice
  utterance.rate = 0.9
  utterance.onstart = () => {
    if (over) return
    end.onStart()
    timers.push(setTimeout(once(end.onEnd), START_WITHIN_MS + text.length * MS_A_CHARACTER))
  }
  utterance.onend = once(end.onEnd)
  utterance.onerror = ({ error }) => {
    if (error !== 'canceled' && error !== 'interrupted')
      once(() => end.onFailure(error === 'network' ? 'lost' : 'silent'))()
  }
  current = utterance
  // What another page or an earlier visit left in the queue would be said first.
  voices.cancel()
  // A cancel that is still under way swallows what is said in the same moment.
  timers.push(
    setTimeout(() => voices.speak(utterance), 0),
    setTimeout(() => {
      if (!voices.speaking) once(() => end.onFailure('silent'))()
    }, START_WITHIN_MS),
  )
  return once(() => voices.cancel())
}

// Chrome goes on speaking when its page is reloaded or left.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    if (current !== null) synthesis()?.cancel()
  })
}

export const speech: Speech = {
  // The mere look at it wakes the voices: on a slow phone the article would wait for that.
  available: 'speechSynthesis' in globalThis,
  mostBytes: MOST_BYTES,
  speak,
  prepare: () => undefined,
}
