import type { Fault } from '../../../../core/contract/answer'
import { landingOfAnswer, landingOfReply, landingOfSubmission, type OpenedCode } from './landing'

const OPENED = { receipt: 'r' } as OpenedCode

describe('what becomes of a code', () => {
  it('is a scan to be kept where no answer came, and only there', () => {
    expect(landingOfReply({ ok: false, lost: 'timeout' })).toBe('lost')
    const internal: Fault = { ok: false, fault: 'internal', trace: 't' }
    expect(landingOfReply(internal)).toEqual({ kind: 'broken', fault: 'internal', afterTap: false })
    expect(landingOfReply({ ok: true, value: OPENED })).toEqual({ kind: 'opened', opened: OPENED })
  })

  it('says of a refusal whether the tap came too late or the code', () => {
    const refused = { kind: 'refused', refusal: 'code_expired', detail: {} } as const
    expect(landingOfAnswer(refused, OPENED)).toMatchObject({ afterTap: true })
    expect(landingOfReply({ ok: false, refusal: 'code_expired' })).toMatchObject({ afterTap: false })
    expect(landingOfAnswer({ ...refused, refusal: 'code_unknown' }, null)).toMatchObject({ afterTap: false })
  })

  it('is never said to be done before it is', () => {
    expect(landingOfSubmission({ kind: 'waiting', key: 'k' }, OPENED)).toEqual({ kind: 'kept', key: 'k' })
    expect(landingOfSubmission({ kind: 'not_kept' }, OPENED)).toEqual({ kind: 'not-kept' })
  })
})
