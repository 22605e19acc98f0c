/** A call on its way out. */
export interface Outgoing {
  readonly method: string
  /** URL, or the name of the cloud function. */
  readonly to: string
  readonly header: Readonly<Record<string, string>>
  readonly body: string
}

export interface Incoming {
  readonly status: number
  readonly header: Readonly<Record<string, string>>
  readonly body: string
}

/** What stands at the other end: real servers by origin, cloud functions by name. */
export interface Outside {
  /** The origin a mini-program knows → where it really listens. */
  readonly hosts?: Readonly<Record<string, string>>
  readonly functions?: Readonly<Record<string, (event: unknown) => Promise<unknown>>>
  /** A fresh one-time code of `wx.login`. */
  readonly loginCode?: () => string
}

export class NetworkGone extends Error {}

/** The phone's connection: there or gone, quick or stuck. */
export interface PhoneNetwork {
  readonly isOnline: () => boolean
  goOffline(): void
  goOnline(): void
  /** Every answer from now on waits until the returned function is called. */
  hold(): () => void
  /** Calls of this kind arrive and are answered, but the answer gets lost, until the returned function is called. */
  loseAnswers(isMeant: (call: string) => boolean): () => void
  /** For the run: whether the answer to this call gets through. @throws NetworkGone */
  arrival(call: string): void
  /** For the run: hears of changes; gives the way to stop hearing. */
  onChange(hear: (isOnline: boolean) => void): () => void
  /** For the run: waits as long as answers are held. @throws NetworkGone */
  passage(): Promise<void>
}

export function createNetwork(): PhoneNetwork {
  let online = true
  let gate: Promise<void> | null = null
  let isLost = (_call: string): boolean => false
  const listeners = new Set<(isOnline: boolean) => void>()
  const turn = (wanted: boolean): void => {
    if (online === wanted) return
    online = wanted
    for (const hear of [...listeners]) hear(online)
  }
  return {
    isOnline: () => online,
    goOffline: () => turn(false),
    goOnline: () => turn(true),
    hold: () => {
      let open = (): void => undefined
      const held = new Promise<void>((resolve) => {
        open = resolve
      })
      gate = held
      return () => {
        if (gate === held) gate = null
        open()
      }
    },
    loseAnswers: (isMeant) => {
      isLost = isMeant
      return () => {
        isLost = () => false
      }
    },
    arrival: (call) => {
      if (isLost(call)) throw new NetworkGone()
    },
    onChange: (hear) => {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    passage: async () => {
      if (!online) throw new NetworkGone()
      await gate
      if (!online) throw new NetworkGone()
    },
  }
}
