import type { Standing } from '../../../core/domain/registration/queue/standing'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import { changeLine } from './registration-change'
import { whyWaiting } from './registration-page'

/** Sunday 22 November, 12:00 in Shanghai. */
const NOON = instant(Date.UTC(2026, 10, 22, 4))
const HOUR = 3_600_000
const at = (moment: number) => toIso(instant(moment))

const standing = (given: Partial<Standing>): Standing => ({
  position: 3,
  size: 2,
  free: 0,
  passedOver: false,
  mayAskNow: false,
  neverFits: false,
  inCoolDown: false,
  ...given,
})

describe('whyWaiting', () => {
  it('explains what keeps a party waiting although seats are free', () => {
    expect(whyWaiting(standing({}))).toBeNull()
    expect(whyWaiting(standing({ free: 1, passedOver: true }))).toBe('目前只空出 1 个名额，您报了 2 人。')
    expect(whyWaiting(standing({ free: 2, mayAskNow: true }))).toBe('现在空出 2 个名额，先点先得。')
    expect(whyWaiting(standing({ neverFits: true }))).toMatch(/坐不下 2 位/)
    expect(whyWaiting(standing({ inCoolDown: true }))).toMatch(/排在后面/)
  })
})

describe('changeLine', () => {
  const change = { at: at(NOON - HOUR), place: null, formerStartsAt: null, decisionAt: null }

  it('says what changed, and when that was said', () => {
    expect(changeLine({ ...change, kind: 'indoors', place: '武宁片区二楼' }, NOON)).toBe(
      '改到室内：武宁片区二楼（11:00 更新）',
    )
    expect(changeLine({ ...change, kind: 'postponed', formerStartsAt: at(NOON) }, NOON)).toBe(
      '推迟了，原来是今天 12:00（11:00 更新）',
    )
    expect(changeLine({ ...change, kind: 'decided-tomorrow', decisionAt: at(NOON + 19 * HOUR) }, NOON)).toBe(
      '办不办，明天 7:00 再定（11:00 更新）',
    )
  })

  it('names the day where it was not today, and is silent where nothing changed', () => {
    expect(changeLine({ ...change, kind: 'as-planned', at: at(NOON - 20 * HOUR) }, NOON)).toBe(
      '照常举行（昨天 16:00 更新）',
    )
    expect(changeLine(null, NOON)).toBeNull()
  })
})
