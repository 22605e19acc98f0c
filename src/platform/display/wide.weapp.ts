/** A phone shows one thing below the other. */
export const useIsWide = (): boolean => false
