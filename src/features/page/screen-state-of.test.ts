import type { UseQueryResult } from '@tanstack/react-query'
import { ApiError } from '../../api/result'
import { screenStateOf, together } from './screen-state-of'

const offline = new ApiError({ kind: 'lost', why: 'offline' })
const query = (given: object) =>
  ({
    data: undefined,
    error: null,
    dataUpdatedAt: 0,
    refetch: jest.fn(),
    ...given,
  }) as unknown as UseQueryResult<string>

describe('screenStateOf', () => {
  it('waits while there is neither an answer nor a trouble', () => {
    expect(screenStateOf(query({}))).toEqual({ kind: 'loading' })
  })

  it('shows what was seen last, with a remark, when asking again failed', () => {
    const state = screenStateOf(query({ data: '目录', error: offline, dataUpdatedAt: Date.now() }))
    expect(state).toMatchObject({ kind: 'ready', value: '目录' })
    expect(state).toHaveProperty('note', expect.stringMatching(/^这是上次看到的内容（今天 /))
  })

  it('says nothing above an answer that is fresh', () => {
    expect(screenStateOf(query({ data: '目录' }))).toEqual({ kind: 'ready', value: '目录', note: null })
  })

  it('offers to try again only where that can help', () => {
    const refused = new ApiError({ kind: 'refused', refusal: 'office_not_found' })
    expect(screenStateOf(query({ error: refused }))).toMatchObject({ trouble: { onRetry: null } })
    const lost = query({ error: offline })
    const state = screenStateOf(lost)
    if (state.kind !== 'troubled') throw new Error(`expected trouble, got ${state.kind}`)
    state.trouble.onRetry?.()
    expect(lost.refetch).toHaveBeenCalledTimes(1)
  })

  it('takes a bug of ours for an internal fault', () => {
    expect(screenStateOf(query({ error: new RangeError('bug') }))).toMatchObject({
      kind: 'troubled',
      trouble: { happened: '系统出了点问题' },
    })
  })
})

describe('together', () => {
  const ready = (value: string, note: string | null = null) => ({ kind: 'ready', value, note }) as const

  it('is ready when both are, with the first remark', () => {
    expect(together(ready('a'), ready('b', '旧'))).toEqual({ kind: 'ready', value: ['a', 'b'], note: '旧' })
  })

  it('waits for the one that is missing', () => {
    expect(together(ready('a'), { kind: 'loading' })).toEqual({ kind: 'loading' })
  })
})
