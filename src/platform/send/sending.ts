/** One call on its way to the backend. */
export interface Sending {
  readonly name: string
  readonly input: unknown
  /** Bearer token for HTTPS; cloud functions know the caller from WeChat itself. */
  readonly token: string | null
}

/**
 * What came back. `lost` means that no answer of ours arrived: no network, no answer in time, or
 * something else answered in our place (a hotel's sign-in page, a broken proxy).
 */
export type Sent =
  | { readonly kind: 'answered'; readonly body: object }
  | { readonly kind: 'lost'; readonly why: 'offline' | 'timeout' | 'unreadable' }

/** An elder's phone in a lift lobby needs longer than a desk; beyond this, saying so serves better. */
export const SEND_TIMEOUT_MS = 15_000

/** Every answer of ours is an object with a boolean `ok`. */
export const readAnswer = (body: unknown): Sent =>
  typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean'
    ? { kind: 'answered', body }
    : { kind: 'lost', why: 'unreadable' }
