/** Whoever reads this is in the mini-program. */
export const isPhone = (): boolean => true

export const miniProgramLink = (_route: string): string | null => null

export const followLink = (_link: string): void => undefined
