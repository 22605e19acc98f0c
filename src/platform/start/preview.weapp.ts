import type { PreviewAnswer, PreviewMessage } from '../../../core/contract/activity/preview-message'

/** Only a browser frames pages. */
export const isPreview = false as boolean
export const isFramed = false as boolean

const nothing = (): void => undefined

export const onPosted = (_take: (message: PreviewMessage) => void): (() => void) => nothing
export const postToFrame = (_kind: PreviewAnswer['kind']): void => undefined
export const leaveTo = (_route: string): void => undefined
export const holdTaps = (_shut: string, _onHeld: () => void): (() => void) => nothing
export const onEscape = (_run: () => void): (() => void) => nothing
