import { accept, refuse, type Result } from '../../../kernel/result'
import type { Activity, OpenActivity, RegisteredActivity } from '../activity'
import type { RuleSettings } from '../rule-settings'

export type PlanRefusal =
  | 'ends_before_start'
  | 'outside_open_activity'
  | 'capacity_too_small'
  | 'closes_after_start'
  | 'opens_after_closing'
  | 'ages_reversed'
  | 'too_many_questions'
  | 'cool_down_not_here'

/**
 * May an activity be kept like this? Times in order, at least one seat, closing never after the start, a
 * workshop within its open activity, only a few questions, and a cool-down never at a market. The
 * first refusal of the list wins. `within` is the open activity of a workshop.
 */
export function decidePlan<Plan extends Activity>(
  plan: Plan,
  within: OpenActivity | null,
  rules: RuleSettings,
): Result<Plan, PlanRefusal> {
  if (plan.endsAt <= plan.startsAt) return refuse('ends_before_start')
  if (plan.kind === 'open') return accept(plan)
  const refusal = refusalOfTerms(plan, within, rules)
  return refusal === null ? accept(plan) : refuse(refusal)
}

function refusalOfTerms(
  plan: RegisteredActivity,
  within: OpenActivity | null,
  rules: RuleSettings,
): PlanRefusal | null {
  const closesAt = plan.closesAt ?? plan.startsAt
  const { minAge, maxAge } = plan.audience
  if (plan.kind === 'workshop' && !isWithin(plan, within)) return 'outside_open_activity'
  if (!Number.isInteger(plan.capacity) || plan.capacity < 1) return 'capacity_too_small'
  if (closesAt > plan.startsAt) return 'closes_after_start'
  if (plan.opensAt !== null && plan.opensAt >= closesAt) return 'opens_after_closing'
  if (minAge !== null && maxAge !== null && minAge > maxAge) return 'ages_reversed'
  if (plan.questions.length > rules.questionLimit) return 'too_many_questions'
  return plan.coolDown && plan.kind === 'workshop' ? 'cool_down_not_here' : null
}

const isWithin = (part: RegisteredActivity, whole: OpenActivity | null): boolean =>
  whole !== null && whole.startsAt <= part.startsAt && part.endsAt <= whole.endsAt
