import type { DraftStanding } from '../../../core/domain/activity/planning/review'
import { toIso } from '../../../core/kernel/shanghai-time'
import { stallKey, stallNumberOf } from '../../../core/tables/stall-number'
import type { SavedPlan } from '../../repositories/stall-plan'

/** 01, 1 and 一号 are one stall; what is no number in these ways is equal to itself alone. */
export const keyOf = (number: string): string => stallKey(stallNumberOf(number) ?? number)

/** A plan as the rules of review see it: what waits was handed in by whoever saved it last. */
export const standingOf = ({ proposed, version, by }: SavedPlan): DraftStanding => ({
  state: proposed === null ? 'writing' : 'handed_in',
  version,
  by: by?.residentId ?? null,
})

/** Who saved meanwhile, for `plan_changed`. */
export const changedBy = ({ version, by }: SavedPlan) => ({
  version,
  called: by?.called ?? null,
  at: by === null ? null : toIso(by.at),
})
