/** Where a stall's number stands: parts of the plan's width and height, 0–1, from its upper left corner. */
export interface StallPosition {
  readonly x: number
  readonly y: number
}

/** Width to height of the ground that is drawn where a plan has no picture. */
export const DRAWN_GROUND = { width: 3, height: 2 } as const

/** Heights of its letters across which a plan is drawn where it is large: signs that do not meet on it can be read. */
export const READABLE_WIDTH = 40

/** To a thousandth, and inside the plan: a metre on a street of a kilometre, more than anybody can point at. */
export const roundedPosition = ({ x, y }: StallPosition): StallPosition => ({
  x: rounded(x),
  y: rounded(y),
})

const rounded = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000))

export const samePosition = (one: StallPosition | null, other: StallPosition | null): boolean =>
  one?.x === other?.x && one?.y === other?.y

/** `count` positions from the first point to the last, both included, evenly; one alone stands in the middle. */
export function inRow(from: StallPosition, to: StallPosition, count: number): readonly StallPosition[] {
  if (count === 1) return [roundedPosition({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })]
  return Array.from({ length: count }, (_, at) => {
    const part = at / (count - 1)
    return roundedPosition({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part })
  })
}

/** How a number is put on a plan, wherever it is drawn: at the rim it stands inside with its whole sign. */
export const signPlace = ({ x, y }: StallPosition) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  transform: `translate(${0 - x * 100}%, ${0 - y * 100}%)`,
})

interface NumberOnPlan {
  readonly number: string
  readonly position: StallPosition
}

/** What a number takes on a plan, in heights of its letters: its sign is drawn so everywhere. */
const SIGN_HEIGHT = 1.7
const signWidth = (number: string): number => Math.max(SIGN_HEIGHT, 0.62 * number.length + 0.8)

/**
 * Pairs of numbers whose signs lie on each other, each pair once, in the order in which they are given.
 * Quadratic: a plan has 300 stalls at most.
 * @param width of the plan in heights of its letters
 * @param ratio the plan's width to its height
 */
export function overlapping<Sign extends NumberOnPlan>(
  signs: readonly Sign[],
  width: number,
  ratio: number,
): readonly (readonly [Sign, Sign])[] {
  return signs.flatMap((one, at) =>
    signs.slice(at + 1).flatMap((other) => {
      const wide = (signWidth(one.number) + signWidth(other.number)) / 2
      const isOver =
        Math.abs(one.position.x - other.position.x) * (width - wide) < wide &&
        Math.abs(one.position.y - other.position.y) * (width / ratio - SIGN_HEIGHT) < SIGN_HEIGHT
      return isOver ? [[one, other] as const] : []
    }),
  )
}
