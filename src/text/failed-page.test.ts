import type { Failure } from '../api/result'
import { brokenPage, lastSeenText, troubleText } from './failed-page'

const names = { hotline: '96000', appName: '柳园会客厅' }
const FAULTS = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'unknown_endpoint',
  'too_large',
  'rate_limited',
  'internal',
] as const
const TROUBLES: readonly Failure[] = [
  ...FAULTS.map((fault) => ({ kind: 'fault', fault, trace: null }) as const),
  ...(['offline', 'timeout', 'unreadable'] as const).map((why) => ({ kind: 'lost', why }) as const),
]

describe('troubleText', () => {
  it.each(TROUBLES)('says what happened and what to do about $kind $fault$why', (trouble) => {
    const { happened, advice } = troubleText(trouble, names, false)
    expect(happened).toMatch(/[\u4e00-\u9fff]{4,}/)
    expect(advice).toMatch(/请/)
  })

  it('tells a missing network from an outage, and offers to try again for both', () => {
    const lost = troubleText({ kind: 'lost', why: 'offline' }, names, false)
    const fault = troubleText({ kind: 'fault', fault: 'internal', trace: 't' }, names, false)
    expect(lost.happened).not.toBe(fault.happened)
    expect([lost.retry, fault.retry]).toEqual([true, true])
  })

  it('names the beginning of the trace number, with which the line in the log is found', () => {
    const said = (trace: string | null) =>
      troubleText({ kind: 'fault', fault: 'internal', trace }, names, false).advice
    expect(said('3f2a9c41-0000-4000-8000-000000000000')).toMatch(/打电话时请说编号 3f2a9c41。$/)
    expect(said(null)).not.toContain('编号')
    expect(said('')).not.toContain('编号')
  })

  it('sends on to the hotline and the mini-program of this subdistrict', () => {
    const said = (fault: (typeof FAULTS)[number]) =>
      troubleText({ kind: 'fault', fault, trace: null }, names, false).advice
    expect(said('internal')).toContain('急事请打 96000。')
    expect(said('unauthenticated')).toContain('“柳园会客厅”小程序')
    expect(brokenPage(names).advice).toContain('96000')
  })

  it('does not send to WeChat who is there already', () => {
    const { happened, advice } = troubleText(
      { kind: 'fault', fault: 'unauthenticated', trace: null },
      names,
      true,
    )
    expect(happened + advice).not.toMatch(/在微信里/)
    expect(advice).toContain('96000')
  })

  it('reads a refusal by its own sentence, and does not invite to repeat it', () => {
    expect(troubleText({ kind: 'refused', refusal: 'office_not_found' }, names, false)).toMatchObject({
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
