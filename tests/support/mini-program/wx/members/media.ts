import type { Host } from '../../host'
import { note, noted, type WxMembers } from '../answer'

type Listener = () => void

/** Sounds and documents: what is played and opened goes into the record. */
export function mediaMembers(host: Host): WxMembers {
  return {
    ...noted(host, 'setInnerAudioOption'),
    createInnerAudioContext: () => audio(host),
    ...noted(host, 'openDocument'),
  }
}

/** A player of one sound, which lasts as long as the phone says. */
function audio(host: Host): object {
  const listeners: Record<'Play' | 'Ended' | 'Error', Listener[]> = { Play: [], Ended: [], Error: [] }
  let isGone = false
  let src = ''
  const tell = (news: keyof typeof listeners): void => {
    for (const listener of isGone ? [] : listeners[news]) host.guard(`on${news}`, listener)
  }
  const listen = (news: keyof typeof listeners) => (listener: Listener) => void listeners[news].push(listener)
  return {
    get src() {
      return src
    },
    set src(address: string) {
      src = address
    },
    onPlay: listen('Play'),
    onEnded: listen('Ended'),
    onError: listen('Error'),
    play: () => {
      note(host, 'play', { src })
      host.later('InnerAudioContext.play', () => {
        tell('Play')
        host.clock.startTimer(() => tell('Ended'), host.phone.soundMs, false)
      })
    },
    stop: () => undefined,
    destroy: () => {
      isGone = true
      note(host, 'silenced', { src })
    },
  }
}
