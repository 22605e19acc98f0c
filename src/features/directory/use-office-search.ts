import { useMemo, useState } from 'react'
import { OFFICE_KINDS, type OfficeKind } from '../../../core/domain/office/office'
import type { Directory } from '../../../core/contract/office'
import type { Origin } from '../origin/origin'
import { useHeldWalks } from '../walks/use-held-walks'
import { arrangeOffices, type Placed } from './arrange-offices'

/** Rows at first and with each tap on "more": an answer is among the nearest, and 100 rows at once are slow. */
const ROWS_A_STEP = 20
/** Nobody should tap for the last few. */
const LAST_FEW = 8

interface OfficeSearch {
  readonly need: string
  readonly kind: OfficeKind | null
  /** Kinds that the directory has at all, in their order. */
  readonly kinds: readonly OfficeKind[]
  readonly found: readonly Placed[]
  /** Whether minutes on foot put them into their order, or straight lines. */
  readonly byMinutes: boolean
  readonly shown: readonly Placed[]
  readonly setNeed: (need: string) => void
  readonly setKind: (kind: OfficeKind | null) => void
  readonly showMore: () => void
}

export function useOfficeSearch(directory: Directory, origin: Origin, startNeed: string): OfficeSearch {
  const [need, setNeed] = useState(startNeed)
  const [kind, setKind] = useState<OfficeKind | null>(null)
  const [rows, setRows] = useState(ROWS_A_STEP)
  const walks = useHeldWalks()
  const found = useMemo(
    () => arrangeOffices(directory, { origin, need, kind, walks }),
    [directory, origin, need, kind, walks],
  )
  const backToStart =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setRows(ROWS_A_STEP)
    }
  return {
    need,
    kind,
    kinds: OFFICE_KINDS.filter((candidate) => directory.offices.some((office) => office.kind === candidate)),
    found,
    byMinutes: walks !== null,
    shown: found.length <= rows + LAST_FEW ? found : found.slice(0, rows),
    setNeed: backToStart(setNeed),
    setKind: backToStart(setKind),
    showMore: () => setRows(rows + ROWS_A_STEP),
  }
}
