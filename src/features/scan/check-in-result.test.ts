import type { Fault } from '../../../core/contract/answer'
import {
  resultOfMutation,
  resultOnceKnown,
  resultOfReply,
  resultOfSubmission,
  type OpenedCode,
} from './check-in-result'

const OPENED = { receipt: 'r' } as OpenedCode
/** As whoever signed in since: one member who did not come yet, or nobody; and what one may walk in to. */
const knownAs = (members: readonly object[], walkIns: readonly string[] = []): OpenedCode =>
  ({
    receipt: 'r',
    parties: members.length === 0 ? [] : [{ members }],
    walkIns: walkIns.map((activityId) => ({ activityId })),
  }) as unknown as OpenedCode
const EXPECTED = { memberId: 'm', state: 'confirmed', cameAt: null }

describe('what becomes of a code', () => {
  it('is a scan to be stored where no answer came, and only there', () => {
    expect(resultOfReply({ ok: false, lost: 'timeout' })).toBe('lost')
    const internal: Fault = { ok: false, fault: 'internal', trace: 't' }
    expect(resultOfReply(internal)).toEqual({
      kind: 'broken',
      fault: 'internal',
      trace: 't',
      afterTap: false,
    })
    expect(resultOfReply({ ok: true, value: OPENED })).toEqual({
      kind: 'opened',
      opened: OPENED,
      walkIns: [],
      fault: null,
    })
  })

  it('says of a refusal whether the tap came too late or the code', () => {
    const refused = { kind: 'refused', refusal: 'code_expired', detail: {} } as const
    expect(resultOfMutation(refused, OPENED)).toMatchObject({ afterTap: true })
    expect(resultOfReply({ ok: false, refusal: 'code_expired' })).toMatchObject({ afterTap: false })
    expect(resultOfMutation({ ...refused, refusal: 'code_unknown' }, null)).toMatchObject({ afterTap: false })
  })

  it('is never ticked to be done before it is', () => {
    expect(resultOfSubmission({ kind: 'queued', key: 'k', why: 'sign-in' }, OPENED)).toEqual({
      kind: 'stored',
      key: 'k',
      why: 'sign-in',
    })
    expect(resultOfSubmission({ kind: 'not_stored', why: 'busy' }, OPENED)).toEqual({
      kind: 'not-stored',
      why: 'busy',
    })
  })
})

describe('a tap on what was drawn for a stranger', () => {
  it('is asked who came where anybody is expected, with what was ticked as far as it is still offered', () => {
    const known = knownAs([EXPECTED], ['dance'])
    expect(resultOnceKnown({ ok: true, value: known }, OPENED, ['dance', 'class'])).toEqual({
      kind: 'opened',
      opened: known,
      walkIns: ['dance'],
      fault: null,
    })
  })

  it('is asked again where what was ticked is not offered to them', () => {
    const known = knownAs([])
    expect(resultOnceKnown({ ok: true, value: known }, OPENED, ['class'])).toMatchObject({ kind: 'opened' })
  })

  it('counts where there is nothing to ask', () => {
    const nobody = knownAs([], ['dance'])
    expect(resultOnceKnown({ ok: true, value: nobody }, OPENED, ['dance'])).toEqual({
      kind: 'confirm',
      opened: nobody,
    })
    const came = knownAs([{ ...EXPECTED, cameAt: '2026-11-28T01:00:00.000Z' }])
    expect(resultOnceKnown({ ok: true, value: came }, OPENED, [])).toMatchObject({ kind: 'confirm' })
  })

  it('is ticked to come too late, or may be made once more; nothing is recorded unasked', () => {
    expect(resultOnceKnown({ ok: false, refusal: 'code_expired' }, OPENED, [])).toMatchObject({
      kind: 'refused',
      afterTap: true,
    })
    const overloaded: Fault = { ok: false, fault: 'overloaded', retryAfterSeconds: 5 }
    expect(resultOnceKnown(overloaded, OPENED, ['dance'])).toEqual({
      kind: 'opened',
      opened: OPENED,
      walkIns: ['dance'],
      fault: 'overloaded',
    })
    expect(resultOnceKnown({ ok: false, lost: 'offline' }, OPENED, [])).toBe('lost')
  })
})
