import type { MyRegistration } from '../../../core/contract/registration/registration'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import { splitByTime } from './registration-list'

const NOW = instant(Date.UTC(2026, 10, 22, 4))
const HOUR = 3_600_000

const mine = (
  registrationId: string,
  endsIn: number,
  headline: MyRegistration['headline'],
  status: 'published' | 'withdrawn' = 'published',
): MyRegistration => ({
  registrationId,
  number: '0527',
  activity: {
    id: 'class',
    title: '中国结',
    place: '梧桐里',
    startsAt: toIso(instant(NOW + endsIn - HOUR)),
    endsAt: toIso(instant(NOW + endsIn)),
    status,
    change: null,
    servicePhone: null,
  },
  headline,
  persons: 1,
  own: true,
})

const comingOf = (...registrations: readonly MyRegistration[]) =>
  splitByTime(registrations, NOW).coming.map(({ registrationId }) => registrationId)

describe('splitByTime', () => {
  it('keeps what is under way among what is to come, until its end', () => {
    expect(comingOf(mine('now', 1, 'attended'), mine('over', 0, 'attended'))).toEqual(['now'])
  })

  it('puts what was let go behind', () => {
    expect(comingOf(mine('cancelled', HOUR, 'cancelled'), mine('waiting', HOUR, 'waiting'))).toEqual([
      'waiting',
    ])
  })

  it('keeps what staff withdrew in sight, so that nobody goes for nothing', () => {
    expect(comingOf(mine('withdrawn', HOUR, 'cancelled', 'withdrawn'))).toEqual(['withdrawn'])
  })
})
