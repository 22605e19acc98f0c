import { describeError } from './describe-error'

describe('describeError', () => {
  it('keeps the message, the code and the place of an ordinary error', () => {
    const error = Object.assign(new Error('the pack has no office'), { code: 'E_PACK' })
    expect(describeError(error)).toEqual({
      type: 'Error',
      code: 'E_PACK',
      message: 'the pack has no office',
      frames: expect.arrayContaining([expect.stringContaining('describe-error.test')]) as string[],
    })
  })

  it('looks into the cause, with the same eyes', () => {
    const cause = Object.assign(new Error('Key (openid)=(o-secret)'), { severity: 'ERROR', code: '23503' })
    const described = describeError(new Error('could not be erased', { cause }))
    expect(described).toMatchObject({
      message: 'could not be erased',
      cause: { type: 'PostgresError', code: '23503' },
    })
    expect(JSON.stringify(described)).not.toContain('o-secret')
  })

  it('keeps only names of an error of PostgreSQL, which quotes what stood in the row', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "王阿姨"'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'wechat_account_pkey',
      table: 'wechat_account',
      column: 'openid',
      detail: 'Key (openid)=(o-secret) already exists.',
    })
    const described = describeError(error)
    expect(described).toMatchObject({
      type: 'PostgresError',
      code: '23505',
      constraint: 'wechat_account_pkey',
      table: 'wechat_account',
      column: 'openid',
    })
    expect(JSON.stringify(described)).not.toMatch(/王阿姨|o-secret/)
  })
})
