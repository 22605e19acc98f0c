import { timingSafeEqual } from 'node:crypto'

/** Whether two secrets, or what is kept of them, are the same; how long that takes says nothing of how alike they are. */
export const sameSecret = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)
