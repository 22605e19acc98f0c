import { deadlinesOf } from '../../activity/deadlines'
import { DEFAULT_RULES } from '../../activity/rule-settings'
import { CLASS, NOW } from '../../activity/testing/class'
import { decideClaiming, type CardFacts } from './claim'

const card = (changes: Partial<CardFacts> = {}): CardFacts => ({
  senderId: 'daughter',
  claimedBy: null,
  memberCancelled: false,
  validUntil: deadlinesOf(CLASS, DEFAULT_RULES).checkInUntil,
  doubles: [],
  ...changes,
})
const claim = (changes: Partial<CardFacts> = {}, claimantId = 'mother', now = NOW) =>
  decideClaiming(card(changes), claimantId, now)

describe('decideClaiming', () => {
  it('gives the place to the first who says 是我, and says so again to the same one', () => {
    expect(claim()).toEqual({ ok: true, value: { first: true } })
    expect(claim({ claimedBy: 'mother' })).toEqual({ ok: true, value: { first: false } })
  })

  it('refuses everybody later, whatever else holds for them', () => {
    expect(claim({ claimedBy: 'aunt', doubles: ['class'] })).toEqual({ ok: false, refusal: 'card_taken' })
  })

  it('refuses who takes part already, here or in another activity to come', () => {
    expect(claim({ doubles: ['class', 'walk'] })).toEqual({
      ok: false,
      refusal: 'already_registered',
      detail: { activities: ['class', 'walk'] },
    })
  })

  it('is not for the sender, who would become her own mother', () => {
    expect(claim({}, 'daughter')).toMatchObject({ refusal: 'own_card' })
  })

  it('is void once the place was cancelled or check-in is over', () => {
    expect(claim({ memberCancelled: true })).toMatchObject({ refusal: 'card_void' })
    expect(claim({}, 'mother', card().validUntil)).toMatchObject({ refusal: 'card_void' })
    expect(claim({ claimedBy: 'mother' }, 'mother', card().validUntil)).toMatchObject({ ok: true })
  })
})
