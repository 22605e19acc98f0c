import type { Trouble } from '../api/call/trouble'
import { lastSeenText, troubleText } from './troubles'

const FAULTS = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'unknown_endpoint',
  'too_large',
  'rate_limited',
  'internal',
] as const
const TROUBLES: readonly Trouble[] = [
  ...FAULTS.map((fault) => ({ kind: 'fault', fault, trace: null }) as const),
  ...(['offline', 'timeout', 'unreadable'] as const).map((why) => ({ kind: 'lost', why }) as const),
]

describe('troubleText', () => {
  it.each(TROUBLES)('says what happened and what to do about $kind $fault$why', (trouble) => {
    const { happened, advice } = troubleText(trouble)
    expect(happened).toMatch(/[\u4e00-\u9fff]{4,}/)
    expect(advice).toMatch(/请/)
  })

  it('tells a missing network from an outage, and offers to try again for both', () => {
    const lost = troubleText({ kind: 'lost', why: 'offline' })
    const fault = troubleText({ kind: 'fault', fault: 'internal', trace: 't' })
    expect(lost.happened).not.toBe(fault.happened)
    expect([lost.retry, fault.retry]).toEqual([true, true])
  })

  it('reads a refusal by its own sentence, and does not invite to repeat it', () => {
    expect(troubleText({ kind: 'refused', refusal: 'office_not_found' })).toMatchObject({
      happened: expect.stringContaining('没有找到这家会客厅') as string,
      retry: false,
    })
  })
})

describe('lastSeenText', () => {
  it('says that this is what was seen last, and when', () => {
    expect(lastSeenText('昨天 9:12', { kind: 'lost', why: 'offline' })).toBe(
      '这是上次看到的内容（昨天 9:12）。网通了会自动更新。',
    )
  })
})
