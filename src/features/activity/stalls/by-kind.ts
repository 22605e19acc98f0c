import type { Stall } from '../../../../core/contract/activity/stall'

export interface StallKind {
  readonly kind: string
  readonly stalls: readonly Stall[]
}

/** Stalls by what they sell, kinds and stalls in the order in which the backend has them. */
export function byKind(stalls: readonly Stall[]): readonly StallKind[] {
  const kinds = [...new Set(stalls.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, stalls: stalls.filter((stall) => stall.kind === kind) }))
}
