import { instant, parseInstant } from '../../kernel/shanghai-time'
import { decidePairing } from './pairing'

const startedAt = parseInstant('2026-11-28T09:00:00+08:00')
const waiting = { digits: '07', wrongTries: 0, startedAt, screenId: null }

describe('decidePairing', () => {
  it('takes the two digits within ten minutes, to the millisecond', () => {
    expect(decidePairing(waiting, '07', instant(startedAt + 599_999))).toMatchObject({ ok: true })
    expect(decidePairing(waiting, '07', instant(startedAt + 600_000))).toMatchObject({
      refusal: 'pairing_expired',
    })
    expect(decidePairing(null, '07', startedAt)).toMatchObject({ refusal: 'pairing_expired' })
  })

  it('pairs once, and lets nobody try all hundred digits', () => {
    expect(decidePairing({ ...waiting, screenId: 's1' }, '07', startedAt)).toMatchObject({
      refusal: 'pairing_expired',
    })
    expect(decidePairing(waiting, '08', startedAt)).toEqual({
      ok: false,
      refusal: 'wrong_digits',
      detail: { left: 2 },
    })
    expect(decidePairing({ ...waiting, wrongTries: 2 }, '07', startedAt)).toMatchObject({ ok: true })
    expect(decidePairing({ ...waiting, wrongTries: 3 }, '07', startedAt)).toMatchObject({
      refusal: 'pairing_expired',
    })
  })
})
