import type { CSSProperties, ReactNode } from 'react'
import { minuteOfDay, type Instant } from '../../core/kernel/shanghai-time'
import { PALETTES, type ColourRole } from '../../src/theme/tokens'
import { swayAt } from './burn-in'

/** Minutes of the day between which the lamps are on. */
const EVENING = { from: 18 * 60, to: 6 * 60 } as const

interface SheetProps {
  /** `null` before the time is known. */
  readonly now: Instant | null
  readonly mirrored?: boolean
  readonly children: ReactNode
}

/** The whole display: its colours by the hour, and its slow sway. */
export function Sheet({ now, mirrored = false, children }: SheetProps) {
  const minute = now === null ? EVENING.to : minuteOfDay(now)
  const theme = minute >= EVENING.from || minute < EVENING.to ? 'dark' : 'light'
  const { across, down } = now === null ? { across: 0, down: 0 } : swayAt(now)
  return (
    <main
      className={`sheet sheet--${theme}${mirrored ? ' sheet--mirrored' : ''}`}
      style={
        { ...coloursOf(theme), '--across': across.toFixed(3), '--down': down.toFixed(3) } as CSSProperties
      }
    >
      <div className="sheet__content">{children}</div>
    </main>
  )
}

const coloursOf = (theme: keyof typeof PALETTES): CSSProperties => {
  const colours: Record<string, string> = {}
  for (const [role, colour] of Object.entries(PALETTES[theme]))
    colours[`--color-${role as ColourRole}`] = colour
  return colours
}
