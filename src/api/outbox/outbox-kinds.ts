import type { EndpointName, Input } from '../../../core/contract'
import type { ActName } from '../acting'
import type { Sent } from '../../platform/send/sending'
import type { ActStorage } from './act-shelf'
import type { FinalAnswer, KeptWish } from './kept-act'

/** Whoever is signed in on this phone. */
export interface SignedIn {
  readonly person: string
  readonly token: string | null
}

/** Everything the outbox needs of the world; the tests hand in phones that die and networks that lose. */
export interface OutboxPorts {
  readonly storage: ActStorage
  send(endpoint: ActName, input: Input<EndpointName>, token: string | null): Promise<Sent>
  /** Who is signed in as far as this phone knows; `null` where nobody is. */
  person(): string | null
  /**
   * Signs in where nobody is, or where this session was refused; `null` where that is not possible now.
   * @param refused the session that the backend no longer knows
   */
  signedIn(refused: SignedIn | null): Promise<SignedIn | null>
  newRequestId(): Promise<string>
  /** Milliseconds by the phone's clock. */
  clock(): number
  /** `[0, 1)`. */
  chance(): number
  /** Once, after so long; the answer takes it back. */
  after(milliseconds: number, act: () => void): () => void
  /** A bug that nobody waits for. */
  report(error: unknown): void
}

/** An act that nobody has answered yet. */
export interface Waiting {
  readonly key: string
  readonly endpoint: ActName
  readonly wish: Readonly<Record<string, unknown>>
  readonly happenedAt: number
  readonly about: string | null
}

/** A last word that nobody has seen yet; `damaged` is a record that the phone could not give back. */
export type Unseen =
  | (Waiting & { readonly kind: 'answered'; readonly answer: FinalAnswer })
  | { readonly kind: 'damaged'; readonly key: string }

export interface OutboxState {
  /** In the order of the acts. */
  readonly waiting: readonly Waiting[]
  readonly unseen: readonly Unseen[]
}

/** What became of an act within the tap that did it. */
export type Submission<Name extends ActName> =
  /** The last word. It stands among the unseen under `key` until `seen(key)`; `null` where the phone is full. */
  | { readonly kind: 'answered'; readonly key: string | null; readonly answer: FinalAnswer<Name> }
  /** Written down, and sent as soon as that is possible. */
  | { readonly kind: 'waiting'; readonly key: string }
  /** The phone could not keep it and no answer came: somebody else has to write it down. */
  | { readonly kind: 'not_kept' }

export interface Outbox {
  /**
   * Writes an act down and sends it, after those that wait already.
   * @param about what the person calls it, for saying later what became of it
   * @param happenedAt by the phone's clock, where that was earlier than now
   */
  submit<Name extends ActName>(
    endpoint: Name,
    wish: KeptWish<Name>,
    about?: string | null,
    happenedAt?: number,
  ): Promise<Submission<Name>>
  /** The same for who does not wait for the answer: it will stand among the unseen. */
  keep<Name extends ActName>(
    endpoint: Name,
    wish: KeptWish<Name>,
    about?: string | null,
  ): Promise<'kept' | 'not_kept'>
  /** Sends what waits, now. */
  flush(): Promise<void>
  /** The last word was read: it is kept no longer. An act that still waits stays. */
  seen(key: string): void
  /** Everything goes, answered or not: whoever did it is gone. */
  forget(): void
  state(): OutboxState
  /** Hears of every change of `state`; the answer ends that. */
  subscribe(listener: () => void): () => void
  /** The app goes out of sight: nothing is tried until the next flush. */
  pause(): void
}
