/** How a voice ended that nobody silenced. */
export interface SpeechEnd {
  readonly onStart: () => void
  readonly onEnd: () => void
  /** `lost`: trying again may help; `silent`: this phone has no voice. */
  readonly onFailure: (why: 'lost' | 'silent') => void
}

/** The voice of one platform. */
export interface Speech {
  readonly available: boolean
  /** Bytes of UTF-8 that can be said at once. */
  readonly mostBytes: number
  /** Says it, and calls back once; the answer silences it, and then nothing calls back. */
  speak(text: string, end: SpeechEnd): () => void
  /** What will be said next, so that it comes without a gap. */
  prepare(text: string): void
}
