import type { AnyRefusal } from '../../../core/contract'
import { refusalSentence } from './refusal-sentence'
import { NAMED_SENTENCES, RESIDENT_SENTENCES } from './resident'
import { STAFF_SENTENCES } from './staff'

const codes = Object.keys({
  ...RESIDENT_SENTENCES,
  ...NAMED_SENTENCES,
  ...STAFF_SENTENCES,
}) as AnyRefusal[]

describe('refusalSentence', () => {
  it.each(codes)(
    'says %s in words that end, with a way on or a plain fact, also without a detail',
    (code) => {
      const sentence = refusalSentence(code, {}, { hotline: '96000' })
      expect(sentence).toMatch(/[\u4e00-\u9fff]{4,}.*。$/)
      expect(sentence).not.toMatch(/undefined|NaN|null/)
    },
  )

  it('names the hotline of this subdistrict where one helps on', () => {
    expect(refusalSentence('words_refused', {}, { hotline: '96000' })).toContain('或打 96000。')
  })

  it('puts the detail into the sentence', () => {
    expect(refusalSentence('registration_not_open', { opensAt: '2026-11-28T01:00:00.000Z' })).toBe(
      '报名还没开始，请在周六 11月28日 9:00以后再来报。',
    )
    expect(refusalSentence('no_room', { free: 1, size: 2 })).toContain('只空 1 个位子')
    expect(refusalSentence('place_closed', { successor: { id: 'new', name: '金梅园会客厅' } })).toBe(
      '这里搬走了，请到金梅园会客厅。',
    )
    expect(refusalSentence('other_activity', { title: '剪纸课', startsAt: '2026-11-28T01:00:00.000Z' })).toBe(
      '这是另一个活动的：剪纸课，周六 11月28日 9:00。请到那边签到。',
    )
    expect(refusalSentence('party_too_large', { max: 3 })).toContain('最多报 3 位')
  })
})
