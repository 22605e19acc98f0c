import { accept, refuse, type Result } from '../../../kernel/result'
import { roundedPosition, samePosition, type StallPosition } from './position'

/** A stall as residents read it; minutes of the day. */
export interface PublicStall {
  readonly number: string
  readonly kind: string
  /** What stands on its sign; `null` while nobody has it. */
  readonly name: string | null
  readonly hours: StallHours | null
  /** Where on the picture; `null` while it has no place there. */
  readonly position: StallPosition | null
}

export interface StallHours {
  readonly from: number
  /** `null` where only a beginning is said. */
  readonly to: number | null
}

/** A stall of a plan that waits for a second person. The sign of one that an applicant has goes with the applicant. */
export interface ProposedStall extends PublicStall {
  readonly isHeld: boolean
}

/** A stall of the plan that is public, and whether an applicant has it. */
export type StandingStall = ProposedStall

/** Several ways to write one number are one stall: `keyOf` gives what is equal. */
type KeyOf = (number: string) => string

/**
 * May these be the stalls of a market? Not with one number twice, and not without a stall that an applicant was
 * given; its sign stays the applicant's. Positions are rounded. Details are for people: numbers as they are written.
 */
export function decidePlan(
  wished: readonly PublicStall[],
  standing: readonly StandingStall[],
  keyOf: KeyOf,
): Result<readonly ProposedStall[], 'stall_number_twice' | 'stall_in_use'> {
  const keys = wished.map(({ number }) => keyOf(number))
  const twice = keys.findIndex((key, at) => keys.indexOf(key) < at)
  if (twice >= 0) return refuse('stall_number_twice', { row: twice + 1, number: wished[twice]?.number ?? '' })
  const leaving = decideLeaving(wished, standing, keyOf)
  if (!leaving.ok) return leaving
  const held = new Set(standing.filter(({ isHeld }) => isHeld).map(({ number }) => keyOf(number)))
  return accept(
    wished.map(({ number, kind, name, hours, position }) => {
      const isHeld = held.has(keyOf(number))
      return {
        number,
        kind,
        name: isHeld ? null : name,
        hours,
        position: position === null ? null : roundedPosition(position),
        isHeld,
      }
    }),
  )
}

/** May what is not among `wished` go? Not what an applicant was given, perhaps since the plan was saved. */
export function decideLeaving(
  wished: readonly PublicStall[],
  standing: readonly StandingStall[],
  keyOf: KeyOf,
): Result<null, 'stall_in_use'> {
  const keys = new Set(wished.map(({ number }) => keyOf(number)))
  const inUse = standing.filter(({ isHeld, number }) => isHeld && !keys.has(keyOf(number)))
  return inUse.length > 0
    ? refuse('stall_in_use', { numbers: inUse.map(({ number }) => number) })
    : accept(null)
}

/** What publishing does to the rows that are public; each by the number under which it is stored now. */
export interface PlanSteps {
  readonly add: readonly PublicStall[]
  readonly change: readonly { readonly number: string; readonly to: PublicStall }[]
  readonly remove: readonly string[]
}

/**
 * From the stalls that are public to those that were proposed. Who has a stall, or gave one back, since it was
 * proposed decides about its sign.
 */
export function stepsTo(
  proposed: readonly ProposedStall[],
  standing: readonly StandingStall[],
  keyOf: KeyOf,
): PlanSteps {
  const there = new Map(standing.map((stall) => [keyOf(stall.number), stall]))
  const wished = new Set(proposed.map(({ number }) => keyOf(number)))
  const steps = proposed.map(({ isHeld, number, kind, name, hours, position }) => {
    const now = there.get(keyOf(number))
    const sign = now !== undefined && (isHeld || now.isHeld) ? now.name : name
    return { now, to: { number, kind, name: sign, hours, position } }
  })
  return {
    add: steps.flatMap(({ now, to }) => (now === undefined ? [to] : [])),
    change: steps.flatMap(({ now, to }) =>
      now === undefined || sameStall(now, to) ? [] : [{ number: now.number, to }],
    ),
    remove: standing.filter(({ number }) => !wished.has(keyOf(number))).map(({ number }) => number),
  }
}

export const changesNothing = ({ add, change, remove }: PlanSteps): boolean =>
  add.length + change.length + remove.length === 0

const sameStall = (one: PublicStall, other: PublicStall): boolean =>
  one.number === other.number &&
  one.kind === other.kind &&
  one.name === other.name &&
  one.hours?.from === other.hours?.from &&
  one.hours?.to === other.hours?.to &&
  samePosition(one.position, other.position)
