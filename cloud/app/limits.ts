import { isIPv6 } from 'node:net'

/** Calls allowed in one window; a window opens with the first call after the last one ended. */
export interface Limits {
  /** Per resident: five calls a second is more than any hand can tap. */
  readonly perResident: number
  /** Per address, for callers who are not signed in: a whole hall shares one address. */
  readonly perAddress: number
  readonly windowSeconds: number
}

/** One line at home or one phone has a whole /64 of IPv6: it is counted as one address, as it would be with IPv4. */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [start = '', end] = (address.split('%')[0] ?? '').split('::')
  const [before, after] = [start, end ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const groups = end === undefined ? (before ?? []) : filled(before ?? [], after ?? [])
  const numbers = groups.map((group) => Number.parseInt(group, 16))
  // An address of IPv4 again, as some proxies write it.
  if (numbers.slice(0, 6).join() === '0,0,0,0,0,65535')
    return numbers
      .slice(6)
      .flatMap((two) => [two >> 8, two & 255])
      .join('.')
  return `${numbers
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** `::` stands for as many groups of zeros as are missing; a dotted end counts as two. */
const filled = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const there = before.length + after.length + (after.at(-1)?.includes('.') ? 1 : 0)
  return [...before, ...Array<string>(8 - there).fill('0'), ...after]
}

export const standardLimits: Limits = { perResident: 300, perAddress: 3_000, windowSeconds: 60 }
