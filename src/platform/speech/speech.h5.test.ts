import { speech } from './speech.h5'

interface Said {
  readonly text: string
  voice?: { readonly lang: string }
  onstart?: () => void
  onend?: () => void
  onerror?: (event: { readonly error: string }) => void
}

const chinese = { lang: 'zh-CN', localService: false }
let queue: Said[]
let synthesis: { speaking: boolean; cancel: jest.Mock; speak: jest.Mock; getVoices: () => readonly unknown[] }

beforeEach(() => {
  jest.useFakeTimers()
  queue = []
  synthesis = {
    speaking: false,
    cancel: jest.fn(() => queue.splice(0).forEach((said) => said.onerror?.({ error: 'canceled' }))),
    speak: jest.fn((said: Said) => void queue.push(said)),
    getVoices: () => [{ lang: 'en-US', localService: true }, chinese],
  }
  Object.assign(globalThis, {
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: class {
      constructor(readonly text: string) {}
    },
  })
})
afterEach(() => jest.useRealTimers())

function say(text: string) {
  const callbacks = { onStart: jest.fn(), onEnd: jest.fn(), onFailure: jest.fn() }
  const silence = speech.speak(text, callbacks)
  jest.advanceTimersByTime(1)
  return { ...callbacks, silence, said: queue[0] }
}

describe('the voice of a browser', () => {
  it('empties the queue first and speaks a moment later, in a Chinese voice', () => {
    speech.speak('您好', { onStart: jest.fn(), onEnd: jest.fn(), onFailure: jest.fn() })
    expect(synthesis.cancel).toHaveBeenCalledTimes(1)
    expect(synthesis.speak).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(queue[0]).toMatchObject({ text: '您好', voice: chinese })
  })

  it('tells of its end once, also when the browser tells it twice', () => {
    const { said, onEnd } = say('您好')
    said?.onstart?.()
    said?.onend?.()
    said?.onend?.()
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('goes on where the browser forgets to tell of an end', () => {
    const { said, onEnd } = say('您好')
    said?.onstart?.()
    synthesis.speaking = true
    jest.advanceTimersByTime(10_000)
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('is silent where nothing starts', () => {
    const { onFailure } = say('您好')
    jest.advanceTimersByTime(5_000)
    expect(onFailure).toHaveBeenCalledWith('silent')
  })

  it('can be tried again where the network failed it', () => {
    const { said, onFailure } = say('您好')
    said?.onerror?.({ error: 'network' })
    expect(onFailure).toHaveBeenCalledWith('lost')
  })

  it('calls nobody back once it was silenced', () => {
    const { said, silence, onStart, onEnd, onFailure } = say('您好')
    silence()
    said?.onstart?.()
    said?.onend?.()
    jest.advanceTimersByTime(60_000)
    expect(synthesis.cancel).toHaveBeenCalledTimes(2)
    for (const callback of [onStart, onEnd, onFailure]) expect(callback).not.toHaveBeenCalled()
  })
})
