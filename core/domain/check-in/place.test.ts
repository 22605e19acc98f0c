import { instant } from '../../kernel/shanghai-time'
import { at } from '../activity/testing/class'
import { decideOpening, type PlaceFacts } from './place'

const checkInFrom = at('2026-03-07T08:00')
const checkInUntil = at('2026-03-07T11:30')
const spot = (status: 'published' | 'withdrawn'): PlaceFacts => ({
  kind: 'activity',
  title: '市集',
  status,
  checkInFrom,
  checkInUntil,
})

describe('decideOpening', () => {
  it('opens an office at any hour, and leads on from one that is gone', () => {
    const successor = { id: 'new', name: '新址' }
    expect(decideOpening({ kind: 'office', status: 'open', successor: null }, checkInFrom)).toMatchObject({
      ok: true,
    })
    for (const status of ['closed', 'moved'] as const) {
      expect(decideOpening({ kind: 'office', status, successor }, checkInFrom)).toEqual({
        ok: false,
        refusal: 'place_closed',
        detail: { successor },
      })
    }
  })

  it('opens the spot of an activity within its window only', () => {
    expect(decideOpening(spot('published'), checkInFrom)).toMatchObject({ ok: true })
    expect(decideOpening(spot('published'), instant(checkInUntil - 1))).toMatchObject({ ok: true })
    for (const moment of [checkInFrom - 1, checkInUntil]) {
      expect(decideOpening(spot('published'), instant(moment))).toEqual({
        ok: false,
        refusal: 'activity_not_now',
        detail: { title: '市集', from: '2026-03-07T00:00:00.000Z', until: '2026-03-07T03:30:00.000Z' },
      })
    }
    expect(decideOpening(spot('withdrawn'), checkInFrom)).toMatchObject({ refusal: 'activity_withdrawn' })
  })
})
