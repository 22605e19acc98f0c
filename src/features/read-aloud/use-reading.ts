import { useEffect, useRef, useState } from 'react'
import type { Piece } from '../../../core/domain/read-aloud/reading'
import { useHidden } from '../../platform/navigate/lifecycle'
import { speech } from '../../platform/speech/speech'

type State = 'still' | 'waiting' | 'reading' | 'paused' | 'lost' | 'silent'

export interface Reading {
  readonly state: State
  /** What is read now, or was when it was paused. */
  readonly piece: Piece | null
  readonly start: () => void
  readonly pause: () => void
  /** From the beginning of the sentence at which it was paused. */
  readonly resume: () => void
  readonly stop: () => void
}

interface Progress {
  readonly state: State
  readonly at: number
}

const STILL: Progress = { state: 'still', at: 0 }

/** Reads the pieces one after the other, and falls silent when the page is left. */
export function useReading(pieces: readonly Piece[]): Reading {
  const [progress, setProgress] = useState(STILL)
  const silence = useRef<() => void>(() => undefined)

  const hush = () => {
    silence.current()
    silence.current = () => undefined
  }
  const say = (at: number): void => {
    const piece = pieces[at]
    if (piece === undefined) {
      setProgress(STILL)
      return
    }
    setProgress({ state: 'waiting', at })
    silence.current = speech.speak(piece.text, {
      onStart: () => setProgress({ state: 'reading', at }),
      onEnd: () => say(at + 1),
      onFailure: (why) => setProgress({ state: why, at }),
    })
    const after = pieces[at + 1]
    if (after !== undefined) speech.prepare(after.text)
  }
  const isUnderWay = progress.state === 'waiting' || progress.state === 'reading'
  const pause = () => {
    hush()
    setProgress(({ at }) => ({ state: 'paused', at }))
  }
  useHidden(() => {
    if (isUnderWay) pause()
  })
  // Another article under the same page, or the page gone: whatever speaks belongs to neither.
  useEffect(() => () => silence.current(), [])

  return {
    state: progress.state,
    piece: progress.state === 'still' ? null : (pieces[progress.at] ?? null),
    start: () => say(0),
    pause,
    resume: () => {
      hush()
      say(progress.at)
    },
    stop: () => {
      hush()
      setProgress(STILL)
    },
  }
}
