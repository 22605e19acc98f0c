import type { MyRegistration } from '../../../../core/contract/registration/registration'
import { isState } from '../../../../core/domain/registration/party'
import { parseInstant, type Instant } from '../../../../core/kernel/shanghai-time'

const isLetGo = isState('cancelled', 'lapsed', 'no_show')

/**
 * What is not over yet and still one's own comes first; what staff withdrew stays there until its end, so
 * that nobody goes for nothing. Each in the order given.
 */
export function splitByTime(
  registrations: readonly MyRegistration[],
  now: Instant,
): { readonly coming: readonly MyRegistration[]; readonly past: readonly MyRegistration[] } {
  const isComing = ({ activity, headline }: MyRegistration) =>
    now < parseInstant(activity.endsAt) && (activity.status === 'withdrawn' || !isLetGo({ state: headline }))
  return {
    coming: registrations.filter(isComing),
    past: registrations.filter((registration) => !isComing(registration)),
  }
}
