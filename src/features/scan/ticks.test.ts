import type { ExpectedMember } from '../../../core/contract/check-in/check-in'
import type { MemberState } from '../../../core/domain/registration/party'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import type { OpenedCode } from './check-in-result'
import { askedOf, firstTicks, isAllSaid, toggled } from './ticks'

const NINE = '2026-11-28T01:00:00.000Z' as IsoInstant

const member = (memberId: string, state: MemberState, cameAt: IsoInstant | null = null): ExpectedMember => ({
  memberId,
  name: memberId,
  isMe: false,
  child: false,
  state,
  cameAt,
})

const opened = (members: readonly ExpectedMember[], visitedAt: IsoInstant | null = null): OpenedCode => ({
  receipt: 'r',
  openedAt: NINE,
  expiresAt: NINE,
  grade: 'poster',
  place: { kind: 'office', id: 'a', name: '梧桐里' },
  subdistrict: { organiser: '云溪街道', phone: null, hotline: '12345' },
  forStranger: false,
  visitedAt,
  parties:
    members.length === 0
      ? []
      : [
          {
            registrationId: 'g',
            number: '0527',
            byFamily: false,
            activityId: 'c',
            title: '中国结',
            startsAt: NINE,
            headline: 'confirmed',
            members,
          },
        ],
  walkIns: [],
  later: [],
})

describe('who is ticked at first', () => {
  it('is everybody with a place who has not come yet; who waits has to say so', () => {
    const code = opened([
      member('me', 'confirmed'),
      member('mum', 'attended', NINE),
      member('son', 'waiting'),
      member('gone', 'cancelled'),
    ])
    expect(firstTicks(code)).toEqual({ members: ['me'], walkIns: [] })
    expect(askedOf(code).map(({ memberId }) => memberId)).toEqual(['me', 'son', 'gone'])
  })

  it('is left to the backend where nobody is known by name', () => {
    expect(firstTicks(opened([])).members).toBeNull()
  })
})

describe('a tap', () => {
  it('is needed on the first visit, also with nobody ticked', () => {
    expect(isAllSaid(opened([member('me', 'waiting')]), { members: [], walkIns: [] })).toBe(false)
  })

  it('is not needed again that day, unless somebody new is ticked or walks in', () => {
    const again = opened([member('me', 'attended', NINE), member('son', 'waiting')], NINE)
    expect(isAllSaid(again, firstTicks(again))).toBe(true)
    expect(isAllSaid(again, { members: ['son'], walkIns: [] })).toBe(false)
    expect(isAllSaid(again, { members: [], walkIns: ['c'] })).toBe(false)
  })
})

it('a tick is put and taken back', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
