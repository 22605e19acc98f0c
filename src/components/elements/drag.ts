/** Points that a finger may move and still mean a tap. */
const TREMBLE = 16

interface Touch {
  readonly clientY: number
}

interface TouchSeen {
  readonly changedTouches: ArrayLike<Touch>
}

/** Where the finger was put down; there is one. */
let from: number | null = null

/** Told when a finger lifts that moved up or down by more than it trembles; nothing where nobody asks. */
export function dragHandlers(onDrag: ((downwards: boolean) => void) | undefined) {
  if (onDrag === undefined) return {}
  return {
    onTouchStart: ({ changedTouches }: TouchSeen) => {
      from = changedTouches[0]?.clientY ?? null
    },
    onTouchEnd: ({ changedTouches }: TouchSeen) => {
      const moved = from === null ? 0 : (changedTouches[0]?.clientY ?? from) - from
      from = null
      if (Math.abs(moved) > TREMBLE) onDrag(moved > 0)
    },
  }
}
