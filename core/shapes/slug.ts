export const SLUG_LENGTH = 60

/** The letters of a slug, to be built into longer patterns. */
export const SLUG_LETTERS = '[a-z0-9]+(?:-[a-z0-9]+)*'

export const SLUG = new RegExp(`^${SLUG_LETTERS}$`)

/** A key that a non-programmer types into the data pack: lower-case letters, digits and hyphens, at most 60. */
export const isSlug = (text: string): boolean => text.length <= SLUG_LENGTH && SLUG.test(text)
