/** A browser loads what is newest with the next page. */
export const onNewVersion = (_ready: () => void): void => undefined

export const startNewVersion = (): void => undefined
