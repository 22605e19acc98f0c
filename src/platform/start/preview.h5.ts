import { withoutBreaks } from '../../../core/kernel/line-breaks'
import type { PreviewAnswer, PreviewMessage } from '../../../core/contract/activity/preview-message'

/** The page that the desk frames. It asks nobody: what it shows is posted to it. */
export const isPreview = window.location.pathname === '/preview/'

/** Whether a page frames this one; the server lets only those of its own origin. */
export const isFramed = window.parent !== window

/** What whoever frames this page posts, and nobody else; the answer ends that. */
export function onPosted(take: (message: PreviewMessage) => void): () => void {
  const read = ({ origin, source, data }: MessageEvent<Partial<PreviewMessage> | null>): void => {
    if (!isFramed || origin !== window.location.origin || source !== window.parent) return
    if (data?.kind === 'preview') take(data as PreviewMessage)
  }
  window.addEventListener('message', read)
  return () => window.removeEventListener('message', read)
}

export function postToFrame(kind: PreviewAnswer['kind']): void {
  if (isFramed) window.parent.postMessage({ kind } satisfies PreviewAnswer, window.location.origin)
}

/** From a page that asks nobody to one that does: the app begins anew. */
export const leaveTo = (route: string): void => window.location.assign(route)

/**
 * Whatever is tapped on this page does nothing but call `onHeld`. Parts that open where they are, the button `shut` that
 * closes them again, and the link past the bars still do what they do. The answer ends that.
 */
export function holdTaps(shut: string, onHeld: () => void): () => void {
  const staysHere = (control: Element): boolean =>
    control.matches('button.nav-row, .skip') || withoutBreaks(control.textContent ?? '') === shut
  const hold = (click: MouseEvent): void => {
    const control = click.target instanceof Element ? click.target.closest('a, button') : null
    if (control === null || staysHere(control)) return
    click.preventDefault()
    click.stopPropagation()
    onHeld()
  }
  document.addEventListener('click', hold, true)
  document.addEventListener('auxclick', hold, true)
  return () => {
    document.removeEventListener('click', hold, true)
    document.removeEventListener('auxclick', hold, true)
  }
}

/** Esc; the answer ends that. */
export function onEscape(run: () => void): () => void {
  const read = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') run()
  }
  document.addEventListener('keydown', read)
  return () => document.removeEventListener('keydown', read)
}
