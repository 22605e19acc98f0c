import type { WaitingPosition } from '../../../core/domain/registration/queue/waiting-position'
import { instant, toIso } from '../../../core/kernel/shanghai-time'
import { changeLine } from '../activity/change'
import { waitingNext, whyWaiting } from './registration'

/** Sunday 22 November, 12:00 in Shanghai. */
const NOON = instant(Date.UTC(2026, 10, 22, 4))
const HOUR = 3_600_000
const at = (moment: number) => toIso(instant(moment))

const position = (given: Partial<WaitingPosition>): WaitingPosition => ({
  position: 3,
  size: 2,
  free: 0,
  passedOver: false,
  givenInOrder: true,
  promotionEndsAt: at(NOON + 20 * HOUR),
  mayAskNow: false,
  neverFits: false,
  inCoolDown: false,
  ...given,
})

describe('whyWaiting', () => {
  it('explains what keeps a party waiting although seats are free', () => {
    expect(whyWaiting(position({}))).toBeNull()
    expect(whyWaiting(position({ free: 1, passedOver: true }))).toBe('目前只空出 1 个名额，您报了 2 人。')
    expect(whyWaiting(position({ free: 2, mayAskNow: true }))).toBe('现在空出 2 个名额，先点先得。')
    expect(whyWaiting(position({ neverFits: true }))).toMatch(/坐不下 2 位/)
    expect(whyWaiting(position({ inCoolDown: true }))).toMatch(/排在后面/)
  })
})

describe('waitingNext', () => {
  it('says from when on whoever taps first has the seat, and promises nothing in order after that', () => {
    expect(waitingNext(position({}), 'none', NOON)).toBe(
      '有空位，按先后通知您。一家人一起进。有消息，“我的消息”会亮红点。明天 8:00 以后还有空位，谁先点归谁。',
    )
    expect(waitingNext(position({ promotionEndsAt: at(NOON + HOUR) }), 'none', NOON)).toMatch(/。13:00 以后/)
    for (const telling of ['wechat', 'phone', 'none'] as const)
      for (const late of [{ mayAskNow: true }, { mayAskNow: false }])
        expect(waitingNext(position({ givenInOrder: false, ...late }), telling, NOON)).not.toMatch(
          /按先后|打电话/,
        )
    expect(waitingNext(position({ neverFits: true }), 'none', NOON)).toBeNull()
  })

  it('says that somebody rings only where that was asked for', () => {
    expect(waitingNext(position({}), 'phone', NOON)).toMatch(/我们打电话给您/)
    for (const telling of ['wechat', 'none'] as const)
      expect(waitingNext(position({}), telling, NOON)).not.toMatch(/电话/)
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

  it('says in one breath what ended early, came forward or was added', () => {
    expect(changeLine({ ...change, kind: 'ended-early', formerEndsAt: at(NOON) }, NOON)).toBe(
      '提前结束了（11:00 更新）',
    )
    expect(
      changeLine({ ...change, kind: 'brought-forward', formerStartsAt: at(NOON + 24 * HOUR) }, NOON),
    ).toBe('提前了，原来是明天 12:00（11:00 更新）')
    expect(changeLine({ ...change, kind: 'note', note: '请带伞。' }, NOON)).toBe('请带伞（11:00 更新）')
    expect(changeLine({ ...change, kind: 'indoors', place: '二楼', note: '请从东门进' }, NOON)).toBe(
      '改到室内：二楼。请从东门进（11:00 更新）',
    )
  })

  it('names the day where it was not today, and is silent where nothing changed', () => {
    expect(changeLine({ ...change, kind: 'as-planned', at: at(NOON - 20 * HOUR) }, NOON)).toBe(
      '照常举行（昨天 16:00 更新）',
    )
    expect(changeLine(null, NOON)).toBeNull()
  })
})
