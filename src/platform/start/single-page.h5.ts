/** A browser shows whole pages only. */
export const isSinglePage = false as boolean
