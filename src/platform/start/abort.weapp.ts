/**
 * The part of AbortController that TanStack Query uses. WeChat's runtime has none, and without it every
 * query stays pending for ever, with no error. The published polyfills bring 7 kB of the event machinery
 * of browsers.
 */
type Listener = () => void

class Signal {
  aborted = false
  reason: unknown
  onabort: Listener | null = null
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Called once by the controller. */
  fire(reason: unknown): void {
    this.aborted = true
    this.reason = reason
    this.onabort?.()
    for (const listener of [...this.listeners]) listener()
  }
}

class Controller {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    if (!this.signal.aborted) this.signal.fire(reason)
  }
}

const everywhere = globalThis as { AbortController?: unknown; AbortSignal?: unknown }
everywhere.AbortController ??= Controller
everywhere.AbortSignal ??= Signal

export {}
